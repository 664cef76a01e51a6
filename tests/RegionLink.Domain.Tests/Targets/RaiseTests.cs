using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using static RegionLink.Domain.Tests.Targets.TargetHistory;

namespace RegionLink.Domain.Tests.Targets;

public sealed class RaiseTests
{
    [Fact]
    public void A_province_raises_for_itself_only()
    {
        var target = Given(BudgetFloor, new TargetEvent.Raised(HoChiMinhCity, 1, new Goal(GoalDirection.AtLeast, 2m), Day("2026-01-01"), "NQ HĐND"));

        Assert.Equal("1+1", target.GoalFor(HoChiMinhCity, Day("2026-12-31")).Name);
        Assert.Equal("1", target.GoalFor(UnitKey.Parse("75@2026-04-30"), Day("2026-12-31")).Name);
        Assert.Equal("1", target.GoalFor(HoChiMinhCity, Day("2025-12-31")).Name);
    }

    [Theory]
    [InlineData(GoalDirection.AtLeast, "0.99")]
    [InlineData(GoalDirection.AtLeast, "1")]
    [InlineData(GoalDirection.AtMost, "0.5")]
    [InlineData(GoalDirection.LessThan, "2")]
    public void Lowering_and_turning_round_are_refused(GoalDirection direction, string threshold) => Assert.Equal(
        ["target.not-stricter"],
        Given(BudgetFloor).When(Raising(new Goal(direction, decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture)))).Codes());

    [Fact]
    public void More_than_one_percent_is_stricter_than_at_least_one_percent() =>
        Assert.True(Given(BudgetFloor).When(Raising(new Goal(GoalDirection.MoreThan, 1m))).Accepted);

    [Fact]
    public void A_promise_is_not_lowered_later()
    {
        var raised = Given(BudgetFloor, new TargetEvent.Raised(HoChiMinhCity, 1, new Goal(GoalDirection.AtLeast, 2m), Day("2028-01-01"), "NQ HĐND"));

        Assert.Equal(["target.not-stricter"], raised.When(Raising(new Goal(GoalDirection.AtLeast, 1.5m))).Codes());
    }

    [Fact]
    public void A_raise_entered_by_mistake_can_be_cancelled_before_its_first_year_ends()
    {
        var raised = Given(BudgetFloor, new TargetEvent.Raised(HoChiMinhCity, 1, new Goal(GoalDirection.AtLeast, 15m), Day("2026-01-01"), "NQ HĐND"));
        var cancel = new TargetCommand.CancelRaise(HoChiMinhCity, "Gõ nhầm 1,5 thành 15");

        var cancelled = raised.When(cancel).Events.Aggregate(raised, Target.Evolve);
        Assert.Equal("1", cancelled.GoalFor(HoChiMinhCity, Day("2026-12-31")).Name);
        Assert.Equal(2, Assert.IsType<TargetEvent.Raised>(Assert.Single(cancelled.When(Raising(new Goal(GoalDirection.AtLeast, 1.5m))).Events)).Number);
        Assert.Equal(["target.rewrites-the-past"], raised.When(cancel, today: "2027-01-01").Codes());
    }

    [Fact]
    public void A_region_wide_target_is_not_a_provinces_to_raise() => Assert.Equal(
        ["target.not-of-this-province"],
        Given(BudgetFloor with { Scope = new TargetScope(ScopeKind.Region) }).When(Raising(new Goal(GoalDirection.AtLeast, 2m))).Codes());

    [Fact]
    public void When_the_region_overtakes_a_raise_the_region_binds()
    {
        var target = Given(
            BudgetFloor,
            new TargetEvent.Raised(HoChiMinhCity, 1, new Goal(GoalDirection.AtLeast, 2m), Day("2026-01-01"), "NQ HĐND"),
            new TargetEvent.Changed(2, Floor(3m, "2027-01-01"), "Luật"));

        Assert.Equal("2", target.GoalFor(HoChiMinhCity, Day("2027-12-31")).Name);
    }

    [Fact]
    public void Whatever_satisfies_a_stricter_goal_satisfies_the_other_one() => Prop.ForAll(
        Goals(), Goals(), Numbers(),
        (raised, original, value) => !raised.IsStricterThan(original) || !raised.Accepts(Fraction.Of(value)) || original.Accepts(Fraction.Of(value)))
        .QuickCheckThrowOnFailure();

    private static TargetCommand.Raise Raising(Goal goal) => new(HoChiMinhCity, goal, Day("2026-01-01"), "Nghị quyết HĐND");

    private static Arbitrary<decimal> Numbers() => Gen.Choose(-6, 6).Select(n => n / 2m).ToArbitrary();

    private static Arbitrary<Goal> Goals() => Gen.Elements(Enum.GetValues<GoalDirection>())
        .SelectMany(direction => Gen.Choose(-3, 3), (direction, low) => (direction, low))
        .SelectMany(x => Gen.Choose(1, 4), (x, width) =>
            new Goal(x.direction, x.low, x.direction is GoalDirection.Between ? x.low + width : null))
        .ToArbitrary();
}
