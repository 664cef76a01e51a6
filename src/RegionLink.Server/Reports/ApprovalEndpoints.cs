using System.Collections.Immutable;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Reports;

/// <summary>The second person in the unit: approving and handing in.</summary>
public static class ApprovalEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var report = routes.MapGroup("/reports/{period}/{unit}");
        report.MapPost("/approval", ApproveAsync).Produces<ReportBody>().Requires(Right.ApproveReports);
        report.MapPost("/submission", SubmitAsync).Produces<ReportBody>().Requires(Right.ApproveReports);
    }

    /// <summary>Approves figures. Whoever entered a figure cannot approve it (<c>figure.own-entry</c>).</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> ApproveAsync(
        string period, string unit, Body<ApprovalBody> body, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) =>
            desk.ApproveAsync(report.Period, report.Unit, body.Value.Metrics?.ToImmutableArray(), envelope, ct));

    /// <summary>Hands the report in, for the first time or after a return: every figure asked must be there and approved.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> SubmitAsync(string period, string unit, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) => desk.SubmitAsync(report.Period, report.Unit, envelope, ct));
}

/// <param name="Metrics">Which figures; left out, every figure waiting for approval.</param>
public sealed record ApprovalBody(IReadOnlyList<string>? Metrics = null);
