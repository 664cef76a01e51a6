using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>
/// Computes a budget share from parts: Σ ÷ Σ, never a mean of shares. A unit's past is rebuilt from its predecessors: lines add; the total
/// is the unit's own where it has one, else the sum of all its predecessors'.
/// </summary>
public static class ShareComputation
{
    /// <summary>Balance of the local budget (cân đối ngân sách địa phương): the total that is meant where several forms give one.</summary>
    public const string UsualForm = "B46";

    /// <param name="parts">The units the share is asked for: one, or all of a region. At least one, none inside another.</param>
    /// <param name="form">The form to take totals from, upper case; null takes the usual one, or the only one that all parts have.</param>
    /// <param name="realOnly">Leaves illustrative data out, as for publication; otherwise it stands in where there is no real figure, and marks the share.</param>
    public static BudgetShare Of(IReadOnlyCollection<BudgetPart> parts, string? form = null, bool realOnly = false)
    {
        var obstacles = new List<ShareObstacle>();
        var chosen = form ?? FormChoice.Choose(parts, realOnly, obstacles);
        var sums = parts.Select(p => Sum(p, chosen, realOnly, obstacles)).ToList();
        if (obstacles.Count > 0)
        {
            return new BudgetShare.NotComputable(
                [.. obstacles.DistinctBy(o => (o.Unit, o.Reason.Code)).OrderBy(o => o.Unit).ThenBy(o => o.Reason.Code, StringComparer.Ordinal)]);
        }

        var sum = sums.Aggregate((a, b) => a.Plus(b));
        return new BudgetShare.Computed(chosen!, sum.Lines!.Value, sum.Total!.Value, sum.Illustrative);
    }

    /// <summary>Adds up one unit with its predecessors. What is missing is named in the obstacles; the sum is then of no use.</summary>
    private static PartSum Sum(BudgetPart part, string? form, bool realOnly, List<ShareObstacle> obstacles)
    {
        var own = PartSum.Own(part, form, realOnly);
        var found = new List<ShareObstacle>();
        var before = part.Predecessors.Select(p => Sum(p, form, realOnly, found)).ToList();
        obstacles.AddRange(part.Predecessors
            .Zip(before)
            .Where(p => !p.First.Whole && p.Second is { Lines: not null } or { Total: not null })
            .Select(p => new ShareObstacle(p.First.Unit, BudgetShareRefusals.PredecessorSplit.With(p.First.Unit))));

        if (own.Total is null && before.Count > 0 && form is not null)   // without a form it is said already whose totals are missing
        {
            obstacles.AddRange(found);
            return before.Aggregate(own, (a, b) => a.Plus(b));
        }

        if (own.Total is null && form is not null)
        {
            obstacles.Add(new(part.Unit, MissingTotal(part, form, realOnly)));
        }

        if (own.Lines is null)
        {
            // The unit itself is silent: the predecessors have to speak for it, all of them.
            obstacles.AddRange(before.Any(b => b.Lines is not null)
                ? found.Where(o => o.Reason.Code == BudgetShareRefusals.LinesMissing.Code)
                : [new(part.Unit, BudgetShareRefusals.LinesMissing.With(part.Unit))]);
        }

        return before.Aggregate(own, (a, b) => a.Plus(b.WithoutTotal()));
    }

    private static Refusal MissingTotal(BudgetPart part, string form, bool realOnly)
    {
        var there = FormChoice.OwnForms(part, realOnly);
        return there.IsEmpty
            ? BudgetShareRefusals.TotalMissing.With(part.Unit)
            : BudgetShareRefusals.FormMissing.With(part.Unit, form, string.Join(", ", there));
    }
}
