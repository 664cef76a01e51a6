using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Reports;

/// <summary>What the ministry does with a report that was handed in. It never edits a number.</summary>
public static class MinistryEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var report = routes.MapGroup("/reports/{period}/{unit}");
        report.MapPost("/returns", ReturnAsync).Produces<ReportBody>().Requires(Right.ReviewReports);
        report.MapPost("/acceptance", AcceptAsync).Produces<ReportBody>().Requires(Right.ReviewReports);
        report.MapPost("/publication", PublishAsync).Produces<ReportBody>().Requires(Right.PublishReports);
    }

    /// <summary>Sends single figures back, each with a reason. Only these need correction and approval again.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> ReturnAsync(
        string period, string unit, Body<ReturnBody> body, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) => desk.ReturnAsync(
            report.Period, report.Unit, [.. body.Value.Figures.Select(f => new ReturnedFigure(f.Metric, f.Reason))], envelope, ct));

    /// <summary>Accepts the report as it stands.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> AcceptAsync(string period, string unit, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) =>
            desk.SendAsync(report.Period, report.Unit, new ReportCommand.Accept(), envelope, ct));

    /// <summary>Publishes the accepted figures as observations with origin and source; those of an illustrative report never become any.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> PublishAsync(
        string period, string unit, HttpContext http, ReportDesk desk, ReportPublications publications, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, async (report, envelope) =>
        {
            var answer = await desk.SendAsync(report.Period, report.Unit, new ReportCommand.Publish(), envelope, ct);
            if (answer is GrainAnswer<Report>.Done)
            {
                await publications.RecordAsync(report.Key, ct);
            }

            return answer;
        });
}

/// <summary>Figures to send back.</summary>
public sealed record ReturnBody(IReadOnlyList<ReturnedFigureBody> Figures);

public sealed record ReturnedFigureBody(string Metric, string Reason);
