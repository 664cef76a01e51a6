using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Reports;

/// <summary>Filling in a report.</summary>
public static class FigureEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var report = routes.MapGroup("/reports/{period}/{unit}");
        report.MapPut("/figures", EnterAsync).Produces<ReportBody>().Requires(Right.EnterFigures);
        report.MapGet("/prefill", HeldAsync).Produces<HeldBody>().Requires(Right.EnterFigures);
        report.MapPost("/prefill", PrefillAsync).Produces<ReportBody>().Requires(Right.EnterFigures);
        report.MapPost("/scale-answers", AnswerScaleAsync).Produces<ReportBody>().Requires(Right.EnterFigures);
        report.MapPost("/accepted-differences", AcceptDifferenceAsync).Produces<ReportBody>().Requires(Right.EnterFigures);
    }

    /// <summary>Gives or changes figures, several at once: all are taken or none, and every fault is listed.</summary>
    /// <remarks>Called with an API key the figures are connected ones and need a source; typed by a person they are entered.</remarks>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> EnterAsync(
        string period, string unit, Body<FiguresBody> body, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) =>
            desk.EnterAsync(report.Period, report.Unit, [.. body.Value.Figures.Select(f => f.AsEntry(http.Caller().Actor))], envelope, ct));

    /// <summary>What the platform holds for the report already, and the unit's earlier values as a hint. Writes nothing.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static async Task<IResult> HeldAsync(string period, string unit, HttpContext http, ReportDesk desk, CancellationToken ct)
    {
        // Another unit's preparation is nothing others may know of.
        if (!ReportAddress.TryParse(period, unit, out var report) || !http.Caller().MayActFor(report.Unit))
        {
            return Problem.NotFound($"{period}/{unit}");
        }

        var terms = await desk.TermsAsync(report.Period, report.Unit, ct);
        return terms is { PeriodKnown: true, UnitAsked: true }
            ? Results.Ok(new HeldBody(
                [.. await desk.HeldAsync(terms, ct)],
                [.. terms.History.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => new EarlierBody(h.Key, h.Value.Value, h.Value.Source, h.Value.Until))]))
            : Problem.NotFound(report.Key);
    }

    /// <summary>Fills what nobody has given from what the platform holds: computed values, then accepted observations.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> PrefillAsync(string period, string unit, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) => desk.PrefillAsync(report.Period, report.Unit, envelope, ct));

    /// <summary>Answers the question about a jump of scale: the value is right, and why.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> AnswerScaleAsync(
        string period, string unit, Body<ScaleAnswerBody> body, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) =>
            desk.AnswerScaleAsync(report.Period, report.Unit, body.Value.Metric, body.Value.Answer, envelope, ct));

    /// <summary>Takes over the value that the connected system delivers now instead of the one it gave before; it needs approval again.</summary>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static Task<IResult> AcceptDifferenceAsync(
        string period, string unit, Body<AcceptedDifferenceBody> body, HttpContext http, ReportDesk desk, CancellationToken ct) =>
        ReportAddress.SendAsync(period, unit, http, (report, envelope) =>
            desk.AcceptDifferenceAsync(report.Period, report.Unit, body.Value.Metric, body.Value.Why, envelope, ct));
}

/// <summary>Figures of a report.</summary>
public sealed record FiguresBody(IReadOnlyList<FigureEntryBody> Figures);

/// <summary>One figure: a value, or the reason why there is no data.</summary>
/// <param name="UnitOfMeasure">As the period asks it, such as <c>percent</c>.</param>
/// <param name="Value">Null when there is no data; no data is never 0.</param>
/// <param name="Source">Where it comes from; needed from a system.</param>
/// <param name="Why">Reason of a change to what was approved, returned, computed or delivered.</param>
/// <param name="ScaleAnswer">Why a value far off the unit's history is right, when that is known beforehand.</param>
public sealed record FigureEntryBody(
    string Metric,
    string UnitOfMeasure,
    decimal? Value = null,
    string? NoDataReason = null,
    string? Source = null,
    string? Note = null,
    string? Why = null,
    string? ScaleAnswer = null)
{
    internal FigureEntry AsEntry(Actor by)
    {
        var system = by.Kind == ActorKind.Key ? by.Id : null;
        return new(
            Metric, Value, UnitOfMeasure, system is null ? Origin.Entered : Origin.Connected, NoDataReason, Source, system, Note, Why, ScaleAnswer);
    }
}

/// <param name="Answer">Why the value is right.</param>
public sealed record ScaleAnswerBody(string Metric, string Answer);

/// <param name="Why">What made the system's value change, when it is known.</param>
public sealed record AcceptedDifferenceBody(string Metric, string? Why = null);

/// <summary>What the platform holds for a report.</summary>
/// <param name="Held">Can be filled in.</param>
/// <param name="Earlier">Latest earlier values: hints, never filled in.</param>
public sealed record HeldBody(IReadOnlyList<HeldFigure> Held, IReadOnlyList<EarlierBody> Earlier);

/// <param name="Source">Period and source of the value.</param>
/// <param name="Until">Last day it is about.</param>
public sealed record EarlierBody(string Metric, decimal Value, string Source, DateOnly? Until = null);
