using RegionLink.Domain.Reports;
using static RegionLink.Domain.Tests.Reports.ReportExamples;

namespace RegionLink.Domain.Tests.Reports;

public sealed class FourEyesTests
{
    [Fact]
    public void Who_entered_a_figure_cannot_approve_it()
    {
        Assert.Equal(
            ["figure.own-entry", "figure.own-entry", "figure.own-entry"], Draft.Refused(Reporter, new ReportCommand.Approve(Terms, null)));
        Assert.Equal(Approver, Draft.After(Approver, new ReportCommand.Approve(Terms, null)).Figures[BudgetShare].ApprovedBy);
    }

    [Fact]
    public void Two_people_may_each_approve_what_the_other_entered()
    {
        var report = Draft.After(Approver, Enter(new FigureEntry(ProjectCount, 14, "count")));

        Assert.Equal(["figure.own-entry"], report.Refused(Approver, new ReportCommand.Approve(Terms, null)));

        report = report
            .After(Approver, new ReportCommand.Approve(Terms, [BudgetShare, OnlineDossiers]))
            .After(Reporter, new ReportCommand.Approve(Terms, [ProjectCount]))
            .After(Reporter, new ReportCommand.Submit(Terms));
        Assert.Equal(ReportState.Submitted, report.State);
    }

    [Fact]
    public void A_note_added_by_a_second_person_does_not_make_the_value_theirs()
    {
        var report = Draft.After(Approver, Enter(AllFigures[1] with { Note = "Đã đối chiếu" }));

        Assert.Equal(Reporter, report.Figures[ProjectCount].EnteredBy);
        Assert.Equal(["figure.own-entry"], report.Refused(Reporter, new ReportCommand.Approve(Terms, [ProjectCount])));
    }

    [Fact]
    public void A_system_approves_hands_in_and_accepts_nothing()
    {
        Assert.Equal(["report.person-needed"], Draft.Refused(DossierSystem, new ReportCommand.Approve(Terms, null)));
        Assert.Equal(["report.person-needed"], Approved.Refused(DossierSystem, new ReportCommand.Submit(Terms)));
        Assert.Equal(["report.person-needed"], Submitted.Refused(DossierSystem, new ReportCommand.Accept()));
    }

    [Fact]
    public void Who_took_part_in_the_unit_does_not_accept_for_the_ministry() => Assert.Equal(
        ["report.acceptor-took-part", "report.acceptor-took-part", "report.acceptor-took-part"],
        Submitted.Refused(Approver, new ReportCommand.Accept()));

    [Fact]
    public void Approving_lists_what_is_missing_and_what_is_named_twice()
    {
        Assert.Equal(
            ["figure.repeated", "figure.missing"],
            Draft.Refused(Approver, new ReportCommand.Approve(Terms, [BudgetShare, BudgetShare, "unheard_of"])));
        Assert.Equal(["report.nothing-to-approve"], Approved.Refused(Approver, new ReportCommand.Approve(Terms, null)));
        Assert.Empty(Approved.Decide(Approver, new ReportCommand.Approve(Terms, [BudgetShare])).Events);
    }
}
