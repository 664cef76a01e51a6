using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Tests.Budgets;

/// <summary>Units with what is known of their budget; null for what is not.</summary>
internal static class ShareParts
{
    public static BudgetPart Unit(string code, long? dx, long? total, string form = "B46") => new(new UnitKey(code, null))
    {
        Lines = dx is { } known ? new LineSum(1, known, 0, 0) : null,
        Totals = total is { } vnd ? [new FormTotal(form, new Money(vnd), Illustrative: false)] : [],
    };

    public static BudgetPart Merged(long? dx, long? total, params BudgetPart[] predecessors) =>
        Unit("79", dx, total) with { Unit = UnitKey.Parse("79@2025-07-01"), Predecessors = [.. predecessors] };

    public static BudgetShare.Computed Computed(params BudgetPart[] parts) => Assert.IsType<BudgetShare.Computed>(ShareComputation.Of(parts));

    public static string[] Obstacles(params BudgetPart[] parts) =>
        [.. Assert.IsType<BudgetShare.NotComputable>(ShareComputation.Of(parts)).Obstacles.Select(o => $"{o.Unit} {o.Reason.Code}")];
}
