using System.Globalization;
using RegionLink.Domain.Observations;
using RegionLink.Runtime.Observations;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>Published values of one unit and subject, ready to be recorded as a batch.</summary>
/// <param name="File">Path inside the folder: a good title for the batch.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Entries">Rows with their source spelt out; their lines are those of the file.</param>
public sealed record PublishedValues(string File, byte[] Hash, IReadOnlyList<ObservationEntry> Entries);

/// <summary>Reads <c>&lt;key&gt;/observations/*.csv</c>.</summary>
internal sealed class ValueFiles(FolderReader folder, References names, IReadOnlyList<SourceEntry> sources)
{
    private const string Header = "metric,period,value,unit,base,stage,method,standing,source,note";

    /// <summary>Said by the references, once and with the remedy for this folder.</summary>
    private static readonly string[] SaidElsewhere = [ObservationRefusals.MetricUnknown.Code, ObservationRefusals.UnitUnknown.Code];

    private readonly Dictionary<string, SourceEntry> _sources = sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id);

    public List<PublishedValues> Read() =>
    [
        .. UnitFiles.UnitFolders(folder)
            .SelectMany(unit => folder.Files($"{unit}/observations", ".csv").Select(file => (unit, file)))
            .Select(f => new PublishedValues(f.file, [], ReadFile(f.unit, f.file)))
            .Select(v => v with { Hash = folder.HashOf(v.File) }),
    ];

    /// <summary>Holds the values to the rules every observation must obey, and to those of this folder.</summary>
    public static void Judge(IReadOnlyList<PublishedValues> values, ObservationVocabulary vocabulary, FolderReader folder)
    {
        foreach (var file in values.Where(v => v.Entries.Count > 0))
        {
            foreach (var fault in ObservationEntry.Read(file.Entries, vocabulary).Faults.Where(f => !SaidElsewhere.Contains(f.Reason.Code)))
            {
                folder.Note(file.File, fault.Line, fault.Reason);
            }

            var inUse = file.Entries.Where(e => e.Standing is "accepted" or "estimate").ToLookup(About);
            foreach (var entry in file.Entries.Where(e => e.Standing == "confirms" && !inUse[About(e)].Any(u => Confirms(e.Value, u.Value))))
            {
                folder.Note(file.File, entry.Line, MistakeCodes.ConfirmsNothing.With(entry.Metric, entry.Period));
            }
        }
    }

    private static (string, string, string?, string?, string?) About(ObservationEntry e) => (e.Metric, e.Period, e.Base, e.Stage, e.Method);

    /// <summary>The same value as exactly as it is given: 2,095 confirms 2,095.34, be it rounded or cut off.</summary>
    private static bool Confirms(string text, string inUseText) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && decimal.TryParse(inUseText, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var inUse)
        && (decimal.Round(inUse, value.Scale, MidpointRounding.ToZero) == value || decimal.Round(inUse, value.Scale, MidpointRounding.AwayFromZero) == value);

    private List<ObservationEntry> ReadFile(string unit, string file)
    {
        var entries = new List<ObservationEntry>();
        foreach (var row in folder.ReadCsv(file, Header))
        {
            var where = $"line {row.Line}";
            names.Metric(row["metric"], file, where);
            names.Source(row["source"], file, where);
            var source = _sources.GetValueOrDefault(row["source"]);
            entries.Add(new(
                row["metric"], unit, row["period"], row["value"], row["unit"], source?.Title ?? row["source"], row["base"], row["stage"],
                row["method"], row["standing"], source?.Url, row["note"], row.Line));
        }

        return entries;
    }
}
