using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>What a line is, apart from its amounts: whose money, for what, and whether it is digital transformation.</summary>
/// <param name="Category">Activity of article 4 of Law 148/2025/QH15; null when none was named.</param>
/// <param name="Dx">Whether the line is digital transformation; null while nobody has said.</param>
/// <param name="Ground">Why it is or is not: decision, plan, or the rule applied. Null only while <paramref name="Dx"/> is.</param>
public sealed record Classification(Funding Funding, ActivityCategory? Category, bool? Dx, string? Ground, SpendingFloor Floor);

/// <summary>Whose money a line spends. Stored as a camelCase string.</summary>
public enum Funding
{
    /// <summary>The state budget.</summary>
    State,

    /// <summary>Socialised money: enterprises, donors. Kept and shown, never part of a share of the budget.</summary>
    NonState,
}

/// <summary>
/// Floors of Law 148/2025/QH15, article 20.1, that the province counts a line towards: at least 1 % of state budget expenditure for DX, out of
/// at least 3 % for science, technology, innovation and DX. Stored as a camelCase string.
/// </summary>
public enum SpendingFloor
{
    None,
    OnePercent,
    ThreePercent,
    Both,
}
