using System.Collections.Immutable;

namespace RegionLink.Domain.Projects;

/// <summary>
/// Whether a project is late or slow on a day, with the grounds. Computed whenever asked and never stored: the same past gives the same
/// answer, and nobody has to remember to take a mark off.
/// </summary>
/// <param name="AsOf">The judged day, at its end.</param>
/// <param name="Overdue">Required steps past the due date that held on that day; earliest due first.</param>
/// <param name="NextDue">Earliest due date, not yet past, of an open required step; null when there is none.</param>
/// <param name="Report">The report judged: the latest one of that day or before; null when there is none.</param>
/// <param name="WorkSlow">See <see cref="SlowRule.WorkIsSlow"/>.</param>
/// <param name="MoneySlow">See <see cref="SlowRule.MoneyIsSlow"/>.</param>
public sealed record Timeliness(
    DateOnly AsOf,
    ImmutableArray<OverdueStep> Overdue,
    DateOnly? NextDue,
    ProgressReport? Report,
    bool WorkSlow,
    bool MoneySlow)
{
    /// <summary>A required step is overdue.</summary>
    public bool Late => !Overdue.IsEmpty;

    public bool Slow => WorkSlow || MoneySlow;

    /// <summary>Judges a project on a day. One that was not yet proposed, done or cancelled on that day is neither late nor slow.</summary>
    public static Timeliness Of(Project project, DateOnly asOf)
    {
        var report = project.Progress.LastOrDefault(p => p.AsOf <= asOf);
        if (project.StateOn(asOf) is not { } state || state.IsOver())
        {
            return new(asOf, [], null, report, WorkSlow: false, MoneySlow: false);
        }

        var open = project.Steps
            .Where(s => s.Required && s.WasOpenOn(asOf))
            .Select(s => new OverdueStep(s.Code, s.Name, s.DueOn(asOf), asOf.DayNumber - s.DueOn(asOf).DayNumber))
            .OrderBy(s => s.Due)
            .ToList();
        return new(
            asOf,
            [.. open.Where(s => s.DaysLate > 0)],
            open.FirstOrDefault(s => s.DaysLate <= 0)?.Due,
            report,
            report is not null && SlowRule.WorkIsSlow(report),
            report is not null && SlowRule.MoneyIsSlow(report));
    }
}

/// <summary>A required step past its due date.</summary>
/// <param name="DaysLate">Whole days since the due date; 1 on the day after it.</param>
public sealed record OverdueStep(string Code, string Name, DateOnly Due, int DaysLate);
