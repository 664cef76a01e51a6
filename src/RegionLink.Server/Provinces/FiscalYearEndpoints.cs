using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Provinces;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Provinces;

/// <summary>Opens, closes and re-opens the books of a year.</summary>
public static class FiscalYearEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/provinces/{unit}/fiscal-years", ListAsync).Produces<IReadOnlyList<FiscalYearView>>().Requires(Right.ReadPublic);
        var years = routes.MapGroup("/provinces/{unit}/fiscal-years");
        years.MapPut("/{year:int}", OpenAsync).Produces<FiscalYearView>().Requires(Right.ManageFiscalYears);
        years.MapPost("/{year:int}/close", CloseAsync).Produces<FiscalYearView>().Requires(Right.ManageFiscalYears);
        years.MapPost("/{year:int}/reopen", ReopenAsync).Produces<FiscalYearView>().Requires(Right.ManageFiscalYears);
    }

    /// <summary>The fiscal years of a province with their totals, oldest first.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static async Task<IResult> ListAsync(string unit, ProvinceReader provinces, CancellationToken ct) =>
        UnitKey.TryParse(unit, out var key) && await provinces.FindAsync(key, ct) is { } province
            ? Results.Ok(province.FiscalYears).WithVersion(province.Version)
            : Problem.NotFound(unit);

    /// <summary>Opens a fiscal year; from then on it takes totals and budget lines.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Calendar year.</param>
    public static async Task<IResult> OpenAsync(
        string unit, int year, HttpContext http, GrainHost host, ReferenceCache reference, CancellationToken ct)
    {
        if (!UnitKey.TryParse(unit, out var key) || (await reference.GetAsync(ct)).Lineage.Find(key) is not { Level: UnitLevel.Province } province)
        {
            return Problem.NotFound(unit);
        }

        return await SendAsync(key, year, new ProvinceCommand.OpenFiscalYear(year, province.Key.ValidFrom, province.ValidTo), http, host, ct);
    }

    /// <summary>Closes a fiscal year: no total and no budget line of it can be written until it is opened again.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Calendar year.</param>
    public static Task<IResult> CloseAsync(string unit, int year, HttpContext http, GrainHost host, CancellationToken ct) =>
        SendAsync(unit, year, new ProvinceCommand.CloseFiscalYear(year), http, host, ct);

    /// <summary>Opens a closed fiscal year again, with a reason that stays.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Calendar year.</param>
    public static Task<IResult> ReopenAsync(string unit, int year, Body<ReopenBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        SendAsync(unit, year, new ProvinceCommand.ReopenFiscalYear(year, body.Value.Reason), http, host, ct);

    internal static Task<IResult> SendAsync(string unit, int year, ProvinceCommand command, HttpContext http, GrainHost host, CancellationToken ct) =>
        UnitKey.TryParse(unit, out var key) ? SendAsync(key, year, command, http, host, ct) : Task.FromResult(Problem.NotFound(unit));

    private static async Task<IResult> SendAsync(UnitKey unit, int year, ProvinceCommand command, HttpContext http, GrainHost host, CancellationToken ct)
    {
        if (http.Caller().RefuseFor(unit) is { } refused)
        {
            return refused;
        }

        var answer = await host.SendAsync(ProvinceGrain.Type, ProvinceGrain.KeyOf(unit), command, http.Envelope(), ct);
        return answer.ToHttp((state, _) => ProvinceBody.Of(state.Year(year)!));
    }
}

/// <param name="Reason">Why the year is opened again.</param>
public sealed record ReopenBody(string Reason);
