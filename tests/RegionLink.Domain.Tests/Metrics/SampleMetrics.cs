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

    public static Aggregation Holding(int year, params (string Metric, string Unit, decimal Value)[] held)
    {
        var values = held.ToDictionary(h => (h.Metric, UnitKey.Parse(h.Unit)), h => new HeldValue(Fraction.Of(h.Value)));
        return new(
            new MetricCatalogue(All), SampleLineage.Sample, FigurePeriod.Year(year),
            (metric, unit) => values.TryGetValue((metric, unit), out var value) ? value : null);
    }
}
