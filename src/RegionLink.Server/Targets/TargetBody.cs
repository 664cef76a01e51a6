using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;

namespace RegionLink.Server.Targets;

/// <summary>A target with all its versions and what provinces raised.</summary>
/// <param name="Versions">Oldest first.</param>
/// <param name="Raises">Of all provinces, oldest first.</param>
public sealed record TargetBody(
    string Id,
    string Metric,
    ScopeKind Scope,
    UnitKey? Unit,
    string? Region,
    string UnitOfMeasure,
    IReadOnlyList<TargetVersionBody> Versions,
    IReadOnlyList<RaiseBody> Raises,
    bool Illustrative)
{
    public static TargetBody Of(string id, Target target) => new(
        id,
        target.Metric ?? throw new InvalidOperationException($"Target {id} was never set."),
        target.Scope.Kind,
        target.Scope.Unit,
        target.Scope.Region,
        target.UnitOfMeasure,
        [.. target.Versions.Select(v => new TargetVersionBody(v.Number, TermsBody.Of(v.Terms), v.Reason, v.EndedOn))],
        [.. target.Raises.Select(r => new RaiseBody(r.Unit, r.Number, GoalBody.Of(r.Goal), r.From, r.LegalSource, r.Cancelled))],
        target.Illustrative);
}

/// <param name="Reason">Why it replaced the version before; null for the first.</param>
/// <param name="EndedOn">Last day in force when it was ended early; null while it stands.</param>
public sealed record TargetVersionBody(int Number, TermsBody Terms, string? Reason, DateOnly? EndedOn);

/// <param name="Number">Counts the raises of the province; verdicts name it.</param>
public sealed record RaiseBody(UnitKey Unit, int Number, GoalBody Goal, DateOnly From, string LegalSource, bool Cancelled);

/// <summary>What has to be reached.</summary>
/// <param name="Upper">The upper threshold of <c>between</c>; null for every other direction.</param>
public sealed record GoalBody(GoalDirection Direction, decimal Threshold, decimal? Upper = null)
{
    public static GoalBody Of(Goal goal) => new(goal.Direction, goal.Threshold, goal.Upper);

    internal Goal AsGoal() => new(Direction, Threshold, Upper);
}

/// <summary>By when. One of the two, or neither when the source names no day.</summary>
/// <param name="EveryYearFrom">Each fiscal year from this one.</param>
/// <param name="By">Deadline.</param>
/// <param name="MeanFrom">With a deadline: the goal is on the mean from this year.</param>
public sealed record DueBody(int? EveryYearFrom = null, DateOnly? By = null, int? MeanFrom = null);

/// <summary>A value expected by a day on the way.</summary>
public sealed record MilestoneBody(DateOnly On, decimal Expected);

/// <summary>What one version of a target says.</summary>
/// <param name="From">First day in force; null when the source does not state it. A new version must name it.</param>
/// <param name="Until">Last day in force; null while it stands.</param>
/// <param name="Trajectory">Milestones, oldest first; null or empty for none.</param>
/// <param name="LegalSource">The act: number, article, date.</param>
/// <param name="Proposed">Policy the region set itself, not law.</param>
public sealed record TermsBody(
    GoalBody Goal,
    DueBody Due,
    string LegalSource,
    DateOnly? From = null,
    DateOnly? Until = null,
    IReadOnlyList<MilestoneBody>? Trajectory = null,
    bool Proposed = false,
    string? Note = null)
{
    public static TermsBody Of(TargetTerms terms) => new(
        GoalBody.Of(terms.Goal),
        new DueBody(terms.Validity.Due.EveryYearFrom, terms.Validity.Due.By, terms.Validity.Due.MeanFrom),
        terms.LegalSource,
        terms.Validity.From,
        terms.Validity.Until,
        [.. terms.Trajectory.Milestones.Select(m => new MilestoneBody(m.On, m.Expected))],
        terms.Proposed,
        terms.Note);

    internal TargetTerms AsTerms() => new(
        Goal.AsGoal(),
        new TargetValidity(From, Until, new Due(Due.EveryYearFrom, Due.By, Due.MeanFrom)),
        new Trajectory([.. (Trajectory ?? []).Select(m => new Milestone(m.On, m.Expected))]),
        LegalSource,
        Proposed,
        Note);
}
