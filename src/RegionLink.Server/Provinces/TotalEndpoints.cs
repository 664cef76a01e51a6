using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Provinces;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Provinces;

/// <summary>Total local budget expenditure of a year, per stage and form: what budget shares are divided by.</summary>
public static class TotalEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/provinces/{unit}/fiscal-years/{year:int}/totals", RecordAsync).Produces<FiscalYearView>().Requires(Right.ManageFiscalYears);
        routes.MapPost("/provinces/{unit}/fiscal-years/{year:int}/totals/withdraw", WithdrawAsync).Produces<FiscalYearView>().Requires(Right.ManageFiscalYears);
    }

    /// <summary>Records the total of one stage and form, or replaces it.</summary>
    /// <remarks>
    /// An amount about a thousand, a million or a billion times off the province's other totals is refused with <c>budget.scale-jump</c> until
    /// it is sent again with <c>confirmScaleJump</c>, the reason why it is right.
    /// </remarks>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Calendar year.</param>
    public static Task<IResult> RecordAsync(string unit, int year, Body<TotalBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var total = body.Value;
        var origin = http.Caller().Actor.Kind == ActorKind.Key ? Origin.Connected : Origin.Entered;
        var command = new ProvinceCommand.RecordTotal(
            year, total.Stage, total.Form, total.Amount, origin, total.Source, Illustrative: false, total.ConfirmScaleJump);
        return FiscalYearEndpoints.SendAsync(unit, year, command, http, host, ct);
    }

    /// <summary>Withdraws a total that was recorded under the wrong stage or form.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="year">Calendar year.</param>
    public static Task<IResult> WithdrawAsync(string unit, int year, Body<WithdrawTotalBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        FiscalYearEndpoints.SendAsync(
            unit, year, new ProvinceCommand.WithdrawTotal(year, body.Value.Stage, body.Value.Form, body.Value.Reason), http, host, ct);
}

/// <param name="Form">Reporting form, such as <c>B46</c>.</param>
/// <param name="Amount">Whole VND, above zero.</param>
/// <param name="Source">Document or system the total comes from.</param>
/// <param name="ConfirmScaleJump">Answer to <c>budget.scale-jump</c>: why the amount is right all the same.</param>
public sealed record TotalBody(BudgetStage Stage, string Form, Money Amount, string Source, string? ConfirmScaleJump = null);

public sealed record WithdrawTotalBody(BudgetStage Stage, string Form, string Reason);
