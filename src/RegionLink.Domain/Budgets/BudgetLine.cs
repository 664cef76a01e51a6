using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>One line of a province's budget. Keyed by <see cref="BudgetLineKey"/>.</summary>
public sealed record BudgetLine
{
    public static BudgetLine Initial { get; } = new();

    /// <summary>False until the line is taken in.</summary>
    public bool Exists { get; init; }

    /// <summary>As published.</summary>
    public string Label { get; init; } = "";

    /// <summary>Key of the project it pays for; null when none.</summary>
    public string? Project { get; init; }

    /// <summary>Key of the line it is a part of; null at the top. Never changes: a line under the wrong parent is withdrawn and recorded again.</summary>
    public string? Parent { get; init; }

    public Classification Classification { get; init; } = new(Funding.State, null, null, null, SpendingFloor.None);

    /// <summary>At most one per stage, in the order of the stages.</summary>
    public ImmutableArray<StageAmount> Amounts { get; init; } = [];

    /// <summary>Why it no longer stands; null while it does.</summary>
    public string? WithdrawnBecause { get; init; }

    public bool Illustrative { get; init; }

    public bool Withdrawn => WithdrawnBecause is not null;

    public StageAmount? At(BudgetStage stage) => Amounts.FirstOrDefault(a => a.Stage == stage);

    /// <summary>Applies one stored fact.</summary>
    public static BudgetLine Evolve(BudgetLine state, BudgetLineEvent fact) => fact switch
    {
        BudgetLineEvent.Recorded e => new BudgetLine
        {
            Exists = true,
            Label = e.Label,
            Project = e.Project,
            Parent = e.Parent,
            Classification = e.Classification,
            Amounts = [.. e.Amounts.OrderBy(a => a.Stage)],
            Illustrative = e.Illustrative,
        },
        BudgetLineEvent.AmountAdjusted e => state with
        {
            Amounts = [.. state.Amounts.Where(a => a.Stage != e.Stage).Append(new StageAmount(e.Stage, e.Amount, e.Origin, e.Source)).OrderBy(a => a.Stage)],
        },
        BudgetLineEvent.Reclassified e => state with { Classification = e.Now },
        BudgetLineEvent.Relinked e => state with { Project = e.Project },
        BudgetLineEvent.Withdrawn e => state with { WithdrawnBecause = e.Reason },
        _ => throw new NotSupportedException($"BudgetLine cannot replay {fact.GetType().Name}."),
    };

    /// <summary>Answers one command.</summary>
    public static Decision<BudgetLineEvent> Decide(BudgetLine state, BudgetLineCommand command, CommandContext context) => command switch
    {
        BudgetLineCommand.Record c => LineRecording.Decide(state, c),
        BudgetLineCommand.Revise c => LineRevision.Decide(state, c, context),
        BudgetLineCommand.Withdraw c => Withdraw(state, c),
        _ => throw new NotSupportedException($"BudgetLine does not know {command.GetType().Name}."),
    };

    private static Decision<BudgetLineEvent> Withdraw(BudgetLine state, BudgetLineCommand.Withdraw command)
    {
        if (state.Withdrawn)
        {
            return Decision.Accept<BudgetLineEvent>();
        }

        var refusals = new List<Refusal>();
        LineRules.AddIfNotWritable(refusals, command.FiscalYear);
        LineRules.AddIfNoReason(refusals, command.Reason, "reason");
        if (!state.Exists)
        {
            refusals.Add(BudgetLineRefusals.LineUnknown.With());
        }

        return Decision.AcceptUnless<BudgetLineEvent>(refusals, () => [new BudgetLineEvent.Withdrawn(command.Reason.Trim())]);
    }
}
