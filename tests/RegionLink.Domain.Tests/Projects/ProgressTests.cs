using RegionLink.Domain.Projects;
using static RegionLink.Domain.Tests.Projects.Sample;

namespace RegionLink.Domain.Tests.Projects;

public sealed class ProgressTests
{
    private static readonly Project Reported = RunningProject
        .Do(new ProjectCommand.ReportProgress(Report(Day(8, 31), 20, 2_000)))
        .Do(new ProjectCommand.ReportProgress(Report(Day(10, 31), 50, 6_000)));

    [Fact]
    public void Disbursement_may_reach_the_ceiling_and_not_pass_it()
    {
        Assert.True(Reported.When(Report1(Report(Day(11, 30), 60, 10_000))).Accepted);
        Assert.Equal(["ceiling-exceeded"], Reported.When(Report1(Report(Day(11, 30), 60, 10_001))).Codes());
    }

    [Fact]
    public void Cumulative_figures_shrink_only_with_a_reason()
    {
        var less = Report(Day(11, 30), 49.5m, 5_999);

        Assert.Equal(["progress-shrinks", "progress-shrinks"], Reported.When(Report1(less)).Codes());
        Assert.Equal(Vnd(5_999), Reported.Do(Report1(less with { CorrectionReason = "Thu hồi tạm ứng" })).Disbursed());
    }

    [Fact]
    public void An_older_day_may_be_filled_in_between_its_neighbours()
    {
        var project = Reported.Do(Report1(Report(Day(9, 30), 30, 4_000)));

        Assert.Equal([2_000, 4_000, 6_000], project.Progress.Select(p => p.Disbursed.Vnd));
        Assert.Equal(["progress-shrinks", "progress-above-later"], Reported.When(Report1(Report(Day(9, 30), 60, 1_999))).Codes());
    }

    [Fact]
    public void A_report_of_the_same_day_is_replaced_only_with_a_reason()
    {
        Assert.Empty(Reported.When(Report1(Report(Day(10, 31), 50, 6_000))).Events);
        Assert.Equal(["correction-reason-missing"], Reported.When(Report1(Report(Day(10, 31), 51, 6_000))).Codes());

        var corrected = Reported.Do(Report1(Report(Day(10, 31), 51, 6_000) with { CorrectionReason = "Nhập nhầm" }));
        Assert.Equal([20, 51], corrected.Progress.Select(p => p.Percent));
    }

    [Fact]
    public void A_slow_report_names_a_reason_from_the_list()
    {
        var slow = Report(Day(11, 30), 50, 6_000, plan: 61);

        Assert.Equal(["delay-reason-missing"], Reported.When(Report1(slow)).Codes());
        Assert.Equal(["delay-note-missing"], Reported.When(Report1(slow with { DelayReasons = [DelayReason.Other] })).Codes());
        Assert.True(Reported.When(Report1(slow with { DelayReasons = [DelayReason.Bidding] })).Accepted);
        Assert.True(Reported.When(Report1(slow with { PlannedPercent = 60 })).Accepted);
    }

    [Fact]
    public void A_report_is_refused_for_every_reason_at_once() => Assert.Equal(
        ["date-in-future", "percent-out-of-range", "percent-out-of-range", "amount-out-of-range", "ceiling-exceeded", "progress-shrinks", "progress-shrinks",
            "delay-reason-missing"],
        Reported.When(Report1(Report(Day(12, 2), -1, -1, plan: 33.333m, planned: 10_001))).Codes());

    [Fact]
    public void Progress_begins_with_the_start()
    {
        Assert.Equal(["not-started"], ApprovedProject.When(Report1(Report(Day(8, 1), 1, 0))).Codes());
        Assert.Equal(["progress-before-start"], RunningProject.When(Report1(Report(Day(7, 19), 1, 0))).Codes());
    }

    [Fact]
    public void A_finished_project_still_reports_its_last_payments_a_cancelled_one_does_not()
    {
        Assert.True(Reported.And(new ProjectEvent.Completed(Day(11, 1), null)).When(Report1(Report(Day(11, 30), 100, 9_000))).Accepted);
        Assert.Equal(["over"], Reported.And(new ProjectEvent.Cancelled(Day(11, 1), "x", null)).When(Report1(Report(Day(11, 30), 50, 6_000))).Codes());
    }

    private static ProjectCommand.ReportProgress Report1(ProgressReport report) => new(report);
}
