using RegionLink.Domain.Metrics;

namespace RegionLink.Domain.Tests.Metrics;

public sealed class MetricCatalogueTests
{
    [Fact]
    public void A_sound_catalogue_has_no_mistakes() => Assert.Empty(MetricCatalogue.MistakesOf(SampleMetrics.All));

    [Fact]
    public void Every_mistake_of_a_catalogue_is_listed()
    {
        Metric[] metrics =
        [
            .. SampleMetrics.All,
            SampleMetrics.All[0],
            SampleMetrics.Of("half", UnitOfMeasure.Percent, MeasureKind.Ratio) with { Numerator = "dx_spent" },
            SampleMetrics.Of("odd", UnitOfMeasure.Percent, MeasureKind.Sum) with { Numerator = "dx_spent", Denominator = "nowhere" },
            SampleMetrics.Of("ranked", UnitOfMeasure.Percent, MeasureKind.Ratio) with { Numerator = "dti_rank", Denominator = "spent" },
            SampleMetrics.Of("place", UnitOfMeasure.Rank, MeasureKind.Sum),
            SampleMetrics.Of("narrow", UnitOfMeasure.Percent, MeasureKind.None) with { Range = new(5, 5) },
        ];

        Assert.Equal(
            [
                "dx_spent metric.twice-defined", "half metric.parts-misplaced", "odd metric.parts-misplaced", "odd metric.part-unknown",
                "ranked metric.part-not-summable", "place metric.rank-combines", "narrow metric.range-empty",
            ],
            MetricCatalogue.MistakesOf(metrics).Select(m => $"{m.Metric} {m.Reason.Code}"));
    }
}
