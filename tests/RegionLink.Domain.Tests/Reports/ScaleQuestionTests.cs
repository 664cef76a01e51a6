using RegionLink.Domain.Reports;
using static RegionLink.Domain.Tests.Reports.ReportExamples;

namespace RegionLink.Domain.Tests.Reports;

public sealed class ScaleQuestionTests
{
    private static readonly ReportTerms WithHistory = Terms with
    {
        History = Terms.History.Add(ProjectCount, new EarlierValue(12, "2026-10: report 2026-10/79@2025-07-01")),
    };

    private static readonly Report Asked = Report.Initial.After(
        Reporter, new ReportCommand.EnterFigures(WithHistory, [new(ProjectCount, 12_000, "count"), AllFigures[0], AllFigures[2]]));

    [Fact]
    public void A_jump_against_the_own_history_asks_and_waits_for_an_answer()
    {
        var question = Asked.Figures[ProjectCount].Scale;

        Assert.Equal(new ScaleQuestion(1_000, true, 12, "2026-10: report 2026-10/79@2025-07-01"), question);
        Assert.Equal(["figure.scale-question-open"], Asked.Refused(Approver, new ReportCommand.Approve(WithHistory, null)));
    }

    [Fact]
    public void A_person_answers_and_the_answer_is_kept()
    {
        var answered = Asked.After(Reporter, new ReportCommand.AnswerScale(WithHistory, ProjectCount, "Nay tính cả cấp xã"));

        Assert.Equal(("Nay tính cả cấp xã", Reporter), (answered.Figures[ProjectCount].Scale!.Answer, answered.Figures[ProjectCount].Scale!.AnsweredBy));
        Assert.Equal(ReportState.Submitted, answered
            .After(Approver, new ReportCommand.Approve(WithHistory, null)).After(Approver, new ReportCommand.Submit(WithHistory)).State);
        Assert.Equal(["figure.no-scale-question"], answered.Refused(Reporter, new ReportCommand.AnswerScale(WithHistory, ProjectCount, "Lại")));
    }

    [Fact]
    public void A_system_cannot_answer() => Assert.Equal(
        ["figure.answer-needs-person"], Asked.Refused(DossierSystem, new ReportCommand.AnswerScale(WithHistory, ProjectCount, "ok")));

    [Fact]
    public void The_answer_may_come_with_the_figure_or_with_the_same_figure_again()
    {
        FigureEntry answered = new(ProjectCount, 12_000, "count", ScaleAnswer: "Nay tính cả cấp xã");

        Assert.False(Report.Initial.After(Reporter, new ReportCommand.EnterFigures(WithHistory, [answered])).Figures[ProjectCount].ScaleQuestionOpen);
        Assert.IsType<ReportEvent.ScaleAnswered>(
            Assert.Single(Asked.Decide(Reporter, new ReportCommand.EnterFigures(WithHistory, [answered])).Events));
    }

    [Fact]
    public void Writing_the_right_number_closes_the_question() =>
        Assert.Null(Asked.After(Reporter, new ReportCommand.EnterFigures(WithHistory, [new(ProjectCount, 13, "count")])).Figures[ProjectCount].Scale);
}
