using System.Collections.Immutable;

namespace RegionLink.Domain.Budgets;

/// <summary>Orders a budget line understands. Each quotes the state of its fiscal year; a guard on the province keeps the quote true.</summary>
public abstract record BudgetLineCommand
{
    private BudgetLineCommand()
    {
    }

    public required FiscalYearStatus FiscalYear { get; init; }

    /// <param name="Number">The number in the line's own key, to be named when it is refused.</param>
    /// <param name="Amounts">At most one per stage; empty for a heading whose parts carry the amounts.</param>
    public sealed record Record(
        string Number,
        string Label,
        NamedProject? Project,
        NamedParent? Parent,
        Classification Classification,
        ImmutableArray<StageAmount> Amounts,
        bool Illustrative = false) : BudgetLineCommand;

    /// <summary>Changes what is given and leaves the rest as it is.</summary>
    /// <param name="Amounts">At most one per stage; stages that are not named keep their amount.</param>
    /// <param name="Classification">The whole new classification; null keeps the old one.</param>
    /// <param name="Project">Null keeps the link.</param>
    /// <param name="Reason">Needed when an amount that stands is changed.</param>
    /// <param name="ConfirmScaleJump">Why an amount a thousand or a million times the old one is right; null when nobody was asked.</param>
    public sealed record Revise(
        ImmutableArray<StageAmount> Amounts,
        Classification? Classification = null,
        ProjectLink? Project = null,
        string? Reason = null,
        string? ConfirmScaleJump = null) : BudgetLineCommand;

    public sealed record Withdraw(string Reason) : BudgetLineCommand;
}

/// <summary>What the province says about the fiscal year of a line.</summary>
public enum FiscalYearStatus
{
    NotOpened,
    Open,
    Closed,
}

/// <summary>A project that a line names, as the platform holds it.</summary>
/// <param name="Known">Whether there is such a project.</param>
public sealed record NamedProject(string Key, bool Known, bool Illustrative);

/// <summary>A new link; a null project removes the old one.</summary>
public sealed record ProjectLink(NamedProject? Project);

/// <summary>A line that another one names as its parent, as the platform holds it.</summary>
/// <param name="Known">Whether there is such a line.</param>
/// <param name="SameYear">Whether it lies in the same unit and fiscal year.</param>
public sealed record NamedParent(string Key, bool Known, bool SameYear, bool Withdrawn, bool Illustrative);
