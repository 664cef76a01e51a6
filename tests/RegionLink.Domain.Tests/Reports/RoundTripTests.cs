using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using static RegionLink.Domain.Tests.Reports.ReportExamples;

namespace RegionLink.Domain.Tests.Reports;

public sealed class RoundTripTests
{
    [Fact]
    public void Handing_in_names_every_figure_that_is_missing_or_not_approved()
    {
        var report = Report.Initial.After(Reporter, Enter(AllFigures[0], AllFigures[1])).After(Approver, new ReportCommand.Approve(Terms, [BudgetShare]));

        Assert.Equal(
            [("figure.not-approved", ProjectCount), ("figure.missing", OnlineDossiers)],
            report.Decide(Approver, new ReportCommand.Submit(Terms)).Refusals.Select(r => (r.Code, r.Field!)));
    }

    [Fact]
    public void A_return_names_single_figures_each_with_a_reason()
    {
        Assert.Equal(
            ["figure.repeated", "figure.missing", "figure.return-reason-missing"],
            Submitted.Refused(Coordinator, new ReportCommand.Return(Terms, [new(BudgetShare, "a"), new(BudgetShare, "b"), new("unheard_of", " ")])));
        Assert.Equal(["report.nothing-returned"], Submitted.Refused(Coordinator, new ReportCommand.Return(Terms, [])));
        Assert.Equal(
            ["report.period-closed"],
            Submitted.Refused(Coordinator, new ReportCommand.Return(Terms with { Open = false }, [new(BudgetShare, "Xem lại")])));
    }

    [Fact]
    public void Only_returned_figures_are_corrected_and_approved_again()
    {
        Assert.Equal(ReportState.Returned, Returned.State);
        Assert.Equal(
            ["figure.not-returned", "figure.change-needs-reason"], Returned.Refused(Reporter, Enter(new FigureEntry(BudgetShare, 1, "percent"))));
        Assert.Equal(["figure.still-returned"], Returned.Refused(Approver, new ReportCommand.Submit(Terms)));
        Assert.Equal(["figure.still-returned"], Returned.Refused(Approver, new ReportCommand.Approve(Terms, [ProjectCount])));
        Assert.Equal(["figure.change-needs-reason"], Returned.Refused(Reporter, Enter(new FigureEntry(ProjectCount, 15, "count"))));

        var corrected = Returned.After(Reporter, Enter(new FigureEntry(ProjectCount, 15, "count", Why: "Thêm ba dự án cấp xã")));
        Assert.Equal(["figure.not-approved"], corrected.Refused(Approver, new ReportCommand.Submit(Terms)));
        Assert.Equal(["figure.own-entry"], corrected.Refused(Reporter, new ReportCommand.Approve(Terms, null)));

        var again = corrected.After(Approver, new ReportCommand.Approve(Terms, null)).After(Approver, new ReportCommand.Submit(Terms));
        Assert.Equal(ReportState.Resubmitted, again.State);
        Assert.Null(again.Figures[ProjectCount].ReturnReason);
    }

    [Fact]
    public void A_correction_may_itself_be_corrected_before_it_is_handed_in()
    {
        var approved = Returned
            .After(Reporter, Enter(new FigureEntry(ProjectCount, 15, "count", Why: "Thêm ba dự án")))
            .After(Approver, new ReportCommand.Approve(Terms, null))
            .After(Reporter, Enter(new FigureEntry(ProjectCount, 16, "count", Why: "Sót một dự án")));

        Assert.Equal(16, approved.Figures[ProjectCount].Value);
    }

    [Fact]
    public void A_returned_figure_may_be_confirmed_unchanged_with_a_reason()
    {
        Assert.Equal(["figure.change-needs-reason"], Returned.Refused(Reporter, Enter(AllFigures[1])));

        var confirmed = Returned.After(Reporter, Enter(AllFigures[1] with { Why = "Đã đối chiếu, cấp xã không có dự án" }));
        Assert.Equal((12m, FigureState.Entered), (confirmed.Figures[ProjectCount].Value, confirmed.Figures[ProjectCount].State));
    }

    [Fact]
    public void Publishing_turns_accepted_figures_with_a_value_into_observations()
    {
        var published = Assert.IsType<ReportEvent.Published>(Assert.Single(Accepted.Decide(Coordinator, new ReportCommand.Publish()).Events));

        Assert.Equal(
            [new(BudgetShare, 0.97m, "percent", Origin.Entered, null), new(ProjectCount, 12, "count", Origin.Entered, null)],
            published.Figures.AsEnumerable());
        Assert.Equal(["report.wrong-state"], Submitted.Refused(Coordinator, new ReportCommand.Publish()));
    }

    [Fact]
    public void A_published_figure_returned_later_is_published_again_as_a_revision_of_itself_alone()
    {
        var revised = Accepted
            .After(Coordinator, new ReportCommand.Publish())
            .After(Coordinator, new ReportCommand.Return(Terms, [new(ProjectCount, "Kiểm toán nêu số khác")]))
            .After(Reporter, Enter(new FigureEntry(ProjectCount, 11, "count", Why: "Theo kết luận kiểm toán")))
            .After(Approver, new ReportCommand.Approve(Terms, null))
            .After(Approver, new ReportCommand.Submit(Terms))
            .After(Coordinator, new ReportCommand.Accept());

        var published = (ReportEvent.Published)Assert.Single(revised.Decide(Coordinator, new ReportCommand.Publish()).Events);
        Assert.Equal([new(ProjectCount, 11, "count", Origin.Entered, null)], published.Figures.AsEnumerable());
    }

    [Fact]
    public void A_published_figure_is_corrected_but_not_withdrawn() => Assert.Equal(
        ["figure.published-needs-value"],
        Accepted
            .After(Coordinator, new ReportCommand.Publish())
            .After(Coordinator, new ReportCommand.Return(Terms, [new(ProjectCount, "Xem lại")]))
            .Refused(Reporter, Enter(new FigureEntry(ProjectCount, null, "count", NoDataReason: "Chưa rà soát", Why: "Rút"))));

    [Fact]
    public void What_the_platform_holds_or_computes_is_not_published_again()
    {
        var report = Report.Initial
            .After(Reporter, new ReportCommand.Prefill(Terms, [
                new(BudgetShare, 1.02m, "percent", Origin.Computed, "budget lines", Illustrative: false),
                new(OnlineDossiers, 88, "percent", Origin.Imported, "statistics office", Illustrative: false)]))
            .After(Reporter, Enter(AllFigures[1]))
            .After(Approver, new ReportCommand.Approve(Terms, null))
            .After(Approver, new ReportCommand.Submit(Terms))
            .After(Coordinator, new ReportCommand.Accept());

        var published = (ReportEvent.Published)Assert.Single(report.Decide(Coordinator, new ReportCommand.Publish()).Events);
        Assert.Equal([ProjectCount], published.Figures.Select(f => f.Metric));
    }

    [Fact]
    public void An_illustrative_report_goes_the_whole_way_with_its_mark()
    {
        var terms = Terms with { Illustrative = true };
        var report = Report.Initial
            .After(Reporter, new ReportCommand.EnterFigures(terms, [.. AllFigures]))
            .After(Approver, new ReportCommand.Approve(terms, null))
            .After(Approver, new ReportCommand.Submit(terms))
            .After(Coordinator, new ReportCommand.Accept())
            .After(Coordinator, new ReportCommand.Publish());

        Assert.Equal((ReportState.Published, true), (report.State, report.Illustrative));
    }

    [Fact]
    public void Nothing_happens_to_a_report_without_figures() => Assert.All(
        new ReportCommand[]
        {
            new ReportCommand.Approve(Terms, null), new ReportCommand.Submit(Terms), new ReportCommand.Return(Terms, [new(BudgetShare, "x")]),
            new ReportCommand.Accept(), new ReportCommand.Publish(), new ReportCommand.Ask(BudgetShare, "?"),
        },
        command => Assert.Equal(["report.unknown"], Report.Initial.Refused(Coordinator, command)));
}
