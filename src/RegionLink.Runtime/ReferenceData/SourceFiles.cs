namespace RegionLink.Runtime.ReferenceData;

/// <summary>Reads <c>sources.csv</c> and <c>legal.json</c>.</summary>
internal static class SourceFiles
{
    private const string SourceFile = "sources.csv";
    private const string ActFile = "legal.json";

    public static List<SourceEntry> ReadSources(FolderReader folder, References names)
    {
        var sources = new List<SourceEntry>();
        foreach (var row in folder.ReadCsv(SourceFile, "id,title,url,published,trust,note"))
        {
            names.Define(Naming.Source, row["id"], SourceFile, $"line {row.Line}");
            row.Read<string>("title", NotEmpty, "a title");
            row.Read<Uri?>("url", UrlOrNothing, "https://… or nothing");
            row.Read("trust", (string t, out string trust) => (trust = t) is "high" or "medium" or "low", "high, medium or low");
            sources.Add(new(row["id"], row["title"], row["url"], row["published"], row["trust"], row["note"]));
        }

        return sources;
    }

    public static List<ActEntry> ReadActs(FolderReader folder, References names)
    {
        var acts = new List<ActEntry>();
        foreach (var entry in folder.ReadList<ActEntry>(ActFile, "acts", "number"))
        {
            names.Define(Naming.Act, entry.Name, ActFile, entry.At);
            if (entry.Value is { } act)
            {
                names.Source(act.Source, ActFile, entry.At);
                names.Source(act.NoteSource, ActFile, entry.At);
                acts.Add(act);
            }
        }

        return acts;
    }

    private static bool NotEmpty(string text, out string value) => (value = text).Length > 0;

    private static bool UrlOrNothing(string text, out Uri? url)
    {
        url = null;
        return text.Length == 0 || (Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "http" or "https");
    }
}
