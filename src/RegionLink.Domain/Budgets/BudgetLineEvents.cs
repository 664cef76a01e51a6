using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

// STORED FORMAT. Names and fields below are rows in the event log of every installation.
// Add fields as optional; for a new meaning add a new event; never rename, reuse or delete.

/// <summary>Everything that has ever happened to a budget line.</summary>
public abstract record BudgetLineEvent
{
    private BudgetLineEvent()
    {
    }

    /// <summary>A line of a province's budget was taken in.</summary>
    /// <param name="Label">As published.</param>
    /// <param name="Project">Key of the project it pays for; null when it pays for none.</param>
    /// <param name="Parent">Key of the line it is a part of; null at the top.</param>
    public sealed record Recorded(
        string Label,
        string? Project,
        string? Parent,
        Classification Classification,
        ImmutableArray<StageAmount> Amounts,
        bool Illustrative) : BudgetLineEvent;

    /// <summary>An amount became known or was changed.</summary>
    /// <param name="Before">The amount that stood there; null when the stage had none.</param>
    /// <param name="Reason">Never null when there was an amount before.</param>
    /// <param name="ScaleJumpConfirmed">The answer to the question why the amount is a thousand or a million times the old one; null when nothing was asked.</param>
    public sealed record AmountAdjusted(
        BudgetStage Stage,
        Money? Before,
        Money Amount,
        Origin Origin,
        string? Source,
        string? Reason,
        string? ScaleJumpConfirmed = null) : BudgetLineEvent;

    /// <summary>What the line is was said anew.</summary>
    public sealed record Reclassified(Classification Before, Classification Now) : BudgetLineEvent;

    /// <summary>The line pays for another project, or for none, than was known.</summary>
    public sealed record Relinked(string? Before, string? Project) : BudgetLineEvent;

    /// <summary>The line no longer stands; its amounts count nowhere and remain readable.</summary>
    public sealed record Withdrawn(string Reason) : BudgetLineEvent;
}
