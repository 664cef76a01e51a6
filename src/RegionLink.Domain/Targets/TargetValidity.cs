namespace RegionLink.Domain.Targets;

/// <summary>By when a goal is to be reached. Neither member set: the source names no day.</summary>
/// <param name="EveryYearFrom">Each fiscal year from this one has to reach the goal for itself. The fiscal year of Vietnam is the calendar year (Law on State Budget 83/2015/QH13, art. 14).</param>
/// <param name="By">The day by which it is to be reached.</param>
/// <param name="MeanFrom">With <paramref name="By"/>: the goal is on the mean over the years from this one; the metric is that mean.</param>
public sealed record Due(int? EveryYearFrom = null, DateOnly? By = null, int? MeanFrom = null)
{
    public static Due EachYear(int from) => new(EveryYearFrom: from);

    public static Due On(DateOnly day) => new(By: day);
}

/// <summary>When a target speaks.</summary>
/// <param name="From">First day in force; null when the source does not state it.</param>
/// <param name="Until">Last day in force; null while nobody ended it.</param>
/// <param name="Due">By when the goal is to be reached.</param>
public sealed record TargetValidity(DateOnly? From, DateOnly? Until, Due Due)
{
    /// <summary>
    /// Whether a period is judged by this target: it must be in force on the period's last day, because a yearly figure is complete only
    /// then. So a law in force from 2026-07-01 judges the year 2026, and a programme of a province merged on 2025-07-01 no longer judges 2025.
    /// A target with a deadline is not judged in periods that begin after it.
    /// </summary>
    public bool Judges(DateOnly periodStart, DateOnly periodEnd) =>
        (From is null || From <= periodEnd)
        && (Until is null || Until >= periodEnd)
        && (Due.EveryYearFrom is null || Due.EveryYearFrom <= periodEnd.Year)
        && (Due.By is null || Due.By >= periodStart);
}
