using RegionLink.Domain.Common;

namespace RegionLink.Domain.Metrics;

/// <summary>A value of one metric and unit, and the days it is about.</summary>
/// <param name="Id">Names the observation to whoever offered it.</param>
public readonly record struct PeriodValue(FigurePeriod Period, Fraction Value, bool Provisional, long Id = 0);

/// <summary>How the values of a unit become the value of a period: what holds for exactly the period wins; else the kind of the metric decides.</summary>
/// <param name="Value">Null when there is none.</param>
/// <param name="Used">Places in what was offered of those the value is made of, in order of time.</param>
/// <param name="Reason">Why there is none, when something lies within the period; null when nothing does.</param>
public sealed record OverTime(HeldValue? Value, IReadOnlyList<int> Used, Refusal? Reason)
{
    private static readonly OverTime Nothing = new(null, [], null);

    /// <summary>
    /// Months add into a year for <see cref="MeasureKind.Sum"/> alone, and only when every day is covered exactly once. Of a level the last
    /// value in the period stands for it. Anything else is never combined over time.
    /// </summary>
    public static OverTime Of(Metric metric, MetricCatalogue catalogue, UnitKey unit, FigurePeriod period, IReadOnlyList<PeriodValue> offered)
    {
        var within = Enumerable.Range(0, offered.Count).Where(i => period.Covers(offered[i].Period)).OrderBy(i => offered[i].Period.Start).ToList();
        if (within.Count == 0)
        {
            return Nothing;
        }

        var exact = within.FindIndex(i => offered[i].Period == period);
        if (exact >= 0)
        {
            return Made([within[exact]]);
        }

        if (IsLevel(metric, catalogue))
        {
            return Made([within.MaxBy(i => offered[i].Period)]);
        }

        return metric.Kind is MeasureKind.Sum
            ? Added()
            : new(null, [], MetricRefusals.NotOverTime.With(metric.Id, unit, period, string.Join(", ", within.Select(i => offered[i].Period).Distinct())));

        OverTime Made(IReadOnlyList<int> used) => new(
            new HeldValue(used.Aggregate(Fraction.Zero, (sum, i) => sum + offered[i].Value), used.Any(i => offered[i].Provisional)), used, null);

        OverTime Added()
        {
            var (tiles, reached) = Tiles(period, within, offered);
            return tiles is not null ? Made(tiles) : new(null, [], MetricRefusals.PeriodIncomplete.With(metric.Id, unit, period, DateOnly.FromDayNumber(reached)));
        }
    }

    /// <summary>A level: <see cref="MeasureKind.Latest"/>, and a ratio of two such.</summary>
    private static bool IsLevel(Metric metric, MetricCatalogue catalogue) => metric.Kind switch
    {
        MeasureKind.Latest => true,
        MeasureKind.Ratio when metric.Numerator is not null =>
            catalogue.Find(metric.Numerator)?.Kind is MeasureKind.Latest && catalogue.Find(metric.Denominator!)?.Kind is MeasureKind.Latest,
        _ => false,
    };

    /// <summary>The fewest values that cover every day once, or how far they reach: the first day nothing follows on.</summary>
    private static (IReadOnlyList<int>? Tiles, int Reached) Tiles(FigurePeriod period, List<int> within, IReadOnlyList<PeriodValue> offered)
    {
        // Day numbers, because the day after the last one of the calendar is not a date.
        var (start, after) = (period.Start.DayNumber, period.End.DayNumber + 1);
        var ways = new Dictionary<int, (int Count, int Last)> { [start] = (0, -1) };
        foreach (var i in within)
        {
            var (from, to) = (offered[i].Period.Start.DayNumber, offered[i].Period.End.DayNumber + 1);
            if (ways.TryGetValue(from, out var way) && (!ways.TryGetValue(to, out var known) || way.Count + 1 < known.Count))
            {
                ways[to] = (way.Count + 1, i);
            }
        }

        if (!ways.ContainsKey(after))
        {
            return (null, ways.Keys.Max());
        }

        var tiles = new List<int>();
        for (var day = after; day != start; day = offered[tiles[^1]].Period.Start.DayNumber)
        {
            tiles.Add(ways[day].Last);
        }

        tiles.Reverse();
        return (tiles, after);
    }
}
