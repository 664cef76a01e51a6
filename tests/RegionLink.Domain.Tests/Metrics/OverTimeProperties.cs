using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using static RegionLink.Domain.Tests.Metrics.SampleMetrics;
using static RegionLink.Domain.Tests.Units.SampleLineage;

namespace RegionLink.Domain.Tests.Metrics;

/// <summary>Values about any days, held against every way of choosing among them.</summary>
public sealed class OverTimeProperties
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly FigurePeriod Asked = new(First, First.AddDays(7));

    [Fact]
    public void A_sum_is_made_of_the_fewest_values_that_cover_every_day_once_and_else_there_is_none() => Prop.ForAll(Values(), values =>
    {
        var catalogue = new MetricCatalogue(All);
        var answer = OverTime.Of(catalogue.Find("spent")!, catalogue, Key("75@2025-07-01"), Asked, values);
        var covers = Enumerable.Range(1, (1 << values.Count) - 1)
            .Select(choice => Enumerable.Range(0, values.Count).Where(i => (choice & (1 << i)) != 0).ToList())
            .Where(chosen => Enumerable.Range(0, 8).All(d => chosen.Count(i => Covers(values[i], First.AddDays(d))) == 1) && chosen.All(i => Asked.Covers(values[i].Period)))
            .ToList();
        return answer.Value is { } value
            ? covers.Exists(c => c.Order().SequenceEqual(answer.Used.Order()))
                && answer.Used.Count == covers.Min(c => c.Count)
                && value.Value == answer.Used.Aggregate(Fraction.Zero, (sum, i) => sum + values[i].Value)
            : covers.Count == 0;
    }).QuickCheckThrowOnFailure();

    private static bool Covers(PeriodValue value, DateOnly day) => value.Period.Start <= day && day <= value.Period.End;

    /// <summary>The days cut up in two ways, one piece now and then lost, and one that may lie anywhere: few draws of days at random ever cover them.</summary>
    private static Arbitrary<List<PeriodValue>> Values() => (
        from first in Cut()
        from second in Cut()
        from start in Gen.Choose(-1, 7)
        from days in Gen.Choose(1, 9)
        from lost in Gen.Choose(0, 12)
        from values in Gen.Choose(-5, 50).ListOf(9)
        let pieces = first.Concat(second).Append(new FigurePeriod(First.AddDays(start), First.AddDays(start + days - 1))).Where((_, i) => i != lost)
        select pieces.Zip(values, (piece, value) => new PeriodValue(piece, Fraction.Of(value), false)).ToList()).ToArbitrary();

    /// <summary>Two to four pieces.</summary>
    private static Gen<List<FigurePeriod>> Cut() =>
        from cuts in Gen.Choose(1, 7).ListOf(3)
        let starts = cuts.Distinct().Order().Prepend(0).ToList()
        select starts.Select((day, i) => new FigurePeriod(First.AddDays(day), First.AddDays((i + 1 < starts.Count ? starts[i + 1] : 8) - 1))).ToList();
}
