namespace RegionLink.Domain.Common;

/// <summary>
/// How far an amount of budget money has come. Amounts of different stages are never added and never divided by each other.
/// Stored as a camelCase string.
/// </summary>
public enum BudgetStage
{
    /// <summary>Plan submitted to the People's Council (dự toán trình).</summary>
    Submitted,

    /// <summary>Plan decided by the People's Council (dự toán được quyết định).</summary>
    Decided,

    /// <summary>Execution, disbursed (thực hiện, giải ngân).</summary>
    Executed,

    /// <summary>Settled account (quyết toán).</summary>
    Settled,
}
