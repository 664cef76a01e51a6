using RegionLink.Domain.Reports;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Reports;

/// <summary>Dated questions on a figure, and their answers.</summary>
public static class QuestionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/reports/{period}/{unit}/questions", AskAsync).Produces<ReportBody>().Requires(Right.AskQuestions);
        routes.MapPost("/reports/{period}/{unit}/questions/{number:int}/answer", AnswerAsync).Produces<ReportBody>().Requires(Right.AnswerQuestions);
    }

    /// <summary>Asks about a figure.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> AskAsync(
        string period, string unit, Body<QuestionBody> body, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) =>
            desk.SendAsync(report.Period, report.Unit, new ReportCommand.Ask(body.Value.Metric, body.Value.Text), envelope, ct));

    /// <summary>Answers a question.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="number">Number of the question within the report.</param>
    public static Task<IResult> AnswerAsync(
        string period, string unit, int number, Body<AnswerBody> body, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) =>
            desk.SendAsync(report.Period, report.Unit, new ReportCommand.Answer(number, body.Value.Text), envelope, ct));
}

/// <param name="Metric">The figure asked about.</param>
public sealed record QuestionBody(string Metric, string Text);

public sealed record AnswerBody(string Text);
