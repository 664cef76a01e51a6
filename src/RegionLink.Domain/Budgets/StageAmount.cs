using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>The amount of a line at one stage.</summary>
/// <param name="Amount">Whole VND, 0 or more.</param>
/// <param name="Source">Document, file and cell, or system; null when a person entered it without naming one.</param>
public sealed record StageAmount(BudgetStage Stage, Money Amount, Origin Origin, string? Source = null);
