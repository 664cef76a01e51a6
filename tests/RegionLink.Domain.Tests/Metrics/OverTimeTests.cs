using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using static RegionLink.Domain.Tests.Metrics.SampleMetrics;

namespace RegionLink.Domain.Tests.Metrics;

public sealed class OverTimeTests
{
    private static readonly UnitKey Unit = UnitKey.Parse("79@origin");
    private static readonly MetricCatalogue Catalogue = new(
    [
        .. All,
        Of("cards", UnitOfMeasure.Cards, MeasureKind.Latest),
        Of("card_share", UnitOfMeasure.Percent, MeasureKind.Ratio) with { Numerator = "cards", Denominator = "population" },
    ]);

    [Fact]
    public void Twelve_months_of_a_sum_are_the_year()
    {
        var year = Ask("spent", "2022", [.. Enumerable.Range(1, 12).Select(m => ($"2022-{m:00}", (decimal)m))]);

        Assert.Equal(Fraction.Of(78), year.Value!.Value.Value);
        Assert.Equal(Enumerable.Range(0, 12), year.Used);
    }

    [Fact]
    public void Eleven_months_are_not_a_year_and_the_first_missing_day_is_named()
    {
        var year = Ask("spent", "2022", [.. Enumerable.Range(1, 12).Where(m => m != 3).Select(m => ($"2022-{m:00}", 1m))]);

        Assert.Null(year.Value);
        Assert.Equal("metric.period-incomplete", year.Reason!.Code);
        Assert.Contains("1 Mar 2022", year.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void No_day_is_counted_twice_when_values_overlap()
    {
        var year = Ask("spent", "2022", ("2022-01/2022-06", 60), ("2022-04/2022-06", 30), ("2022-05/2022-08", 1), ("2022-07/2022-12", 40));

        Assert.Equal(Fraction.Of(100), year.Value!.Value.Value);
        Assert.Equal([0, 3], year.Used);
    }

    [Fact]
    public void The_value_of_exactly_the_period_goes_before_its_parts()
    {
        var year = Ask("spent", "2022", ("2022-01/2022-06", 60), ("2022-07/2022-12", 40), ("2022", 99));

        Assert.Equal(Fraction.Of(99), year.Value!.Value.Value);
    }

    [Fact]
    public void Reporting_months_that_run_into_the_next_year_do_not_make_a_calendar_year()
    {
        var year = Ask("spent", "2022", ("2021-12-15/2022-01-14", 1), ("2022-01-15/2022-12-14", 1));

        Assert.Equal("metric.period-incomplete", year.Reason!.Code);
    }

    [Theory]
    [InlineData("population")]
    [InlineData("card_share")]
    public void The_last_level_in_a_period_stands_for_it(string metric)
    {
        var year = Ask(metric, "2022", ("2022-10-31", 2), ("2022-12-31", 3), ("2022-01-01", 1), ("2023-01-01", 9));

        Assert.Equal(Fraction.Of(3), year.Value!.Value.Value);
    }

    [Theory]
    [InlineData("dx_share")]
    [InlineData("coverage")]
    [InlineData("dti_rank")]
    public void Shares_and_ranks_of_months_are_never_those_of_the_year(string metric)
    {
        var year = Ask(metric, "2022", ("2022-01", 1), ("2022-02", 2));

        Assert.Null(year.Value);
        Assert.Equal("metric.not-over-time", year.Reason!.Code);
        Assert.Contains("2022-01, 2022-02", year.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_lies_within_the_period_there_is_nothing_to_tell()
    {
        Assert.Equal((null, null), (Ask("spent", "2022", ("2021", 1)) is var none ? none.Value : null, none.Reason));
    }

    [Fact]
    public void The_last_year_of_the_calendar_is_a_year_like_any_other()
    {
        Assert.Equal(Fraction.Of(3), Ask("spent", "9999", ("9999-01/9999-06", 1), ("9999-07/9999-12", 2)).Value!.Value.Value);
    }

    private static OverTime Ask(string metric, string period, params (string Period, decimal Value)[] offered) => OverTime.Of(
        Catalogue.Find(metric)!, Catalogue, Unit, FigurePeriod.Parse(period),
        [.. offered.Select(o => new PeriodValue(FigurePeriod.Parse(o.Period), Fraction.Of(o.Value), Provisional: false))]);
}
