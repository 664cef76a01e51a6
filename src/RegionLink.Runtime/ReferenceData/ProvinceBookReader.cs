using RegionLink.Domain.Common;
using RegionLink.Domain.Units;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>Reads the provinces folder: everything, or every mistake.</summary>
public static class ProvinceBookReader
{
    private static readonly string[] ForPeople = ["README.md", "LICENSES.md"];

    /// <param name="root">The folder that holds <c>sources.csv</c> and the units' folders.</param>
    /// <returns>The book when there is no mistake, else null and all mistakes, by file and place.</returns>
    public static (ProvinceBook? Book, IReadOnlyList<FileMistake> Mistakes) Read(string root)
    {
        if (!Directory.Exists(root))
        {
            return (null, [new(root, "", MistakeCodes.FolderMissing.With(root))]);
        }

        var folder = new FolderReader(root);
        var names = new References(folder);
        Array.ForEach(ForPeople, folder.Claim);
        var sources = SourceFiles.ReadSources(folder, names);
        var acts = SourceFiles.ReadActs(folder, names);
        var metrics = MetricFiles.Read(folder, names);
        var unitFiles = new UnitFiles(folder, names);
        var units = unitFiles.Read();
        var lineageFiles = new LineageFiles(folder, names);
        var links = lineageFiles.Read();
        var targets = TargetFiles.Read(folder, names, new(metrics));
        var values = new ValueFiles(folder, names, sources).Read();
        var documents = DocumentFiles.Read(folder, names);

        var lineage = new Lineage(units.Select(u => u.Unit).DistinctBy(u => u.Key), links.Select(l => l.Link));
        lineageFiles.Judge(units, unitFiles.Places);
        unitFiles.JudgeTotals(lineage);
        ValueFiles.Judge(values, new(new(metrics), WithStandIns(lineage, folder)), folder);
        names.Judge();
        folder.NoteUnread();
        var book = new ProvinceBook(folder.ContentHash(), sources, acts, units, links, metrics, targets, values, documents);
        return folder.Mistakes.Count == 0
            ? (book, [])
            : (null, [.. folder.Mistakes.Distinct().OrderBy(m => m.File, StringComparer.Ordinal)]);
    }

    /// <summary>A unit whose own file has mistakes still has a folder: its values are judged all the same.</summary>
    private static Lineage WithStandIns(Lineage lineage, FolderReader folder) => new(
        [
            .. lineage.Units,
            .. UnitFiles.UnitFolders(folder)
                .Select(name => UnitKey.TryParse(name, out var key) ? key : default)
                .Where(key => key.Code is not null && lineage.Find(key) is null)
                .Select(key => new Unit(key, null, UnitKind.Province, "", "", null)),
        ],
        []);
}
