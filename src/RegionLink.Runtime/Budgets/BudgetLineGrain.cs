using RegionLink.Domain.Budgets;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Budgets;

/// <summary>The budget line as a grain: key as <see cref="BudgetLineKey"/>. A line that is recorded under a parent names the parent as guard.</summary>
public static class BudgetLineGrain
{
    public static readonly IReadOnlyList<string> Tables = ["budget_line", "budget_line_amount"];

    public static GrainType<BudgetLine, BudgetLineCommand, BudgetLineEvent> Type { get; } = new(
        "budget-line",
        BudgetLine.Initial,
        BudgetLine.Evolve,
        BudgetLine.Decide,
        new EventCodec<BudgetLineEvent>()
            .With<BudgetLineEvent.Recorded>("recorded")
            .With<BudgetLineEvent.AmountAdjusted>("amount-adjusted")
            .With<BudgetLineEvent.Reclassified>("reclassified")
            .With<BudgetLineEvent.Relinked>("relinked")
            .With<BudgetLineEvent.Withdrawn>("withdrawn"),
        SnapshotFormat: 1,
        BudgetLineProjection.Of)
    {
        Guardable = true,
    };
}
