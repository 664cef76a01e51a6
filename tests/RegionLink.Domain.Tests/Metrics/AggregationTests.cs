using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using static RegionLink.Domain.Tests.Metrics.SampleMetrics;
using static RegionLink.Domain.Tests.Units.SampleLineage;

namespace RegionLink.Domain.Tests.Metrics;

public sealed class AggregationTests
{
    [Fact]
    public void What_is_held_for_the_unit_wins_over_what_could_be_rebuilt()
    {
        var answer = Holding(("spent", "75@2025-07-01", 50), ("spent", "75@origin", 30), ("spent", "70@origin", 10)).ValueOf("spent", Key("75@2025-07-01"));

        Assert.Equal(Fraction.Of(50), answer.Figure!.Value);
        Assert.Equal(FigureBasis.Own, answer.Figure.Basis);
        Assert.Empty(answer.Figure.Parts);
    }

    [Fact]
    public void The_past_of_a_merged_unit_is_the_sum_of_all_its_predecessors()
    {
        var figure = Holding(("spent", "75@origin", 30), ("spent", "70@origin", 10)).ValueOf("spent", Key("75@2026-04-30")).Figure!;

        Assert.Equal(Fraction.Of(40), figure.Value);
        Assert.Equal(FigureBasis.Added, figure.Basis);
        Assert.Equal(["70@origin", "75@origin"], figure.Parts.Select(p => p.Unit.ToString()).Order());
    }

    [Fact]
    public void A_missing_predecessor_is_named_and_never_counted_as_zero()
    {
        var answer = Holding(("spent", "75@origin", 30)).ValueOf("spent", Key("75@2025-07-01"));

        Assert.Null(answer.Figure);
        var reason = Assert.Single(answer.Reasons);
        Assert.Equal("metric.value-missing", reason.Code);
        Assert.Contains("70@origin", reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9999999999999999999999999999", "0.0000000000000000000000000001")]
    [InlineData("-9999999999999999999999999999", "0.0000001")]
    public void A_share_no_number_holds_is_told_as_a_mistake_in_its_parts(string above, string below)
    {
        decimal Read(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var answer = Holding(("dx_spent", "75@origin", Read(above)), ("spent", "75@origin", Read(below))).ValueOf("dx_share", Key("75@origin"));

        Assert.Equal("metric.out-of-range", Assert.Single(answer.Reasons).Code);
    }

    [Fact]
    public void So_is_a_sum_no_number_holds()
    {
        var answer = Holding(("spent", "75@origin", 79_228_162_514_264_337_593_543_950_335m), ("spent", "70@origin", 1)).ValueOf("spent", Key("75@2025-07-01"));

        Assert.Equal("metric.out-of-range", Assert.Single(answer.Reasons).Code);
    }

    [Fact]
    public void A_ratio_is_recomputed_from_sums_across_units_of_measure()
    {
        var figure = Holding(
            ("dx_spent", "75@origin", 9_000_000), ("spent", "75@origin", 1_000),
            ("dx_spent", "70@origin", 1_000_000), ("spent", "70@origin", 1_000),
            ("dx_share", "75@origin", 5)).ValueOf("dx_share", Key("75@2025-07-01")).Figure!;

        Assert.Equal(Fraction.Of(0.5m), figure.Value);
        Assert.Equal(FigureBasis.Divided, figure.Basis);
        Assert.Equal(["dx_spent", "spent"], figure.Parts.Select(p => p.Metric));
    }

    [Fact]
    public void A_published_ratio_of_the_unit_itself_wins_over_its_parts()
    {
        var figure = Holding(("dx_share", "75@origin", 0.97m), ("dx_spent", "75@origin", 1), ("spent", "75@origin", 1)).ValueOf("dx_share", Key("75@origin")).Figure!;

        Assert.Equal(Fraction.Of(0.97m), figure.Value);
    }

    [Fact]
    public void A_ratio_names_everything_its_parts_miss()
    {
        var answer = Holding(("spent", "75@origin", 1_000)).ValueOf("dx_share", Key("75@2025-07-01"));

        Assert.Equal(
            ["dx_spent 70@origin", "dx_spent 75@origin", "spent 70@origin"],
            answer.Reasons.Select(r => string.Join(' ', r.En.Split(' ').Where(w => w.Contains("spent", StringComparison.Ordinal) || w.Contains('@', StringComparison.Ordinal)))).Order());
    }

    [Fact]
    public void A_zero_denominator_is_a_reason_not_a_number() => Assert.Equal(
        "metric.denominator-zero",
        Holding(("dx_spent", "75@origin", 1), ("spent", "75@origin", 0)).ValueOf("dx_share", Key("75@origin")).Reasons[0].Code);

    [Fact]
    public void Ranks_and_shares_without_parts_are_refused_for_a_merged_unit()
    {
        var held = Holding(("dti_rank", "75@origin", 43), ("dti_rank", "70@origin", 12), ("coverage", "75@origin", 90), ("coverage", "70@origin", 80));

        Assert.Equal("metric.not-combinable", Assert.Single(held.ValueOf("dti_rank", Key("75@2025-07-01")).Reasons).Code);
        Assert.Equal("metric.ratio-parts-unknown", Assert.Single(held.ValueOf("coverage", Key("75@2025-07-01")).Reasons).Code);
    }

    [Fact]
    public void Anything_carries_over_a_change_of_status_both_ways()
    {
        var later = Holding(2024, ("dti_rank", "75@2025-07-01", 15)).ValueOf("dti_rank", Key("75@2026-04-30")).Figure!;
        var earlier = Holding(2026, ("spent", "75@2026-04-30", 7)).ValueOf("spent", Key("75@2025-07-01")).Figure!;

        Assert.Equal((Fraction.Of(15), FigureBasis.SameTerritory, "75@2025-07-01"), (later.Value, later.Basis, later.Parts[0].Unit.ToString()));
        Assert.Equal((Fraction.Of(7), FigureBasis.SameTerritory, "75@2026-04-30"), (earlier.Value, earlier.Basis, earlier.Parts[0].Unit.ToString()));
    }

    [Fact]
    public void A_figure_of_a_split_unit_is_never_apportioned()
    {
        var answer = Holding(("population", "25507@origin", 900), ("population", "25498@origin", 500)).ValueOf("population", Key("25498@2025-07-01"));

        var reason = Assert.Single(answer.Reasons);
        Assert.Equal("metric.unit-split", reason.Code);
        Assert.Contains("25507@origin", reason.En, StringComparison.Ordinal);
        Assert.Contains("25498@2025-07-01, 25549@2025-07-01", reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_after_the_merger_is_not_asked_of_units_that_no_longer_exist()
    {
        var reason = Assert.Single(Holding(2027).ValueOf("spent", Key("75@2026-04-30")).Reasons);

        Assert.Contains("75@2026-04-30", reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_region_is_a_sum_over_a_sum_never_a_mean_of_shares()
    {
        var held = Holding(
            ("dx_spent", "75@origin", 90_000_000), ("spent", "75@origin", 9_000), ("dx_spent", "70@origin", 0), ("spent", "70@origin", 1_000),
            ("dx_spent", "72@origin", 0), ("spent", "72@origin", 0));

        var figure = held.ValueOver("dx_share", Key("southeast@origin"), [Key("75@origin"), Key("70@origin"), Key("72@origin")]).Figure!;

        Assert.Equal(Fraction.Of(0.9m), figure.Value);
        Assert.Equal("southeast@origin", figure.Unit.ToString());
    }

    [Fact]
    public void Over_no_units_there_is_no_figure() =>
        Assert.Equal("metric.value-missing", Holding().ValueOver("spent", Key("southeast@origin"), []).Reasons[0].Code);

    [Fact]
    public void Unknown_units_and_metrics_are_all_named()
    {
        var answer = Holding().ValueOver("spend", Key("VN@origin"), [Key("99@origin"), Key("75@origin"), Key("98@origin")]);

        Assert.Equal(["metric.unknown", "unit.unknown", "unit.unknown"], answer.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void Whatever_is_computed_from_an_estimate_is_an_estimate()
    {
        var aggregation = new Aggregation(
            new MetricCatalogue(All), Sample, FigurePeriod.Year(2022),
            (metric, unit) => metric == "spent" && unit.ValidFrom is null ? [new PeriodValue(FigurePeriod.Year(2022), Fraction.One, Provisional: unit == Key("70@origin"))] : []);

        Assert.True(aggregation.ValueOf("spent", Key("75@2025-07-01")).Figure!.Provisional);
        Assert.False(aggregation.ValueOf("spent", Key("75@origin")).Figure!.Provisional);
    }

    [Fact]
    public void A_region_has_the_same_sum_on_old_and_new_boundaries() => Prop.ForAll<long[]>(values =>
    {
        var amounts = values.Concat([0, 0, 0, 0]).Take(4).Select(v => v / 100m).ToArray();
        var held = Holding(("spent", "70@origin", amounts[0]), ("spent", "75@origin", amounts[1]), ("spent", "72@origin", amounts[2]), ("spent", "80@origin", amounts[3]));
        var old = held.ValueOver("spent", Key("VN@origin"), [Key("70@origin"), Key("75@origin"), Key("72@origin"), Key("80@origin")]);
        var now = held.ValueOver("spent", Key("VN@origin"), [Key("75@2026-04-30"), Key("80@2025-07-01")]);
        return old.Figure!.Value == now.Figure!.Value;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_combined_share_lies_between_the_shares_it_came_from() => Prop.ForAll<PositiveInt, PositiveInt, (NonNegativeInt, NonNegativeInt)>((a, b, both) =>
    {
        var (x, y) = both;
        var held = Holding(("dx_spent", "70@origin", x.Get), ("spent", "70@origin", a.Get), ("dx_spent", "75@origin", y.Get), ("spent", "75@origin", b.Get));
        var shares = new[] { "70@origin", "75@origin" }.Select(u => held.ValueOf("dx_share", Key(u)).Figure!.Value).Order().ToList();
        var together = held.ValueOf("dx_share", Key("75@2025-07-01")).Figure!.Value;
        return shares[0] <= together && together <= shares[1];
    }).QuickCheckThrowOnFailure();
}
