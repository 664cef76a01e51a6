using RegionLink.Domain.Targets;
using static RegionLink.Domain.Tests.Targets.TargetHistory;

namespace RegionLink.Domain.Tests.Targets;

public sealed class TargetVersionTests
{
    [Fact]
    public void A_changed_target_leaves_the_goal_of_earlier_years_as_it_was()
    {
        var target = Given(BudgetFloor, new TargetEvent.Changed(2, Floor(1.5m, "2027-01-01"), "Nghị quyết mới"));

        Assert.Equal(("1", 1m), (target.GoalFor(HoChiMinhCity, Day("2026-12-31")).Name, target.GoalFor(HoChiMinhCity, Day("2026-12-31")).Goal.Threshold));
        Assert.Equal(("2", 1.5m), (target.GoalFor(HoChiMinhCity, Day("2027-12-31")).Name, target.GoalFor(HoChiMinhCity, Day("2027-12-31")).Goal.Threshold));
    }

    [Fact]
    public void A_change_may_not_reach_into_a_finished_year() => Assert.Equal(
        ["target.rewrites-the-past"],
        Given(BudgetFloor).When(new TargetCommand.Change(Floor(1.5m, "2025-12-31"), "Nâng mức")).Codes());

    [Fact]
    public void A_change_within_the_running_year_is_a_new_version() => Assert.Equal(
        [new TargetEvent.Changed(2, Floor(1.5m, "2026-01-01"), "Nâng mức")],
        Given(BudgetFloor).When(new TargetCommand.Change(Floor(1.5m, "2026-01-01"), "Nâng mức")).Events);

    [Fact]
    public void The_same_terms_again_change_nothing()
    {
        Assert.Empty(Given(BudgetFloor).When(new TargetCommand.Change(BudgetFloor.Terms, "")).Events);
        Assert.Empty(Given(BudgetFloor).When(Setting()).Events);
        Assert.True(Given(BudgetFloor).When(Setting()).Accepted);
    }

    [Fact]
    public void A_target_is_not_set_twice_with_different_terms() => Assert.Equal(
        ["target.already-set"], Given(BudgetFloor).When(Setting() with { Terms = Floor(2m, "2022-07-12") }).Codes());

    [Fact]
    public void Every_fault_of_a_new_target_is_told_at_once()
    {
        var terms = new TargetTerms(
            new Goal(GoalDirection.Between, 35m, 30m),
            new TargetValidity(Day("2026-01-01"), Day("2025-01-01"), Due.On(Day("2025-12-31"))),
            new Trajectory([new Milestone(Day("2025-06-30"), 1m), new Milestone(Day("2025-06-30"), 2m), new Milestone(Day("2026-06-30"), 3m)]),
            " ");
        var command = Setting() with { Terms = terms, MetricUnit = null, Scope = new TargetScope(ScopeKind.Unit) };

        Assert.Equal(
            [
                "target.upper-missing", "target.legal-source-missing", "target.validity-reversed", "target.validity-reversed",
                "target.trajectory-unordered", "target.trajectory-after-deadline", "target.metric-unknown", "target.scope-unit-missing",
            ],
            Target.Initial.When(command).Codes());
    }

    [Fact]
    public void A_threshold_in_another_unit_than_the_metric_is_refused() => Assert.Equal(
        ["target.unit-differs"], Target.Initial.When(Setting() with { MetricUnit = "ratio" }).Codes());

    [Fact]
    public void An_ended_target_still_judges_the_years_before_its_end()
    {
        var ended = Given(BudgetFloor, new TargetEvent.Ended(Day("2026-12-31"), "Thay bằng luật"));

        Assert.True(ended.GoalFor(null, Day("2026-12-31")).Validity.Judges(Day("2026-01-01"), Day("2026-12-31")));
        Assert.False(ended.GoalFor(null, Day("2027-12-31")).Validity.Judges(Day("2027-01-01"), Day("2027-12-31")));
    }

    [Fact]
    public void An_end_that_has_passed_is_not_moved()
    {
        var ended = Given(BudgetFloor, new TargetEvent.Ended(Day("2024-12-31"), "Hết hiệu lực"));

        Assert.Equal(["target.rewrites-the-past"], ended.When(new TargetCommand.End(Day("2028-12-31"), "Gia hạn")).Codes());
    }

    [Fact]
    public void Nothing_happens_to_a_target_that_was_never_set() => Assert.Equal(
        ["target.unknown"], Target.Initial.When(new TargetCommand.End(Day("2026-12-31"), "Hết hiệu lực")).Codes());

    private static TargetCommand.Set Setting() => new(
        BudgetFloor.Metric, BudgetFloor.Scope, BudgetFloor.UnitOfMeasure, BudgetFloor.Terms, Illustrative: false, MetricUnit: "percent");
}
