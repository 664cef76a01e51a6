using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>Every order a project understands. Texts may come untidied; days are days of the fact.</summary>
public abstract record ProjectCommand
{
    private ProjectCommand()
    {
    }

    public sealed record Propose(ProjectKey Key, ProjectProfile Profile, DateOnly On, bool Illustrative) : ProjectCommand
    {
        /// <summary>What is said about similar projects before this one is begun; recorded with the proposal or not at all.</summary>
        public ImmutableArray<Link> Links { get; init; } = [];
    }

    /// <param name="Profile">The whole profile; what is not repeated is gone.</param>
    /// <param name="Reason">Needed once the project is approved.</param>
    public sealed record Revise(ProjectProfile Profile, string? Reason) : ProjectCommand;

    public sealed record Approve(Money Ceiling, DocumentRef Decision) : ProjectCommand;

    /// <param name="Funding">The new sources; null keeps the present ones.</param>
    public sealed record AdjustCeiling(Money Ceiling, DocumentRef Decision, string Reason, ImmutableArray<FundingSource>? Funding) : ProjectCommand;

    public sealed record Start(DateOnly On) : ProjectCommand;

    public sealed record Pause(DateOnly On, string Reason) : ProjectCommand;

    public sealed record Resume(DateOnly On, string? Reason) : ProjectCommand;

    public sealed record Complete(DateOnly On, DocumentRef? Document) : ProjectCommand;

    public sealed record Cancel(DateOnly On, string Reason, DocumentRef? Document) : ProjectCommand;

    /// <summary>Replaces the whole plan; only before approval, or as long as there is none.</summary>
    public sealed record PlanSteps(ImmutableArray<PlannedStep> Steps) : ProjectCommand;

    public sealed record AddSteps(ImmutableArray<PlannedStep> Steps, string? After) : ProjectCommand;

    public sealed record FinishStep(string Code, DateOnly On, string? Document, string? CorrectionReason) : ProjectCommand;

    public sealed record SkipStep(string Code, DateOnly On, string Reason) : ProjectCommand;

    public sealed record ReopenStep(string Code, string Reason) : ProjectCommand;

    /// <param name="Dues">New due dates of open steps; unchanged ones may be repeated.</param>
    /// <param name="Added">Further steps, put at the end; their dates may lie after the present end of the plan.</param>
    public sealed record Replan(
        DateOnly On,
        string Reason,
        string Authority,
        DocumentRef? Document,
        ImmutableArray<NewDue> Dues,
        ImmutableArray<PlannedStep> Added) : ProjectCommand;

    public sealed record ReportProgress(ProgressReport Report) : ProjectCommand;

    public sealed record CommitFunds(string Contract, string Contractor, Money Amount, DateOnly On) : ProjectCommand;

    public sealed record ReleaseFunds(string Contract, string Reason) : ProjectCommand;

    public sealed record RaiseRisk(string Code, string Description, int Likelihood, int Impact, string? Response) : ProjectCommand;

    /// <param name="Response">Null keeps the present one.</param>
    public sealed record ReassessRisk(string Code, int Likelihood, int Impact, RiskStatus Status, string? Response) : ProjectCommand;

    /// <param name="OtherKnown">Whether the other project exists; looked up by whoever sends the command. Projects never disappear.</param>
    public sealed record Link(LinkKind Kind, ProjectKey Other, string? Note, bool OtherKnown) : ProjectCommand;

    public sealed record Unlink(LinkKind Kind, ProjectKey Other, string Reason) : ProjectCommand;
}

/// <summary>A due date wanted by a re-planning.</summary>
public sealed record NewDue(string Code, DateOnly Due);
