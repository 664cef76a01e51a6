using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;

namespace RegionLink.Server.Projects;

/// <summary>A project as the API shows it: what is stored, and what is computed from it.</summary>
/// <param name="Next">States it may come to from here.</param>
/// <param name="SlipDays">Whole days all re-plannings together moved the end of the plan.</param>
/// <param name="Timeliness">Late and slow on the day asked for, with the grounds.</param>
public sealed record ProjectView(
    string Key,
    UnitKey Unit,
    string Number,
    long Version,
    bool Illustrative,
    ProjectState State,
    IReadOnlyList<ProjectState> Next,
    string Name,
    string OwnerAgency,
    Pillar Pillar,
    ActivityCategory Category,
    SpendingForm Form,
    LegalRegime Regime,
    string? TransitionalGround,
    string? Description,
    IReadOnlyList<FundingSource> Funding,
    Money StateFunding,
    Money NonStateFunding,
    IReadOnlyList<string> Systems,
    Money? Ceiling,
    DocumentRef? Decision,
    Money Committed,
    Money Disbursed,
    IReadOnlyList<StateChange> Course,
    IReadOnlyList<StepView> Steps,
    DateOnly? PlannedFinish,
    int SlipDays,
    IReadOnlyList<Baseline> Baselines,
    IReadOnlyList<ProgressReport> Progress,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<RiskView> Risks,
    IReadOnlyList<ProjectLink> Links,
    TimelinessView Timeliness)
{
    public static ProjectView Of(Project project, long version, DateOnly asOf)
    {
        var profile = project.Profile!;
        var state = project.State()!.Value;
        return new(
            new ProjectKey(project.Unit, project.Number).ToString(),
            project.Unit,
            project.Number,
            version,
            project.Illustrative,
            state,
            state.Next(),
            profile.Name,
            profile.OwnerAgency,
            profile.Pillar,
            profile.Category,
            profile.Form,
            profile.Regime,
            profile.TransitionalGround,
            profile.Description,
            profile.Funding,
            profile.FundingOf(FundingKind.State),
            profile.FundingOf(FundingKind.NonState),
            profile.Systems,
            project.Ceiling,
            project.Decision,
            project.Committed(),
            project.Disbursed(),
            project.Course,
            [.. project.Steps.Select(StepView.Of)],
            project.PlannedFinish(),
            project.SlipDays(),
            project.Baselines,
            project.Progress,
            project.Commitments,
            [.. project.Risks.Select(RiskView.Of)],
            project.Links,
            TimelinessView.Of(Domain.Projects.Timeliness.Of(project, asOf)));
    }
}

/// <param name="Due">Last day on time, by the plan that holds now.</param>
/// <param name="SlipDays">Whole days between the original due date and the present one.</param>
/// <param name="Dues">Every due date it ever had, the first promise first.</param>
public sealed record StepView(
    string Code,
    string Name,
    StepPhase Phase,
    bool Required,
    string? Responsible,
    DateOnly Due,
    DateOnly OriginalDue,
    int SlipDays,
    DateOnly? DoneOn,
    string? Document,
    DateOnly? SkippedOn,
    string? SkipReason,
    IReadOnlyList<StepDue> Dues)
{
    public static StepView Of(ProjectStep s) => new(
        s.Code, s.Name, s.Phase, s.Required, s.Responsible, s.CurrentDue(), s.OriginalDue(), s.SlipDays(),
        s.DoneOn, s.Document, s.SkippedOn, s.SkipReason, s.Dues);
}

/// <param name="Level">Likelihood times impact, 1 to 25.</param>
public sealed record RiskView(string Code, string Description, int Likelihood, int Impact, int Level, RiskStatus Status, string? Response)
{
    public static RiskView Of(Risk r) => new(r.Code, r.Description, r.Likelihood, r.Impact, r.Level(), r.Status, r.Response);
}

/// <param name="AsOf">The judged day, at its end.</param>
/// <param name="ReportedOn">The day the judged progress figures are of; null when there are none.</param>
public sealed record TimelinessView(
    DateOnly AsOf,
    bool Late,
    bool Slow,
    bool WorkSlow,
    bool MoneySlow,
    IReadOnlyList<OverdueStep> Overdue,
    DateOnly? NextDue,
    DateOnly? ReportedOn)
{
    public static TimelinessView Of(Timeliness t) => new(t.AsOf, t.Late, t.Slow, t.WorkSlow, t.MoneySlow, t.Overdue, t.NextDue, t.Report?.AsOf);
}
