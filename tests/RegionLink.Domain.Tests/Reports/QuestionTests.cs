using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using static RegionLink.Domain.Tests.Reports.ReportExamples;

namespace RegionLink.Domain.Tests.Reports;

public sealed class QuestionTests
{
    private static readonly Actor Supervisor = new(ActorKind.User, "supervisor");

    private static readonly Report Asked = Accepted.After(Supervisor, new ReportCommand.Ask(ProjectCount, "Vì sao giảm so với tháng trước?"));

    [Fact]
    public void A_question_is_numbered_and_answered_once()
    {
        var answered = Asked.After(Reporter, new ReportCommand.Answer(1, "Hai dự án đã kết thúc."));

        Assert.Equal(
            new FigureQuestion(1, ProjectCount, "Vì sao giảm so với tháng trước?", Supervisor, "Hai dự án đã kết thúc.", Reporter),
            Assert.Single(answered.Questions));
        Assert.Equal(["report.question-answered"], answered.Refused(Reporter, new ReportCommand.Answer(1, "Thêm")));
    }

    [Fact]
    public void A_question_is_about_a_figure_and_says_something()
    {
        Assert.Equal(["report.text-missing", "figure.missing"], Accepted.Refused(Supervisor, new ReportCommand.Ask("unheard_of", " ")));
        Assert.Equal(["report.question-unknown"], Asked.Refused(Reporter, new ReportCommand.Answer(2, "Trả lời")));
    }

    [Fact]
    public void An_open_question_does_not_hold_up_the_report() =>
        Assert.Equal(ReportState.Published, Asked.After(Coordinator, new ReportCommand.Publish()).State);
}
