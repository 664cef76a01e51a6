using System.Collections.Immutable;

namespace RegionLink.Domain.Budgets;

/// <summary>Which form the totals of a share are taken from when nobody names one: all parts must have the same.</summary>
internal static class FormChoice
{
    /// <summary>The form; null when there is none, with the obstacles saying why.</summary>
    public static string? Choose(IReadOnlyCollection<BudgetPart> parts, bool realOnly, List<ShareObstacle> obstacles)
    {
        var forms = parts.ToDictionary(p => p.Unit, p => Forms(p, realOnly));
        var common = forms.Values.Aggregate((a, b) => a.Intersect(b));
        if (common.Contains(ShareComputation.UsualForm))
        {
            return ShareComputation.UsualForm;
        }

        if (common.Count == 1)
        {
            return common.Single();
        }

        if (common.Count > 1)
        {
            obstacles.AddRange(parts.Select(p => new ShareObstacle(p.Unit, BudgetShareRefusals.FormAmbiguous.With(p.Unit, string.Join(", ", common)))));
            return null;
        }

        var leaves = parts.SelectMany(p => Needed(p, realOnly)).ToList();
        var missing = leaves.Where(p => OwnForms(p, realOnly).IsEmpty).ToList();
        obstacles.AddRange(missing.Select(p => new ShareObstacle(p.Unit, BudgetShareRefusals.TotalMissing.With(p.Unit))));
        if (missing.Count == 0)
        {
            obstacles.AddRange(leaves.Select(p =>
                new ShareObstacle(p.Unit, BudgetShareRefusals.FormsDiffer.With(p.Unit, string.Join(", ", OwnForms(p, realOnly))))));
        }

        return null;
    }

    /// <summary>Forms the unit itself has totals in; illustrative ones only where there is no real one.</summary>
    public static ImmutableSortedSet<string> OwnForms(BudgetPart part, bool realOnly)
    {
        var real = part.Totals.Where(t => !t.Illustrative).Select(t => t.Form).ToImmutableSortedSet(StringComparer.Ordinal);
        return real.IsEmpty && !realOnly ? part.Totals.Select(t => t.Form).ToImmutableSortedSet(StringComparer.Ordinal) : real;
    }

    /// <summary>Forms in which a total of the unit can be had: its own, or one that all its predecessors have.</summary>
    private static ImmutableSortedSet<string> Forms(BudgetPart part, bool realOnly)
    {
        var own = OwnForms(part, realOnly);
        return part.Predecessors.IsEmpty
            ? own
            : own.Union(part.Predecessors.Select(p => Forms(p, realOnly)).Aggregate((a, b) => a.Intersect(b)));
    }

    /// <summary>The units whose own totals would be used: the unit itself when it has any, else those it continues.</summary>
    private static IEnumerable<BudgetPart> Needed(BudgetPart part, bool realOnly) =>
        part.Predecessors.IsEmpty || !OwnForms(part, realOnly).IsEmpty ? [part] : part.Predecessors.SelectMany(p => Needed(p, realOnly));
}
