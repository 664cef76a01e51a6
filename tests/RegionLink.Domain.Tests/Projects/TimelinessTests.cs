using RegionLink.Domain.Projects;
using static RegionLink.Domain.Tests.Projects.Sample;

namespace RegionLink.Domain.Tests.Projects;

public sealed class TimelinessTests
{
    [Fact]
    public void A_project_is_late_from_the_day_after_a_required_due_date()
    {
        Assert.False(Timeliness.Of(RunningProject, Day(9, 30)).Late);
        Assert.Equal(Day(9, 30), Timeliness.Of(RunningProject, Day(9, 30)).NextDue);

        var late = Timeliness.Of(RunningProject, Day(10, 1));
        Assert.Equal([("B1", 1)], late.Overdue.Select(s => (s.Code, s.DaysLate)));
        Assert.Equal(new DateOnly(2027, 3, 31), late.NextDue);
    }

    [Fact]
    public void A_step_that_is_not_required_makes_nobody_late() =>
        Assert.DoesNotContain(Timeliness.Of(RunningProject, Day(11, 30)).Overdue, s => s.Code == "B2");

    [Fact]
    public void A_step_done_late_was_late_until_then()
    {
        var project = RunningProject.Do(new ProjectCommand.FinishStep("B1", Day(10, 15), null, null));

        Assert.Equal([false, true, false], new[] { Day(9, 30), Day(10, 14), Day(10, 15) }.Select(d => Timeliness.Of(project, d).Late));
    }

    [Fact]
    public void Replanning_ends_a_delay_and_does_not_unmake_it()
    {
        var project = RunningProject.Do(new ProjectCommand.Replan(Day(10, 10), "Chờ vốn", "UBND", null, [new("B1", Day(12, 31))], []));

        Assert.True(Timeliness.Of(project, Day(10, 9)).Late);
        Assert.False(Timeliness.Of(project, Day(10, 10)).Late);
    }

    [Fact]
    public void What_is_over_is_not_late()
    {
        var project = RunningProject.Do(new ProjectCommand.Cancel(Day(11, 1), "Trùng lặp", null));

        Assert.True(Timeliness.Of(project, Day(10, 31)).Late);
        Assert.False(Timeliness.Of(project, Day(11, 1)).Late);
        Assert.False(Timeliness.Of(project, Day(6, 30)).Late);
    }

    [Theory]
    [InlineData(50, 60, 0, 0, false)]
    [InlineData(49.99, 60, 0, 0, true)]
    [InlineData(50, 50, 900, 1_000, false)]
    [InlineData(50, 50, 899, 1_000, true)]
    public void Slow_is_more_than_ten_points_or_ten_percent_of_the_money_behind(
        double percent, double plan, long disbursed, long planned, bool slow) => Assert.Equal(
        slow,
        SlowRule.IsSlow(Report(Day(9, 1), (decimal)percent, disbursed, (decimal)plan, planned)));

    [Fact]
    public void Slowness_is_judged_by_the_latest_report_of_the_day()
    {
        var project = RunningProject.And(
            new ProjectEvent.ProgressReported(Report(Day(9, 1), 10, 0, plan: 30)),
            new ProjectEvent.ProgressReported(Report(Day(10, 1), 40, 0, plan: 40)));

        Assert.Equal(
            [(false, null), (true, Day(9, 1)), (false, Day(10, 1))],
            new[] { Day(8, 31), Day(9, 30), Day(10, 1) }.Select(d => Timeliness.Of(project, d)).Select(t => (t.Slow, t.Report?.AsOf)));
    }
}
