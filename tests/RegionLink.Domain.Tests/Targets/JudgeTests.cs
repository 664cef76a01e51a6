using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using static RegionLink.Domain.Tests.Targets.TargetHistory;

namespace RegionLink.Domain.Tests.Targets;

public sealed class JudgeTests
{
    private static readonly TargetValidity EveryYear = new(Day("2022-07-12"), null, Due.EachYear(2022));
    private static readonly TargetValidity By2030 = new(Day("2022-10-07"), null, Due.On(Day("2030-12-31")));
    private static readonly Goal Thirty = new(GoalDirection.AtLeast, 30m);
    private static readonly Trajectory TenToThirty = new([new Milestone(Day("2020-12-31"), 10m), new Milestone(Day("2030-12-31"), 30m)]);

    [Theory]
    [InlineData("0.97", VerdictKind.Missed, "-0.03")]
    [InlineData("0.9999", VerdictKind.Missed, "-0.0001")]
    [InlineData("0.9999999999999999999999999999", VerdictKind.Missed, "-0.000000000001")] // never shown as missed by nothing
    [InlineData("1", VerdictKind.Met, "0")]
    [InlineData("1.000", VerdictKind.Met, "0")]
    [InlineData("1.25", VerdictKind.Met, "0.25")]
    public void A_finished_year_is_met_or_missed_exactly(string percent, VerdictKind kind, string gap) =>
        Assert.Equal(new Verdict(kind, Number(gap), null, null, null), Year(2022, Measurement.Of(Number(percent))));

    [Theory]
    [InlineData(1_000_000, 100_000_000, VerdictKind.Met, 0)]
    [InlineData(999_999, 100_000_000, VerdictKind.Missed, -1)]
    [InlineData(969, 100_001, VerdictKind.Missed, -32)] // a floor of 1,000.01 đồng takes 1,001
    [InlineData(long.MaxValue / 100, long.MaxValue, VerdictKind.Missed, -1)]
    [InlineData(long.MaxValue, long.MaxValue, VerdictKind.Met, long.MaxValue - (long.MaxValue / 100) - 1)]
    public void A_share_says_how_many_dong_are_missing(long dx, long total, VerdictKind kind, long gapVnd)
    {
        var verdict = Year(2022, Measurement.OfShare(dx, total));

        Assert.Equal((kind, new Money(gapVnd)), (verdict.Kind, verdict.GapVnd));
        Assert.Equal(kind is VerdictKind.Missed, verdict.Gap < 0);
    }

    [Theory]
    [InlineData(GoalDirection.MoreThan, "80", null, "80", VerdictKind.Missed, "0")]
    [InlineData(GoalDirection.MoreThan, "80", null, "80.01", VerdictKind.Met, "0.01")]
    [InlineData(GoalDirection.AtMost, "25", null, "19", VerdictKind.Met, "6")]
    [InlineData(GoalDirection.AtMost, "25", null, "28", VerdictKind.Missed, "-3")]
    [InlineData(GoalDirection.LessThan, "3", null, "3", VerdictKind.Missed, "0")]
    [InlineData(GoalDirection.Between, "30", "35", "33", VerdictKind.Met, "2")]
    [InlineData(GoalDirection.Between, "30", "35", "36.5", VerdictKind.Missed, "-1.5")]
    public void Every_direction_counts_what_is_missing_as_negative(
        GoalDirection direction, string threshold, string? upper, string value, VerdictKind kind, string gap)
    {
        var goal = new Goal(direction, Number(threshold), upper is null ? null : Number(upper));
        var verdict = Judge.Of(
            goal, EveryYear, Trajectory.None, Measurement.Of(Number(value)), Day("2023-01-01"), Day("2023-12-31"), Day("2026-11-22"));

        Assert.Equal((kind, Number(gap)), (verdict.Kind, verdict.Gap));
    }

    [Fact]
    public void A_running_year_is_never_decided()
    {
        Assert.Equal(VerdictKind.OnTrack, Year(2026, Measurement.Of(1.2m)).Kind);
        Assert.Equal(VerdictKind.AtRisk, Year(2026, Measurement.Of(0.4m)).Kind);
    }

    [Fact]
    public void A_year_ends_with_its_last_day()
    {
        VerdictKind On(string today) => Judge.Of(
            OnePercent, EveryYear, Trajectory.None, Measurement.Of(1m), Day("2026-01-01"), Day("2026-12-31"), Day(today)).Kind;

        Assert.Equal(VerdictKind.OnTrack, On("2026-12-31"));
        Assert.Equal(VerdictKind.Met, On("2027-01-01"));
    }

    [Theory]
    [InlineData("18", VerdictKind.AtRisk)] // 2025 expects 10 + 20 × 1826/3652 = 20
    [InlineData("20", VerdictKind.OnTrack)]
    [InlineData("31", VerdictKind.Met)]
    public void On_the_way_to_a_deadline_the_trajectory_divides(string value, VerdictKind kind)
    {
        var verdict = Judge.Of(
            Thirty, By2030, TenToThirty, Measurement.Of(Number(value)), Day("2025-01-01"), Day("2025-12-31"), Day("2026-11-22"));

        Assert.Equal(kind, verdict.Kind);
        Assert.Equal(kind is VerdictKind.Met ? null : 20m, verdict.Expected);
    }

    [Fact]
    public void Without_a_trajectory_nothing_is_said_before_the_deadline_but_the_gap_is_told()
    {
        var verdict = Judge.Of(
            Thirty, By2030, Trajectory.None, Measurement.Of(20m), Day("2025-01-01"), Day("2025-12-31"), Day("2026-11-22"));

        Assert.Equal((VerdictKind.NotComputable, -10m, "target.no-trajectory"), (verdict.Kind, verdict.Gap, verdict.Reason?.Code));
    }

    [Fact]
    public void At_the_deadline_the_goal_itself_decides() => Assert.Equal(
        VerdictKind.Missed,
        Judge.Of(Thirty, By2030, TenToThirty, Measurement.Of(29.9m), Day("2030-01-01"), Day("2030-12-31"), Day("2031-01-01")).Kind);

    [Fact]
    public void A_goal_without_a_day_is_never_missed()
    {
        Verdict For(decimal rank) => Judge.Of(
            new Goal(GoalDirection.AtMost, 20m), new TargetValidity(null, Day("2025-06-30"), new Due()), Trajectory.None,
            Measurement.Of(rank), Day("2022-01-01"), Day("2022-12-31"), Day("2026-11-22"));

        Assert.Equal((VerdictKind.NotComputable, "target.no-deadline"), (For(28m).Kind, For(28m).Reason?.Code));
        Assert.Equal(VerdictKind.Met, For(19m).Kind);
    }

    [Fact]
    public void A_band_is_approached_from_either_side()
    {
        var band = new Goal(GoalDirection.Between, 30m, 35m);
        var falling = new Trajectory([new Milestone(Day("2020-12-31"), 50m), new Milestone(Day("2030-12-31"), 35m)]);
        VerdictKind For(decimal value) => Judge.Of(
            band, By2030, falling, Measurement.Of(value), Day("2025-01-01"), Day("2025-12-31"), Day("2026-11-22")).Kind;

        Assert.Equal(VerdictKind.OnTrack, For(42.5m));
        Assert.Equal(VerdictKind.AtRisk, For(42.6m));
    }

    [Theory]
    [InlineData(2021, "target.not-in-force")]
    [InlineData(2022, null)]
    public void A_target_does_not_judge_the_years_before_it(int year, string? reason) =>
        Assert.Equal(reason, Year(year, Measurement.Of(0.78m)).Reason?.Code);

    private static Verdict Year(int year, Measurement measured) => Judge.Of(
        OnePercent, EveryYear, Trajectory.None, measured, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), Day("2026-11-22"));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
