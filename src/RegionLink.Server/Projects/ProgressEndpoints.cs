using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>Reporting how far a project has come.</summary>
public static class ProgressEndpoints
{
    public static void MapProgress(this IEndpointRouteBuilder projects) =>
        projects.MapPost("/projects/{unit}/{number}/progress", ReportAsync).Requires(Right.WriteProjects).Produces<ProjectView>();

    /// <summary>Report percent and cumulative disbursement as of a day.</summary>
    /// <remarks>One report per day it is of; replacing it, or going back behind an earlier one, needs a correction reason.</remarks>
    public static Task<IResult> ReportAsync(
        string unit, string number, Body<ProgressBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var origin = http.Caller().Actor.Kind == ActorKind.Key ? Origin.Connected : Origin.Entered;
        return host.SendAsync(http, unit, number, new ProjectCommand.ReportProgress(body.Value.Report(origin)), ct);
    }
}

/// <param name="AsOf">The day the figures are of.</param>
/// <param name="Percent">Work done, 0 to 100, at most two decimals.</param>
/// <param name="Disbursed">Paid out since the beginning, whole VND.</param>
/// <param name="PlannedPercent">Work planned to that day.</param>
/// <param name="PlannedDisbursed">Disbursement planned to that day, whole VND.</param>
/// <param name="DelayReasons">Needed when the project is slow.</param>
public sealed record ProgressBody(
    DateOnly AsOf,
    decimal Percent,
    Money Disbursed,
    decimal? PlannedPercent = null,
    Money? PlannedDisbursed = null,
    IReadOnlyList<DelayReason>? DelayReasons = null,
    string? Note = null,
    string? CorrectionReason = null)
{
    public ProgressReport Report(Origin origin) =>
        new(AsOf, Percent, Disbursed, PlannedPercent, PlannedDisbursed, DelayReasons?.ToImmutableArray() ?? [])
        {
            Note = Note,
            CorrectionReason = CorrectionReason,
            Origin = origin,
        };
}
