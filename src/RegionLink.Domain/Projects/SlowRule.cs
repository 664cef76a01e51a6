namespace RegionLink.Domain.Projects;

/// <summary>
/// When a progress report counts as slow: the work is more than 10 points behind its plan, or less than 90 % of the money that should
/// have been paid out has been. The thresholds are the platform's own (no decree sets them); see the decision record on late and slow.
/// </summary>
public static class SlowRule
{
    /// <summary>Percentage points the work may lie behind its plan; exactly this many is not slow.</summary>
    public const decimal ToleratedPoints = 10;

    /// <summary>Share of the planned disbursement, in percent, that must be reached; exactly this share is not slow.</summary>
    public const int LeastDisbursedPercent = 90;

    /// <summary>True for a report behind its own plan; a report without a plan is never slow.</summary>
    public static bool IsSlow(ProgressReport report) => WorkIsSlow(report) || MoneyIsSlow(report);

    public static bool WorkIsSlow(ProgressReport report) => report.PlannedPercent - report.Percent > ToleratedPoints;

    public static bool MoneyIsSlow(ProgressReport report) =>
        report.PlannedDisbursed is { } planned
        && (Int128)report.Disbursed.Vnd * 100 < (Int128)planned.Vnd * LeastDisbursedPercent;
}
