using System.Collections.Frozen;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Metrics;

/// <summary>All metrics by id. Build it from what <see cref="MistakesOf(IReadOnlyCollection{Metric})"/> found nothing wrong with.</summary>
public sealed class MetricCatalogue(IEnumerable<Metric> metrics)
{
    private readonly FrozenDictionary<string, Metric> byId = metrics.ToFrozenDictionary(m => m.Id);

    /// <summary>In order of id.</summary>
    public IReadOnlyList<Metric> All => field ??= [.. byId.Values.OrderBy(m => m.Id, StringComparer.Ordinal)];

    public Metric? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Every fault of a catalogue at once, with the metric it is about.</summary>
    public static IReadOnlyList<(string Metric, Refusal Reason)> MistakesOf(IReadOnlyCollection<Metric> metrics)
    {
        var known = metrics.DistinctBy(m => m.Id).ToDictionary(m => m.Id);
        return
        [
            .. metrics.CountBy(m => m.Id).Where(c => c.Value > 1).Select(c => (c.Key, MetricRefusals.TwiceDefined.With(c.Key))),
            .. known.Values.SelectMany(m => MistakesOf(m, known).Select(reason => (m.Id, reason))),
        ];
    }

    private static IEnumerable<Refusal> MistakesOf(Metric metric, Dictionary<string, Metric> known)
    {
        string?[] parts = [metric.Numerator, metric.Denominator];
        var given = parts.Count(p => p is not null);
        if (given == 1 || (given == 2 && metric.Kind != MeasureKind.Ratio))
        {
            yield return MetricRefusals.PartsMisplaced.With(metric.Id);
        }

        foreach (var part in parts.OfType<string>())
        {
            if (!known.TryGetValue(part, out var of))
            {
                yield return MetricRefusals.PartUnknown.With(metric.Id, part);
            }
            else if (of.Kind is not (MeasureKind.Sum or MeasureKind.Latest))
            {
                yield return MetricRefusals.PartNotSummable.With(metric.Id, part);
            }
        }

        if (metric.Range is { } range && range.Least >= range.Most)
        {
            yield return MetricRefusals.RangeEmpty.With(metric.Id, range.Least, range.Most);
        }

        if (metric.Unit == UnitOfMeasure.Rank && metric.Kind != MeasureKind.None)
        {
            yield return MetricRefusals.RankCombines.With(metric.Id);
        }
    }
}
