using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;

namespace RegionLink.Runtime.Metrics;

/// <summary>
/// Observations as the rules of aggregation see them: of each metric and unit those of the method meant, worked out once. Where months were added up
/// already, their sum stands for them.
/// </summary>
internal sealed class OfferedObservations(
    MetricCatalogue catalogue,
    string? method,
    IReadOnlyCollection<HeldObservation> observations,
    IReadOnlyDictionary<(string Metric, UnitKey Unit), IReadOnlyList<MonthSum>> sums)
{
    private readonly ILookup<(string Metric, UnitKey Unit), HeldObservation> _byPlace = observations.ToLookup(o => (o.Metric, o.Unit));
    private readonly Dictionary<long, HeldObservation> _byId = observations.ToDictionary(o => o.Id);
    private readonly List<MonthSum> _summed = [];
    private readonly Dictionary<(string, UnitKey), IReadOnlyList<PeriodValue>> _known = [];

    /// <summary>The method whose values of a metric are meant; empty for the usual one.</summary>
    public static string MethodOf(MetricCatalogue catalogue, string metricId, string? method) =>
        method is not null && catalogue.Find(metricId)!.Methods.Contains(method) ? method : "";

    public IReadOnlyList<PeriodValue> Of(string metricId, UnitKey unit)
    {
        if (!_known.TryGetValue((metricId, unit), out var known))
        {
            known = sums.TryGetValue((metricId, unit), out var added) ? [.. added.Select(Summed)] : Held(metricId, unit);
            _known[(metricId, unit)] = known;
        }

        return known;
    }

    /// <summary>The observations a figure is made of, each once, in order of time within each part; without those that were added up before they came here.</summary>
    public IReadOnlyList<HeldObservation> PartsOf(Figure figure) =>
        [.. figure.Leaves.SelectMany(l => l.Held).Select(v => v.Id).Where(id => id >= 0).Distinct().Select(id => _byId[id])];

    /// <summary>How many values over time were added: as many as there are periods among its observations.</summary>
    public int PeriodsOf(Figure figure)
    {
        var summed = SumsOf(figure).ToList();
        var held = PartsOf(figure);
        return held.Count == 0 && summed.TrueForAll(s => s.Period == summed[0].Period)
            ? summed[0].Months
            : held.Select(o => o.Period).Concat(summed.SelectMany(MonthsOf)).Distinct().Count();
    }

    /// <summary>Sample data took part.</summary>
    public bool IsIllustrative(Figure figure) => PartsOf(figure).Any(o => o.Illustrative) || SumsOf(figure).Any(s => s.Illustrative);

    private IEnumerable<MonthSum> SumsOf(Figure figure) => figure.Leaves.SelectMany(l => l.Held).Where(v => v.Id < 0).Select(v => _summed[(int)(-1 - v.Id)]);

    private static IEnumerable<FigurePeriod> MonthsOf(MonthSum sum) =>
        Enumerable.Range(0, sum.Months).Select(sum.Period.Start.AddMonths).Select(first => new FigurePeriod(first, first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1)));

    // Numbers below zero name sums: ids of observations never are.
    private PeriodValue Summed(MonthSum sum)
    {
        _summed.Add(sum);
        return new(sum.Period, Fraction.Of(sum.Value), sum.Provisional, -_summed.Count);
    }

    // Of ranks out of several numbers of units the one out of the fewest is meant, as on the scoreboard.
    private PeriodValue[] Held(string metricId, UnitKey unit)
    {
        var wanted = MethodOf(catalogue, metricId, method);
        return
        [
            .. _byPlace[(metricId, unit)].Where(o => o.Method == wanted)
                .GroupBy(o => o.Period).Select(same => same.MinBy(o => o.Base)!)
                .Select(o => new PeriodValue(o.Period, Fraction.Of(o.Value), o.Provisional, o.Id)),
        ];
    }
}
