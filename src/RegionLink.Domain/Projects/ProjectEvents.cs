using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

// STORED FORMAT. Names and fields below are rows in the event log of every installation.
// Add fields as optional; for a new meaning add a new event; never rename, reuse or delete.

/// <summary>Everything that has ever happened to a project. <c>On</c> is always the day of the fact, never the day of entry.</summary>
public abstract record ProjectEvent
{
    private ProjectEvent()
    {
    }

    /// <param name="Illustrative">Made-up sample data; never changes afterwards.</param>
    public sealed record Proposed(UnitKey Unit, string Number, ProjectProfile Profile, DateOnly On, bool Illustrative) : ProjectEvent;

    /// <param name="Profile">The whole profile as it is from now on.</param>
    /// <param name="Reason">Null only while the project was still a proposal.</param>
    public sealed record Revised(ProjectProfile Profile, string? Reason) : ProjectEvent;

    /// <param name="Ceiling">Most that may be spent, whole VND.</param>
    public sealed record Approved(Money Ceiling, DocumentRef Decision) : ProjectEvent;

    /// <param name="Funding">The sources from now on; they cover the new ceiling.</param>
    public sealed record CeilingAdjusted(Money Ceiling, DocumentRef Decision, string Reason, ImmutableArray<FundingSource> Funding) : ProjectEvent;

    public sealed record Started(DateOnly On) : ProjectEvent;

    public sealed record Paused(DateOnly On, string Reason) : ProjectEvent;

    public sealed record Resumed(DateOnly On, string? Reason) : ProjectEvent;

    public sealed record Completed(DateOnly On, DocumentRef? Document) : ProjectEvent;

    public sealed record Cancelled(DateOnly On, string Reason, DocumentRef? Document) : ProjectEvent;

    /// <summary>The first plan, whole; replaces an earlier draft of it.</summary>
    public sealed record StepsPlanned(ImmutableArray<PlannedStep> Steps, DateOnly On) : ProjectEvent;

    /// <summary>Steps that leave the end of the plan where it was.</summary>
    /// <param name="After">Code of the step they follow; null puts them at the end.</param>
    public sealed record StepsAdded(ImmutableArray<PlannedStep> Steps, string? After, DateOnly On) : ProjectEvent;

    /// <param name="Document">Number of the document that shows the result.</param>
    /// <param name="CorrectionReason">Why an earlier entry was replaced; null the first time.</param>
    public sealed record StepDone(string Code, DateOnly On, string? Document, string? CorrectionReason) : ProjectEvent;

    public sealed record StepSkipped(string Code, DateOnly On, string Reason) : ProjectEvent;

    /// <summary>A step entered as done or skipped was not.</summary>
    public sealed record StepReopened(string Code, string Reason) : ProjectEvent;

    /// <summary>A new baseline: dates moved, steps added, with the reason and who allowed it.</summary>
    public sealed record Replanned(
        DateOnly On,
        string Reason,
        string Authority,
        DocumentRef? Document,
        ImmutableArray<DueMove> Moves,
        ImmutableArray<PlannedStep> Added) : ProjectEvent;

    public sealed record ProgressReported(ProgressReport Report) : ProjectEvent;

    /// <summary>A contract was signed.</summary>
    /// <param name="Amount">Added to earlier commitments.</param>
    public sealed record FundsCommitted(string Contract, string Contractor, Money Amount, DateOnly On) : ProjectEvent;

    /// <summary>A contract was annulled or entered by mistake; its whole amount is free again.</summary>
    public sealed record FundsReleased(string Contract, string Reason) : ProjectEvent;

    /// <inheritdoc cref="Risk"/>
    public sealed record RiskRaised(string Code, string Description, int Likelihood, int Impact, string? Response) : ProjectEvent;

    /// <inheritdoc cref="Risk"/>
    public sealed record RiskReassessed(string Code, int Likelihood, int Impact, RiskStatus Status, string? Response) : ProjectEvent;

    /// <inheritdoc cref="ProjectLink"/>
    public sealed record Linked(LinkKind Kind, string Other, string? Note) : ProjectEvent;

    public sealed record Unlinked(LinkKind Kind, string Other, string Reason) : ProjectEvent;
}
