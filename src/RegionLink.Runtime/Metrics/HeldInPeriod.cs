using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;

namespace RegionLink.Runtime.Metrics;

/// <summary>What a period's values are made of: one answer per metric and unit, worked out when it is asked for and kept.</summary>
internal sealed class HeldInPeriod(
    MetricCatalogue catalogue, FigurePeriod period, string? method, ILookup<(string Metric, UnitKey Unit), HeldObservation> observations)
{
    private readonly Dictionary<(string, UnitKey), (OverTime Over, IReadOnlyList<HeldObservation> Offered)> _known = [];

    public HeldValue? Find(string metric, UnitKey unit) => Of(metric, unit).Over.Value;

    public Refusal? WhyNot(string metric, UnitKey unit) => Of(metric, unit).Over.Reason;

    /// <summary>The observations a figure is made of, each once, in order of time.</summary>
    public IReadOnlyList<HeldObservation> PartsOf(Figure figure)
    {
        return [.. Leaves(figure).SelectMany(l => Used(l.Metric, l.Unit)).DistinctBy(o => o.Id)];

        static IEnumerable<Figure> Leaves(Figure of) => of.Basis is FigureBasis.Own ? [of] : of.Parts.SelectMany(Leaves);
    }

    private IEnumerable<HeldObservation> Used(string metric, UnitKey unit)
    {
        var (over, offered) = Of(metric, unit);
        return over.Used.Select(i => offered[i]);
    }

    private (OverTime Over, IReadOnlyList<HeldObservation> Offered) Of(string metricId, UnitKey unit)
    {
        if (!_known.TryGetValue((metricId, unit), out var known))
        {
            var metric = catalogue.Find(metricId)!;
            var wanted = method is not null && metric.Methods.Contains(method) ? method : "";

            // Of ranks out of several numbers of units the one out of the fewest is meant, as on the scoreboard.
            var offered = observations[(metricId, unit)].Where(o => o.Method == wanted)
                .GroupBy(o => o.Period).Select(same => same.MinBy(o => o.Base)!).ToList();
            known = (OverTime.Of(
                metric, catalogue, unit, period, offered.ConvertAll(o => new PeriodValue(o.Period, Fraction.Of(o.Value), o.Provisional))), offered);
            _known[(metricId, unit)] = known;
        }

        return known;
    }
}
