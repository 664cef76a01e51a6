using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using static RegionLink.Domain.Tests.Budgets.ShareParts;

namespace RegionLink.Domain.Tests.Budgets;

public sealed class BudgetShareTests
{
    [Theory]
    [InlineData(9_999, 1_000_000, false)]   // 0.9999 %
    [InlineData(10_000, 1_000_000, true)]
    [InlineData(10_000, 1_000_001, false)]
    [InlineData(9_200_000_000_000_000, 920_000_000_000_000_000, true)]       // 100 × dx leaves 64 bits
    [InlineData(9_199_999_999_999_999, 920_000_000_000_000_000, false)]
    public void Nothing_is_rounded_before_one_percent_is_judged(long dx, long total, bool reached) =>
        Assert.Equal(reached, Computed(Unit("79", dx, total)).Reaches(1));

    [Fact]
    public void A_share_below_the_floor_is_never_shown_as_the_floor()
    {
        var share = Computed(Unit("79", 9_999, 1_000_000));

        Assert.Equal(0.99m, share.ShownPercent(2));
        Assert.Equal(0.9999m, share.ShownPercent(4));
    }

    [Theory]
    [InlineData(0, 1_000, 10)]
    [InlineData(0, 1_001, 11)]      // 10.01 đồng are missing: eleven, for there is no smaller unit
    [InlineData(11, 1_001, 0)]
    [InlineData(12, 1_001, 0)]
    public void The_gap_is_the_smallest_sum_that_closes_it(long dx, long total, long missing) =>
        Assert.Equal(missing, Computed(Unit("79", dx, total)).MissingVnd(1));

    [Fact]
    public void The_gap_in_points_is_exact()
    {
        // The published share of TP.HCM in 2022 was 0.97 %: missed by 0.03 points.
        var share = Computed(Unit("79", 97, 10_000));

        Assert.Equal(Fraction.Of(0.03m), share.MissingPoints(1));
        Assert.Equal(Fraction.Zero, share.MissingPoints(0.97m));
    }

    [Fact]
    public void A_missing_total_or_missing_lines_are_not_zero()
    {
        Assert.Equal(["79@origin budget-share.total-missing"], Obstacles(Unit("79", 5, null)));
        Assert.Equal(["79@origin budget-share.lines-missing"], Obstacles(Unit("79", null, 100)));
        Assert.Equal(["79@origin budget-share.lines-missing", "79@origin budget-share.total-missing"], Obstacles(Unit("79", null, null)));
    }

    [Fact]
    public void Lines_that_spend_nothing_on_it_are_an_honest_zero() => Assert.Equal(0m, Computed(Unit("79", 0, 100)).ShownPercent(2));

    [Fact]
    public void The_regional_share_is_sum_by_sum()
    {
        var share = Computed(Unit("79", 90, 1_000), Unit("75", 0, 9_000));

        Assert.Equal(0.9m, share.ShownPercent(2));   // the mean of 9 % and 0 % would be 4.5 %
    }

    [Fact]
    public void A_region_with_a_silent_province_has_no_share() =>
        Assert.Equal(["75@origin budget-share.total-missing"], Obstacles(Unit("79", 90, 1_000), Unit("75", 10, null)));

    [Fact]
    public void The_past_of_a_merged_unit_is_rebuilt_from_its_predecessors()
    {
        var merged = Merged(null, null, Unit("79", 97, 10_000), Unit("77", 3, 2_000), Unit("74", 0, 3_000));

        var share = Computed(merged);
        Assert.Equal((100, 15_000), (share.Lines.Dx, share.Total));
    }

    [Fact]
    public void One_silent_predecessor_is_named() => Assert.Equal(
        ["74@origin budget-share.lines-missing", "77@origin budget-share.total-missing"],
        Obstacles(Merged(null, null, Unit("79", 97, 10_000), Unit("77", 3, null), Unit("74", null, 3_000))));

    [Fact]
    public void Own_lines_and_those_of_predecessors_add_up_over_the_own_total()
    {
        var share = Computed(Merged(50, 20_000, Unit("79", 97, 10_000), Unit("77", null, null)));

        Assert.Equal((147, 20_000), (share.Lines.Dx, share.Total));
    }

    [Fact]
    public void A_unit_without_lines_of_its_own_needs_those_of_all_predecessors()
    {
        Assert.Equal(["77@origin budget-share.lines-missing"], Obstacles(Merged(null, 20_000, Unit("79", 97, 10_000), Unit("77", null, null))));
        Assert.Equal(["79@2025-07-01 budget-share.lines-missing"], Obstacles(Merged(null, 20_000, Unit("79", null, 1), Unit("77", null, null))));
    }

    [Fact]
    public void A_silence_two_mergers_ago_is_heard()
    {
        var first = Merged(null, null, Unit("79", 97, 10_000), Unit("77", null, null));
        var second = new BudgetPart(UnitKey.Parse("79@2026-04-30")) { Totals = [new("B46", new Money(20_000), false)], Predecessors = [first] };

        Assert.Equal(["77@origin budget-share.lines-missing"], Obstacles(second));
    }

    [Fact]
    public void A_unit_that_was_split_is_not_apportioned() => Assert.Equal(
        ["77@origin budget-share.predecessor-split"],
        Obstacles(Merged(null, null, Unit("79", 97, 10_000), Unit("77", 3, 2_000) with { Whole = false })));

    [Fact]
    public void A_total_missing_elsewhere_does_not_ask_a_unit_with_its_own_for_its_predecessors() => Assert.Equal(
        ["80@origin budget-share.total-missing"], Obstacles(Merged(60, 10_000, Unit("74", null, null)), Unit("80", 5, null)));

    [Fact]
    public void Totals_of_different_forms_are_not_added() => Assert.Equal(
        ["75@origin budget-share.forms-differ", "79@origin budget-share.forms-differ"],
        Obstacles(Unit("79", 97, 10_000), Unit("75", 3, 2_000, "B62")));

    [Fact]
    public void The_usual_form_is_taken_where_all_have_it_and_the_only_common_one_otherwise()
    {
        var both = Unit("79", 97, 10_000) with { Totals = [new("B62", new Money(20_000), false), new("B46", new Money(10_000), false)] };

        Assert.Equal("B46", Computed(both).Form);
        Assert.Equal("B62", Computed(both, Unit("75", 3, 2_000, "B62")).Form);
        Assert.Equal("B62", Assert.IsType<BudgetShare.Computed>(ShareComputation.Of([both], "B62")).Form);
    }

    [Fact]
    public void Two_unusual_forms_are_a_question_for_the_asker()
    {
        var unit = Unit("79", 97, 10_000) with { Totals = [new("B62", new Money(1), false), new("B63", new Money(2), false)] };

        Assert.Equal(["79@origin budget-share.form-ambiguous"], Obstacles(unit));
        var asked = Assert.IsType<BudgetShare.NotComputable>(ShareComputation.Of([unit], "B46"));
        Assert.Equal("budget-share.form-missing", Assert.Single(asked.Obstacles).Reason.Code);
    }

    [Fact]
    public void Sample_data_marks_the_share_and_never_joins_real_figures_of_the_unit()
    {
        var sample = new LineSum(1, 1_000, 0, 0);

        Assert.True(Computed(Unit("79", null, 10_000) with { IllustrativeLines = sample }).Illustrative);
        var real = Computed(Unit("79", 97, 10_000) with { IllustrativeLines = sample });
        Assert.Equal((97, false), (real.Lines.Dx, real.Illustrative));
        Assert.True(Computed(Unit("79", 97, null) with { Totals = [new("B46", new Money(5), true)] }).Illustrative);
        Assert.True(Computed(Unit("79", 97, 10_000), Unit("75", null, 1) with { IllustrativeLines = sample }).Illustrative);
    }

    [Fact]
    public void What_is_published_knows_no_sample_data()
    {
        var unit = Unit("79", null, null) with { IllustrativeLines = new LineSum(1, 1, 0, 0), Totals = [new("B46", new Money(5), true)] };

        var share = Assert.IsType<BudgetShare.NotComputable>(ShareComputation.Of([unit], realOnly: true));
        Assert.Equal(["budget-share.lines-missing", "budget-share.total-missing"], share.Obstacles.Select(o => o.Reason.Code));
    }

    [Fact]
    public void An_illustrative_total_of_a_predecessor_does_not_mark_a_share_that_does_not_use_it()
    {
        var before = Unit("79", 97, null) with { Totals = [new("B46", new Money(5), true)] };

        Assert.False(Computed(Merged(50, 20_000, before)).Illustrative);
    }
}
