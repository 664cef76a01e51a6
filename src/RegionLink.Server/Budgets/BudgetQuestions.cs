using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Budgets;

/// <summary>What a question about a budget is about, and what is known.</summary>
/// <param name="SameTerritory">False when the units of the day asked about hold more or less territory than the unit.</param>
/// <param name="Parts">The units the answer is computed over.</param>
public sealed record AskedBudget(UnitKey Unit, BudgetShareQuery Query, bool SameTerritory, IReadOnlyList<BudgetPart> Parts);

/// <summary>Reads questions about the budget of a province or region, makes sure the asker may know, and gathers the parts.</summary>
public sealed class BudgetQuestions(ReferenceCache reference, BudgetParts parts, SharedUnits sharing)
{
    /// <param name="unit">Key of a province, or of a region for all its provinces.</param>
    /// <param name="anyFloor">Whether the asker may name a floor to compare with.</param>
    public async Task<(AskedBudget? Asked, IResult? Refused)> ReadAsync(string unit, HttpContext http, bool anyFloor, CancellationToken ct)
    {
        var (query, faults) = BudgetShareQuery.Parse(http.Request.Query, anyFloor);
        if (faults.Count > 0)
        {
            return (null, Problem.Of(StatusCodes.Status400BadRequest, faults));
        }

        var lineage = (await reference.GetAsync(ct)).Lineage;
        if (!UnitKey.TryParse(unit, out var key) || lineage.Find(key) is not { Level: UnitLevel.Province or UnitLevel.Region } asked)
        {
            return (null, Problem.NotFound(unit));
        }

        var (units, sameTerritory) = UnitsOf(asked, query, lineage);
        if (units.Count == 0)
        {
            return (null, Problem.NotFound($"{unit} ({query.Boundary ?? EndOf(query.Year):yyyy-MM-dd})"));
        }

        var concerned = units.SelectMany(u => BudgetParts.WithPredecessors(u, query.Year, lineage)).Select(u => u.ToString());
        var hidden = await sharing.HiddenAsync(concerned, BudgetLineTable.Sharing, http.Caller().AsViewer(), ct);
        return hidden.Count > 0
            ? (null, Problem.Of(StatusCodes.Status403Forbidden, BudgetShareRefusals.NotShared.With(string.Join(", ", hidden))))
            : (new(key, query, sameTerritory, await parts.ReadAsync(units, query.Year, query.Stage, lineage, http.Caller().AsViewer(), ct)), null);
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
