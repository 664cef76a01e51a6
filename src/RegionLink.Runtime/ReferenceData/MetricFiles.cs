using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>Reads <c>metrics/*.json</c>.</summary>
internal static class MetricFiles
{
    public static List<Metric> Read(FolderReader folder, References names)
    {
        var metrics = new List<Metric>();
        var places = new Dictionary<string, (string File, string At)>(StringComparer.Ordinal);
        foreach (var file in folder.Files("metrics", ".json"))
        {
            foreach (var entry in folder.ReadList<MetricEntry>(file, "metrics", "id"))
            {
                names.Define(Naming.Metric, entry.Name, file, entry.At);
                if (entry.Value is { } value && places.TryAdd(value.Id, (file, entry.At)))
                {
                    metrics.Add(value.ToMetric());
                }
            }
        }

        foreach (var (id, reason) in MetricCatalogue.MistakesOf(metrics)
            .Where(m => m.Reason.Code != MetricRefusals.PartUnknown.Code || !PartsKnown(m.Metric)))
        {
            folder.Note(places[id].File, places[id].At, reason);
        }

        return metrics;

        // A part whose own entry has mistakes is there, only unreadable for now.
        bool PartsKnown(string id)
        {
            var metric = metrics.Single(m => m.Id == id);
            return new[] { metric.Numerator, metric.Denominator }.OfType<string>().All(p => names.Knows(Naming.Metric, p));
        }
    }
}

internal sealed record MetricEntry(
    string Id,
    Bilingual Name,
    UnitOfMeasure Unit,
    MeasureKind Kind,
    Better Direction,
    string? Numerator = null,
    string? Denominator = null,
    Pillar? Pillar = null,
    bool Staged = false,
    IReadOnlyList<string>? Methods = null,
    ValueRange? Range = null,
    string? Note = null)
{
    public Metric ToMetric() => new(Id, Name.Vi, Name.En, Unit, Kind, Numerator, Denominator, Direction, Pillar, Staged, Methods ?? [], Note, Range);
}
