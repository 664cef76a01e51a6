using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using static RegionLink.Domain.Tests.Targets.TargetHistory;

namespace RegionLink.Domain.Tests.Targets;

/// <summary>What holds whatever region and provinces do with a target over the years.</summary>
public sealed class TargetProperties
{
    private static readonly UnitKey[] Provinces = [HoChiMinhCity, UnitKey.Parse("75@2026-04-30")];

    [Fact]
    public void No_order_touches_what_judged_a_finished_year() => Prop.ForAll(Orders(), orders =>
    {
        var target = Given(BudgetFloor);
        foreach (var (command, today) in orders)
        {
            var before = Finished(target, today);
            target = Target.Decide(target, command, ContextOf(today)).Events.Aggregate(target, Target.Evolve);
            if (!before.SequenceEqual(Finished(target, today)))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_province_does_for_itself_never_asks_less_of_it_in_any_year_and_nothing_of_others() => Prop.ForAll(Orders(), orders =>
    {
        var target = Given(BudgetFloor);
        foreach (var (command, today) in orders)
        {
            var after = Target.Decide(target, command, ContextOf(today)).Events.Aggregate(target, Target.Evolve);
            if (command is TargetCommand.Raise raise)
            {
                foreach (var (year, unit) in from year in Years from unit in Provinces select (year, unit))
                {
                    var (was, now) = (GoalOf(target, unit, year), GoalOf(after, unit, year));
                    if (unit == raise.Unit ? was.IsStricterThan(now) : was != now)
                    {
                        return false;
                    }
                }
            }

            target = after;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_further_on_is_never_judged_worse() => Prop.ForAll(
        Gen.Choose(0, 400).Two().Select(p => (Low: Math.Min(p.Item1, p.Item2) / 100m, High: Math.Max(p.Item1, p.Item2) / 100m)).ToArbitrary(),
        Days().ToArbitrary(),
        (values, today) =>
        {
            var way = new Trajectory([new(Day("2024-01-01"), 0.2m), new(Day("2030-12-31"), 1m)]);
            return Rank(values.Low) <= Rank(values.High);

            int Rank(decimal value) => Judge.Of(
                OnePercent, new TargetValidity(null, null, Due.EachYear(2022)), way, Measurement.Of(value), Day("2027-01-01"), Day("2027-12-31"), today).Kind switch
            {
                VerdictKind.Missed => 0,
                VerdictKind.AtRisk => 1,
                VerdictKind.OnTrack => 2,
                VerdictKind.Met => 3,
                var other => throw new InvalidOperationException($"{other} of a value there is."),
            };
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-1000000000000000001")]
    [InlineData("0.0000000001")]
    public void A_number_that_can_only_be_a_mistake_is_no_goal_and_no_milestone(string number)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        var target = Given(BudgetFloor);

        Assert.Contains("target.out-of-range", target.When(new TargetCommand.Change(Floor(value, "2027-01-01"), "Đổi")).Codes());
        Assert.Contains("target.out-of-range", target.When(new TargetCommand.Raise(HoChiMinhCity, new Goal(GoalDirection.AtLeast, value), Day("2027-01-01"), "NQ")).Codes());
        Assert.Equal(["target.out-of-range"], target.When(new TargetCommand.Change(
            Floor(1, "2027-01-01") with { Trajectory = new([new(Day("2027-06-30"), value)]) }, "Đổi")).Codes());
    }

    [Theory]
    [InlineData(GoalDirection.AtLeast)]
    [InlineData(GoalDirection.AtMost)]
    [InlineData(GoalDirection.MoreThan)]
    [InlineData(GoalDirection.LessThan)]
    public void Whatever_was_set_before_can_be_judged(GoalDirection direction)
    {
        var verdict = Judge.Of(
            new Goal(direction, decimal.MinValue), new TargetValidity(null, null, Due.EachYear(1)), Trajectory.None,
            Measurement.OfShare(100_000_000_000_000_000, 1), Day("2022-01-01"), Day("2022-12-31"), Day("2026-01-01"));

        Assert.Equal(direction is GoalDirection.AtLeast or GoalDirection.MoreThan ? VerdictKind.Met : VerdictKind.Missed, verdict.Kind);
        Assert.Null(verdict.GapVnd);
    }

    private static IEnumerable<int> Years => Enumerable.Range(2022, 12);

    private static Goal GoalOf(Target target, UnitKey unit, int year) => target.GoalFor(unit, new DateOnly(year, 12, 31)).Goal;

    /// <summary>What judges each finished year, and whether it does.</summary>
    private static List<object> Finished(Target target, DateOnly today) =>
    [
        .. from year in Years.Where(y => y < today.Year)
           from unit in Provinces.Select(p => (UnitKey?)p).Append(null)
           let goal = target.GoalFor(unit, new DateOnly(year, 12, 31))
           let judged = goal.Validity.Judges(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
           select (object)(year, unit, judged, judged ? (goal.Name, goal.Goal, goal.Trajectory) : default),
    ];

    private static CommandContext ContextOf(DateOnly today) =>
        new(new Actor(ActorKind.User, "1"), new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.FromHours(7)).ToUniversalTime());

    private static Gen<DateOnly> Days() => Gen.Choose(0, 365 * 8).Select(d => Day("2024-01-01").AddDays(d));

    /// <summary>Commands of both, each on its day, in order of time; many will be refused.</summary>
    private static Arbitrary<List<(TargetCommand Command, DateOnly Today)>> Orders()
    {
        var threshold = Gen.Choose(1, 30).Select(n => n / 10m);
        var goal = from direction in Gen.Elements(GoalDirection.AtLeast, GoalDirection.MoreThan) from t in threshold select new Goal(direction, t);
        var unit = Gen.Elements(Provinces);
        var change = from g in goal from day in Days() select (TargetCommand)new TargetCommand.Change(
            BudgetFloor.Terms with { Goal = g, Validity = new TargetValidity(day, null, Due.EachYear(day.Year)) }, "Đổi");
        var end = Days().Select(day => (TargetCommand)new TargetCommand.End(day, "Thôi"));
        var raise = from g in goal from u in unit from day in Days() select (TargetCommand)new TargetCommand.Raise(u, g, day, "NQ HĐND");
        var cancel = unit.Select(u => (TargetCommand)new TargetCommand.CancelRaise(u, "Nhầm"));
        var order = from command in Gen.OneOf(change, end, raise, raise, cancel) from day in Days() select (command, day);
        return order.ListOf().Select(list => list.OrderBy(o => o.day).Select(o => (o.command, o.day)).ToList()).ToArbitrary();
    }
}
