using System.Collections.Immutable;

namespace RegionLink.Domain.Projects;

// STORED FORMAT (PlannedStep, DueMove).

/// <summary>A step as it is first planned.</summary>
/// <param name="Code">Unique in the project; same characters as a project number.</param>
/// <param name="Required">The project cannot be done without it, and is late when it is overdue.</param>
/// <param name="Due">Last day on time.</param>
/// <param name="Responsible">Who carries it out, when not the owner agency.</param>
public sealed record PlannedStep(string Code, string Name, StepPhase Phase, bool Required, DateOnly Due, string? Responsible = null);

/// <summary>One due date moved by a re-planning.</summary>
public sealed record DueMove(string Code, DateOnly OldDue, DateOnly NewDue);

/// <summary>A step with everything that became of it. Due dates are never overwritten: the first is the promise, the last holds now.</summary>
/// <param name="Dues">Never empty, oldest first.</param>
public sealed record ProjectStep(
    string Code,
    string Name,
    StepPhase Phase,
    bool Required,
    string? Responsible,
    ImmutableArray<StepDue> Dues)
{
    /// <summary>Day the step was actually finished; null while it is not.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Number of the document that shows the result, as printed.</summary>
    public string? Document { get; init; }

    public DateOnly? SkippedOn { get; init; }

    public string? SkipReason { get; init; }

    /// <summary>The due date that holds now.</summary>
    public DateOnly CurrentDue() => Dues[^1].Due;

    public DateOnly OriginalDue() => Dues[0].Due;

    /// <summary>Whole days the current due date lies after the original one; negative when it was moved forward.</summary>
    public int SlipDays() => CurrentDue().DayNumber - OriginalDue().DayNumber;

    /// <summary>Neither done nor skipped.</summary>
    public bool IsOpen() => DoneOn is null && SkippedOn is null;

    /// <summary>The due date that held on a day; the first one also for days before it was planned.</summary>
    public DateOnly DueOn(DateOnly day) => (Dues.LastOrDefault(d => d.From <= day) ?? Dues[0]).Due;

    /// <summary>Whether the step was still open at the end of a day.</summary>
    public bool WasOpenOn(DateOnly day) => !(DoneOn <= day) && !(SkippedOn <= day);
}

/// <summary>A due date and the plan it belongs to.</summary>
/// <param name="Baseline">1 for the first plan; see <see cref="Baseline.Number"/>.</param>
/// <param name="From">First day on which this date held.</param>
public sealed record StepDue(int Baseline, DateOnly From, DateOnly Due);
