using System.Collections.Immutable;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Tests.Budgets;

/// <summary>A past, a command, an answer; and lines as they are most often.</summary>
internal static class LineHistory
{
    public static readonly Classification StateDx = new(Funding.State, ActivityCategory.A02, true, "Kế hoạch 12/KH-UBND", SpendingFloor.Both);

    public static readonly Classification NotDx = new(Funding.State, null, false, "Chi thường xuyên khác", SpendingFloor.None);

    public static readonly Classification Unclassified = new(Funding.State, null, null, null, SpendingFloor.None);

    public static readonly Classification NonStateDx = StateDx with { Funding = Funding.NonState, Floor = SpendingFloor.None };

    public static readonly CommandContext Context = new(new Actor(ActorKind.User, "lan"), new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));

    public static BudgetLine Given(params BudgetLineEvent[] past) => past.Aggregate(BudgetLine.Initial, BudgetLine.Evolve);

    public static Decision<BudgetLineEvent> Answer(this BudgetLine state, BudgetLineCommand command) => BudgetLine.Decide(state, command, Context);

    public static BudgetLineEvent.Recorded Recorded(
        long decided = 10, Classification? classification = null, string? parent = null, string? project = null, bool illustrative = false) =>
        new("Nâng cấp nền tảng số", project, parent, classification ?? StateDx, [Decided(decided)], illustrative);

    public static BudgetLineCommand.Record Record(FiscalYearStatus year = FiscalYearStatus.Open) =>
        new("CDS-1", "Nâng cấp nền tảng số", null, null, StateDx, [Decided(10)]) { FiscalYear = year };

    public static BudgetLineCommand.Revise Revise(params ImmutableArray<StageAmount> amounts) => new(amounts) { FiscalYear = FiscalYearStatus.Open };

    public static StageAmount Decided(long vnd) => new(BudgetStage.Decided, new Money(vnd), Origin.Entered);

    public static StageAmount Executed(long vnd) => new(BudgetStage.Executed, new Money(vnd), Origin.Entered);

    public static string[] Codes(this Decision<BudgetLineEvent> decision) => [.. decision.Refusals.Select(r => r.Code)];
}
