using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Budgets;

/// <summary>The part of a budget that goes to digital transformation.</summary>
public static class BudgetShareEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/provinces/{unit}/budget-share", GetAsync).Produces<BudgetShareAnswer>().Requires(Right.ReadPublic);

    /// <summary>The budget share of a province or region, exact, with its parts, the gap to the floor, or why it cannot be computed.</summary>
    /// <remarks>
    /// Query: <c>year</c> and <c>stage</c> (submitted, decided, executed, settled), needed; <c>boundary</c>, a day whose boundaries count: the
    /// units of that day which the unit came from or became; <c>floor</c> in percent, 1 unless given; <c>form</c> of the totals;
    /// <c>realOnly=true</c> leaves sample data out. Over several units the share is sum by sum, never a mean.
    /// </remarks>
    /// <param name="unit">Key of a province, or of a region for the share over all its provinces.</param>
    public static async Task<IResult> GetAsync(
        string unit, HttpContext http, ReferenceCache reference, BudgetParts parts, SharedUnits sharing, CancellationToken ct)
    {
        var (query, faults) = BudgetShareQuery.Parse(http.Request.Query);
        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        var lineage = (await reference.GetAsync(ct)).Lineage;
        if (!UnitKey.TryParse(unit, out var key) || lineage.Find(key) is not { Level: UnitLevel.Province or UnitLevel.Region } asked)
        {
            return Problem.NotFound(unit);
        }

        var (units, sameTerritory) = UnitsOf(asked, query, lineage);
        if (units.Count == 0)
        {
            return Problem.NotFound($"{unit} ({query.Boundary ?? EndOf(query.Year):yyyy-MM-dd})");
        }

        var concerned = units.SelectMany(u => BudgetParts.WithPredecessors(u, lineage)).Select(u => u.ToString());
        var hidden = await sharing.HiddenAsync(concerned, BudgetLineTable.Sharing, http.Caller().AsViewer(), ct);
        if (hidden.Count > 0)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, BudgetShareRefusals.NotShared.With(string.Join(", ", hidden)));
        }

        var known = await parts.ReadAsync(units, query.Year, query.Stage, lineage, ct);
        BudgetShareBody Share(params IReadOnlyList<BudgetPart> of) =>
            BudgetShareBody.Of(of, query.Year, query.Stage, query.FloorPercent, query.Form, query.RealOnly);
        return Results.Ok(new BudgetShareAnswer(key, query.Boundary, sameTerritory, Share(known), [.. known.Select(p => Share(p))]));
    }

    /// <summary>The provinces a question is about, and whether they hold exactly the territory asked about.</summary>
    private static (IReadOnlyList<UnitKey> Units, bool SameTerritory) UnitsOf(Unit asked, BudgetShareQuery query, Lineage lineage)
    {
        if (asked.Level == UnitLevel.Region)
        {
            return ([.. lineage.ChildrenOf(asked.Key.Code, query.Boundary ?? EndOf(query.Year)).Select(u => u.Key)], true);
        }

        if (query.Boundary is not { } day || asked.HoldsOn(day))
        {
            return ([asked.Key], true);
        }

        var earlier = day < asked.Start;
        var reached = earlier ? lineage.CameFrom(asked.Key, day) : lineage.BecameBy(asked.Key, day);
        UnitKey[] units = [.. reached.Where(d => d.Unit.HoldsOn(day)).Select(d => d.Unit.Key)];
        return (units, earlier
            ? reached.All(d => d.Whole)
            : units.SequenceEqual(lineage.SameTerritory(asked.Key).Intersect(units)));
    }

    private static DateOnly EndOf(int year) => new(Math.Clamp(year, 1, 9999), 12, 31);
}
