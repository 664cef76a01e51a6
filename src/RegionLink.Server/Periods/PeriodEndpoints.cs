using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Periods;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Periods;

/// <summary>What a ministry does with a reporting period.</summary>
public static class PeriodEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/periods", OpenAsync).Produces<StoredPeriod>(StatusCodes.Status201Created).Requires(Right.ManagePeriods);
        routes.MapGet("/periods/{id}", FindAsync).Produces<StoredPeriod>().Requires(Right.ReadPublic).ServesOnlyPublicData();
        var period = routes.MapGroup("/periods/{id}");
        period.MapPost("/extensions", ExtendAsync).Produces<StoredPeriod>().Requires(Right.ManagePeriods);
        period.MapPost("/closing", CloseAsync).Produces<StoredPeriod>().Requires(Right.ManagePeriods);
        period.MapPost("/reopening", ReopenAsync).Produces<StoredPeriod>().Requires(Right.ManagePeriods);
    }

    /// <summary>Opens a reporting period: any days, due in working days after the last one, forms that list metrics, units that report.</summary>
    public static async Task<IResult> OpenAsync(Body<OpenPeriodBody> body, HttpContext http, PeriodDesk periods, CancellationToken ct)
    {
        var period = body.Value.AsPeriod();
        if (!OpeningRules.IsId(period.Id))
        {
            // No grain can have this key, so none can refuse it.
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, await periods.WouldRefuseAsync(period, http.Envelope().Context, ct));
        }

        var answer = await periods.OpenAsync(period, http.Envelope(), ct);
        return answer.ToCreated($"/api/v1/periods/{period.Id}", StoredPeriod.Of);
    }

    /// <summary>One period: its forms, and what each unit owes by when.</summary>
    /// <param name="id">Id of the period, such as <c>2026-11</c>.</param>
    public static async Task<IResult> FindAsync(string id, PeriodReader periods, CancellationToken ct) =>
        await periods.FindAsync(id, ct) is { } period ? Results.Ok(period).WithVersion(period.Version) : Problem.NotFound(id);

    /// <summary>Gives one unit more time. Counts even after the due date has passed.</summary>
    /// <param name="id">Id of the period, such as <c>2026-11</c>.</param>
    public static Task<IResult> ExtendAsync(string id, Body<ExtensionBody> body, HttpContext http, PeriodDesk periods, CancellationToken ct) =>
        SendAsync(id, new PeriodCommand.Extend(body.Value.Unit, body.Value.Due, body.Value.Reason), http, periods, ct);

    /// <summary>Closes the period: it takes no figures any more.</summary>
    /// <param name="id">Id of the period, such as <c>2026-11</c>.</param>
    public static Task<IResult> CloseAsync(string id, Body<ClosingBody> body, HttpContext http, PeriodDesk periods, CancellationToken ct) =>
        SendAsync(id, new PeriodCommand.Close(body.Value.Reason), http, periods, ct);

    /// <summary>Opens a closed period again.</summary>
    /// <param name="id">Id of the period, such as <c>2026-11</c>.</param>
    public static Task<IResult> ReopenAsync(string id, Body<ReopeningBody> body, HttpContext http, PeriodDesk periods, CancellationToken ct) =>
        SendAsync(id, new PeriodCommand.Reopen(body.Value.Reason), http, periods, ct);

    private static async Task<IResult> SendAsync(string id, PeriodCommand command, HttpContext http, PeriodDesk periods, CancellationToken ct)
    {
        if (!OpeningRules.IsId(id))
        {
            return Problem.NotFound(id);
        }

        var answer = await periods.SendAsync(id, command, http.Envelope(), ct);
        return answer is GrainAnswer<ReportingPeriod>.Refused { Refusals: [{ Code: var code }, ..] } && code == PeriodRefusals.Unknown.Code
            ? Problem.NotFound(id)
            : answer.ToHttp(StoredPeriod.Of);
    }
}

/// <summary>A period to be opened.</summary>
/// <param name="Id">1 to 60 lower-case letters without diacritics, digits and hyphens.</param>
/// <param name="Start">First day covered.</param>
/// <param name="End">Last day covered, the cut-off.</param>
/// <param name="DueWorkingDays">Working days after the cut-off within which units report, 1 to 60.</param>
/// <param name="Units">Units that must report, in force on the last day.</param>
/// <param name="About">The period its figures are about, such as <c>2026</c>; left out, it is exactly the days covered.</param>
/// <param name="Holidays">Days off besides Saturdays and Sundays, as announced for the year.</param>
/// <param name="MakeUpDays">Weekend days worked in exchange for a day off.</param>
/// <param name="Illustrative">Made-up sample: so is every report in it, and none of it is ever published.</param>
public sealed record OpenPeriodBody(
    string Id,
    string TitleVi,
    string TitleEn,
    DateOnly Start,
    DateOnly End,
    int DueWorkingDays,
    IReadOnlyList<FormBody> Forms,
    IReadOnlyList<UnitKey> Units,
    string? About = null,
    IReadOnlyList<DateOnly>? Holidays = null,
    IReadOnlyList<DateOnly>? MakeUpDays = null,
    bool Illustrative = false)
{
    internal NewPeriod AsPeriod() => new(
        Id, TitleVi, TitleEn, Start, End, DueWorkingDays,
        new WorkCalendar([.. Holidays ?? []], [.. MakeUpDays ?? []]),
        [.. Forms.Select(f => new ReportingForm(f.Id, f.TitleVi, f.TitleEn, [.. f.Metrics.Select(m => new FormMetric(m.Metric, m.Note))]))],
        [.. Units], About, Illustrative);
}

/// <param name="Id">Number of the form, unique in the period.</param>
public sealed record FormBody(string Id, string TitleVi, string TitleEn, IReadOnlyList<FormMetricBody> Metrics);

/// <param name="Metric">Id in the catalogue of metrics; not a rank and not a staged budget amount.</param>
/// <param name="Note">How this form wants the metric to be understood.</param>
public sealed record FormMetricBody(string Metric, string? Note = null);

/// <param name="Due">New due date, after the present one.</param>
public sealed record ExtensionBody(UnitKey Unit, DateOnly Due, string Reason);

public sealed record ClosingBody(string? Reason = null);

public sealed record ReopeningBody(string Reason);
