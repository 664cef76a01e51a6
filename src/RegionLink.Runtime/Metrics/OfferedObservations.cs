using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;

namespace RegionLink.Runtime.Metrics;

/// <summary>Observations as the rules of aggregation see them: of each metric and unit those of the method asked for, worked out once.</summary>
internal sealed class OfferedObservations(MetricCatalogue catalogue, string? method, IReadOnlyCollection<HeldObservation> observations)
{
    private readonly ILookup<(string Metric, UnitKey Unit), HeldObservation> _byPlace = observations.ToLookup(o => (o.Metric, o.Unit));
    private readonly Dictionary<long, HeldObservation> _byId = observations.ToDictionary(o => o.Id);
    private readonly Dictionary<(string, UnitKey), IReadOnlyList<PeriodValue>> _known = [];

    public IReadOnlyList<PeriodValue> Of(string metricId, UnitKey unit)
    {
        if (!_known.TryGetValue((metricId, unit), out var known))
        {
            var wanted = method is not null && catalogue.Find(metricId)!.Methods.Contains(method) ? method : "";

            // Of ranks out of several numbers of units the one out of the fewest is meant, as on the scoreboard.
            known =
            [
                .. _byPlace[(metricId, unit)].Where(o => o.Method == wanted)
                    .GroupBy(o => o.Period).Select(same => same.MinBy(o => o.Base)!)
                    .Select(o => new PeriodValue(o.Period, Fraction.Of(o.Value), o.Provisional, o.Id)),
            ];
            _known[(metricId, unit)] = known;
        }

        return known;
    }

    /// <summary>The observations a figure is made of, each once, in order of time within each part.</summary>
    public IReadOnlyList<HeldObservation> PartsOf(Figure figure) =>
        [.. figure.Leaves.SelectMany(l => l.Held).Select(v => v.Id).Distinct().Select(id => _byId[id])];
}
