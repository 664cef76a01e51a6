using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Tests.Units;

namespace RegionLink.Domain.Tests.Metrics;

/// <summary>One metric of each kind, and a way to ask with a handful of held values.</summary>
internal static class SampleMetrics
{
    public static readonly Metric[] All =
    [
        Of("dx_spent", UnitOfMeasure.Vnd, MeasureKind.Sum),
        Of("spent", UnitOfMeasure.MillionVnd, MeasureKind.Sum),
        Of("dx_share", UnitOfMeasure.Percent, MeasureKind.Ratio) with { Numerator = "dx_spent", Denominator = "spent" },
        Of("coverage", UnitOfMeasure.Percent, MeasureKind.Ratio),
        Of("population", UnitOfMeasure.Persons, MeasureKind.Latest),
        Of("dti_rank", UnitOfMeasure.Rank, MeasureKind.None),
    ];

    public static Metric Of(string id, UnitOfMeasure unit, MeasureKind kind) =>
        new(id, id, id, unit, kind, null, null, Better.Neutral, null, false, [], null);

    public static Aggregation Holding(params (string Metric, string Unit, decimal Value)[] held) => Holding(2022, held);

    public static Aggregation Holding(int year, params (string Metric, string Unit, decimal Value)[] held) =>
        Reported(year, [.. held.Select(h => (h.Metric, h.Unit, $"{year}", h.Value))]);

    /// <summary>Asks for a year, with values about any days.</summary>
    public static Aggregation Reported(int year, params (string Metric, string Unit, string Period, decimal Value)[] held)
    {
        var values = held.ToLookup(h => (h.Metric, UnitKey.Parse(h.Unit)), h => new PeriodValue(FigurePeriod.Parse(h.Period), Fraction.Of(h.Value), Provisional: false));
        return new(new MetricCatalogue(All), SampleLineage.Sample, FigurePeriod.Year(year), (metric, unit) => [.. values[(metric, unit)]]);
    }
}
