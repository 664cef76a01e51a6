using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>What is known of one unit for one fiscal year and stage, and of the units it continues.</summary>
public sealed record BudgetPart(UnitKey Unit)
{
    /// <summary>Sum of its real lines; null when none carries an amount.</summary>
    public LineSum? Lines { get; init; }

    /// <summary>Sum of its illustrative lines; used only where there are no real ones.</summary>
    public LineSum? IllustrativeLines { get; init; }

    /// <summary>Its own total expenditure of the stage, per form.</summary>
    public ImmutableArray<FormTotal> Totals { get; init; } = [];

    /// <summary>The units that became this one. Empty for a unit that continues none.</summary>
    public ImmutableArray<BudgetPart> Predecessors { get; init; } = [];

    /// <summary>False when only a piece of this unit went into the one that lists it as predecessor: its figures cannot be apportioned.</summary>
    public bool Whole { get; init; } = true;
}

/// <summary>A total expenditure as one form counts it.</summary>
public sealed record FormTotal(string Form, Money Amount, bool Illustrative);
