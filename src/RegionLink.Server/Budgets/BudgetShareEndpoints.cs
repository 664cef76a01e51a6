using RegionLink.Domain.Budgets;
using RegionLink.Server.Identity;
using RegionLink.Server.OpenApi;

namespace RegionLink.Server.Budgets;

/// <summary>The part of a budget that goes to digital transformation, and the wider one that the law's 3 % floor is about.</summary>
public static class BudgetShareEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/provinces/{unit}/budget-share", GetAsync).Produces<BudgetShareAnswer>().NeedsQuery("year", "stage").Requires(Right.ReadPublic);
        routes.MapGet("/provinces/{unit}/three-percent-floor", GetThreePercentAsync).Produces<ThreePercentAnswer>().NeedsQuery("year", "stage").Requires(Right.ReadPublic);
    }

    /// <summary>The budget share of a province or region, exact, with its parts, the gap to the floor, or why it cannot be computed.</summary>
    /// <remarks>Over several units the share is sum by sum, never a mean.</remarks>
    /// <param name="unit">Key of a province, or of a region for the share over all its provinces.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="stage">submitted, decided, executed or settled; stages are never mixed.</param>
    /// <param name="boundary">A day whose boundaries count, yyyy-MM-dd: the units of that day which the unit came from or became; the unit as named when left out.</param>
    /// <param name="form">Form of the totals; the usual one, or the only one all parts have, when left out.</param>
    /// <param name="realOnly">true leaves sample data out.</param>
    /// <param name="floor">Floor to compare with, in percent; 1 when left out.</param>
    public static async Task<IResult> GetAsync(
        string unit, string? year, string? stage, string? boundary, string? form, string? realOnly, string? floor,
        HttpContext http, BudgetQuestions questions, CancellationToken ct)
    {
        var (asked, refused) = await questions.ReadAsync(unit, http, anyFloor: true, ct);
        return asked is null ? refused! : Results.Ok(new BudgetShareAnswer(
            asked.Unit, asked.Query.Boundary, asked.SameTerritory, BudgetShareBody.Of(asked.Parts, asked.Query), [.. asked.Parts.Select(p => BudgetShareBody.Of([p], asked.Query))]));
    }

    /// <summary>
    /// How a province or region stands to the law's floor of 3 % for science, technology, innovation and digital transformation: exact, with its parts, the gap and
    /// the legal source, or why it cannot be computed.
    /// </summary>
    /// <remarks>
    /// The numerator is all state-funded DX money, because the 1 % is taken out of the 3 %, and the state money of other lines that the province counts towards
    /// the 3 %.
    /// </remarks>
    /// <param name="unit">Key of a province, or of a region for the sum over all its provinces.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="stage">submitted, decided, executed or settled; stages are never mixed.</param>
    /// <param name="boundary">A day whose boundaries count, yyyy-MM-dd: the units of that day which the unit came from or became; the unit as named when left out.</param>
    /// <param name="form">Form of the totals; the usual one, or the only one all parts have, when left out.</param>
    /// <param name="realOnly">true leaves sample data out.</param>
    public static async Task<IResult> GetThreePercentAsync(
        string unit, string? year, string? stage, string? boundary, string? form, string? realOnly,
        HttpContext http, BudgetQuestions questions, CancellationToken ct)
    {
        var (asked, refused) = await questions.ReadAsync(unit, http, anyFloor: false, ct);
        return asked is null ? refused! : Results.Ok(new ThreePercentAnswer(
            asked.Unit, asked.Query.Boundary, asked.SameTerritory, LegalFloorBody.Of(StatutoryFloor.ThreePercent, asked.Query.Year),
            ThreePercentBody.Of(asked.Parts, asked.Query), [.. asked.Parts.Select(p => ThreePercentBody.Of([p], asked.Query))]));
    }
}
