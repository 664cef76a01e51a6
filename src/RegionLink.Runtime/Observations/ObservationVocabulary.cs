using System.Text.Json;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Observations;
using RegionLink.Domain.Units;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Observations;

/// <summary>What the platform knows about the words used in observations: metrics, units, and in which province a unit lies.</summary>
public sealed class ObservationVocabulary(MetricCatalogue metrics, Lineage units)
{
    private readonly Dictionary<string, MetricFacts> _facts = metrics.All.ToDictionary(m => m.Id, FactsOf);

    /// <summary>Null when the catalogue has no such metric.</summary>
    public MetricFacts? Metric(string id) => _facts.GetValueOrDefault(id);

    /// <summary>Key of the province a unit lies in; the unit's own for provinces, regions and the nation. Null when there is no such unit.</summary>
    public UnitKey? ProvinceOf(UnitKey key)
    {
        if (units.Find(key) is not { } unit)
        {
            return null;
        }

        // A commune version lives on when its province gets a new version under the same code; it belongs to the one it began in.
        return unit.Level is UnitLevel.Commune ? units.ParentOf(unit, FirstKnownDay(unit))?.Key : key;
    }

    private static DateOnly FirstKnownDay(Unit unit) => unit.Key.ValidFrom ?? unit.End;

    private static MetricFacts FactsOf(Metric metric) => new(
        JsonSerializer.Serialize(metric.Unit, StoredJson.Options).Trim('"'), metric.Staged, metric.Unit is UnitOfMeasure.Rank, metric.Methods,
        metric.Range);
}
