using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>Dated questions on a figure and their answers. They never hold up a report: the answer is owed to whoever asked.</summary>
public static class QuestionRules
{
    /// <summary>Most questions in one report.</summary>
    public const int MostQuestions = 1_000;

    internal static Decision<ReportEvent> Ask(Report state, ReportCommand.Ask c, CommandContext context)
    {
        var refusals = TextFaults(c.Text);
        if (!state.Figures.ContainsKey(c.Metric))
        {
            refusals.Add(FigureRefusals.Missing.About("metric", c.Metric));
        }

        if (state.Questions.Length >= MostQuestions)
        {
            refusals.Add(ReportRefusals.QuestionsTooMany.With(MostQuestions));
        }

        return Decision.AcceptUnless<ReportEvent>(
            refusals, () => [new ReportEvent.QuestionAsked(state.Questions.Length + 1, c.Metric, c.Text.Trim(), context.By)]);
    }

    internal static Decision<ReportEvent> Answer(Report state, ReportCommand.Answer c, CommandContext context)
    {
        var refusals = TextFaults(c.Text);
        if (c.Number < 1 || c.Number > state.Questions.Length)
        {
            refusals.Add(ReportRefusals.QuestionUnknown.About("number", c.Number));
        }
        else if (state.Questions[c.Number - 1].Answer is not null)
        {
            refusals.Add(ReportRefusals.QuestionAnswered.About("number", c.Number));
        }

        return Decision.AcceptUnless<ReportEvent>(
            refusals, () => [new ReportEvent.QuestionAnswered(c.Number, c.Text.Trim(), context.By)]);
    }

    private static List<Refusal> TextFaults(string text) =>
        Texts.IsMissing(text) ? [ReportRefusals.TextMissing.About("text", Report.LongestText)] : [];
}
