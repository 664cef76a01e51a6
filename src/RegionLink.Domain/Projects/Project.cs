using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>A digital-transformation project: everything the rules and the readers need of its past. See README.md beside this file.</summary>
public sealed record Project
{
    /// <summary>A project nobody has proposed yet.</summary>
    public static Project Initial { get; } = new();

    public UnitKey Unit { get; init; }

    /// <summary>Normal form, unique in the unit; empty before the proposal.</summary>
    public string Number { get; init; } = "";

    /// <summary>Made-up sample data: shown with its mark, never in a published figure.</summary>
    public bool Illustrative { get; init; }

    /// <summary>Null only before the proposal.</summary>
    public ProjectProfile? Profile { get; init; }

    /// <summary>Most that may be spent, whole VND; null before approval.</summary>
    public Money? Ceiling { get; init; }

    /// <summary>The decision that set the present ceiling; null before approval.</summary>
    public DocumentRef? Decision { get; init; }

    /// <summary>Every state the project came to, in order of entry; days never go back. Empty before the proposal.</summary>
    public ImmutableArray<StateChange> Course { get; init; } = [];

    public ImmutableArray<ProjectStep> Steps { get; init; } = [];

    /// <summary>Re-plannings, oldest first; the first plan is not among them.</summary>
    public ImmutableArray<Baseline> Baselines { get; init; } = [];

    /// <summary>One report per day, in the order of the days they are of.</summary>
    public ImmutableArray<ProgressReport> Progress { get; init; } = [];

    public ImmutableArray<Commitment> Commitments { get; init; } = [];

    public ImmutableArray<Risk> Risks { get; init; } = [];

    public ImmutableArray<ProjectLink> Links { get; init; } = [];

    /// <summary>Present state; null before the proposal.</summary>
    public ProjectState? State() => Course is [.., var last] ? last.State : null;

    /// <summary>State at the end of a day; null when it was not yet proposed.</summary>
    public ProjectState? StateOn(DateOnly day) => Course.LastOrDefault(c => c.On <= day)?.State;

    /// <summary>Day the project first came to a state; null when it never did.</summary>
    public DateOnly? First(ProjectState state) => Course.FirstOrDefault(c => c.State == state)?.On;

    /// <summary>The report of the latest day; null when there is none.</summary>
    public ProgressReport? LatestProgress() => Progress is [.., var last] ? last : null;

    /// <summary>Paid out since the beginning, by the latest report.</summary>
    public Money Disbursed() => LatestProgress()?.Disbursed ?? Money.Zero;

    /// <summary>Promised by contracts in force.</summary>
    public Money Committed() => Commitments.Aggregate(Money.Zero, (sum, c) => sum + c.Amount);

    /// <summary>Last due date of the required steps that are not skipped; null when there are none.</summary>
    public DateOnly? PlannedFinish() => StepRules.Finish(Steps);

    /// <summary>Whole days all re-plannings together moved the end of the plan.</summary>
    public int SlipDays() => Baselines.Sum(b => b.SlipDays);

    public ProjectStep? Step(string code) => Steps.FirstOrDefault(s => s.Code == code);

    /// <summary>Applies one stored fact. Total and never refuses: the past is not up for debate.</summary>
    public static Project Evolve(Project state, ProjectEvent fact) => fact switch
    {
        ProjectEvent.Proposed e => (state with { Unit = e.Unit, Number = e.Number, Profile = e.Profile, Illustrative = e.Illustrative })
            .Became(ProjectState.Proposed, e.On),
        ProjectEvent.Revised e => state with { Profile = e.Profile },
        ProjectEvent.Approved e => (state with { Ceiling = e.Ceiling, Decision = e.Decision })
            .Became(ProjectState.Approved, e.Decision.Date, document: e.Decision),
        ProjectEvent.CeilingAdjusted e => state with
        {
            Ceiling = e.Ceiling,
            Decision = e.Decision,
            Profile = state.Profile! with { Funding = e.Funding },
        },
        ProjectEvent.Started e => state.Became(ProjectState.Running, e.On),
        ProjectEvent.Paused e => state.Became(ProjectState.Paused, e.On, e.Reason),
        ProjectEvent.Resumed e => state.Became(ProjectState.Running, e.On, e.Reason),
        ProjectEvent.Completed e => state.Became(ProjectState.Done, e.On, document: e.Document),
        ProjectEvent.Cancelled e => state.Became(ProjectState.Cancelled, e.On, e.Reason, e.Document),
        ProjectEvent.StepsPlanned or ProjectEvent.StepsAdded or ProjectEvent.StepDone or ProjectEvent.StepSkipped
            or ProjectEvent.StepReopened or ProjectEvent.Replanned => StepHistory.Evolve(state, fact),
        ProjectEvent.ProgressReported e => state with
        {
            Progress = [.. state.Progress.Where(p => p.AsOf != e.Report.AsOf).Append(e.Report).OrderBy(p => p.AsOf)],
        },
        ProjectEvent.FundsCommitted e => state with { Commitments = state.Commitments.Add(new(e.Contract, e.Contractor, e.Amount, e.On)) },
        ProjectEvent.FundsReleased e => state with { Commitments = state.Commitments.RemoveAll(c => c.Contract == e.Contract) },
        ProjectEvent.RiskRaised e => state with
        {
            Risks = state.Risks.Add(new(e.Code, e.Description, e.Likelihood, e.Impact, RiskStatus.Open, e.Response)),
        },
        ProjectEvent.RiskReassessed e => state with
        {
            Risks = [.. state.Risks.Select(r => r.Code != e.Code
                ? r
                : r with { Likelihood = e.Likelihood, Impact = e.Impact, Status = e.Status, Response = e.Response })],
        },
        ProjectEvent.Linked e => state with { Links = state.Links.Add(new(e.Kind, e.Other, e.Note)) },
        ProjectEvent.Unlinked e => state with { Links = state.Links.RemoveAll(l => l.Kind == e.Kind && l.Other == e.Other) },
        _ => throw new NotSupportedException($"Project cannot replay {fact.GetType().Name}."),
    };

    /// <summary>Answers one command. Pure: same state, command and context, same answer.</summary>
    public static Decision<ProjectEvent> Decide(Project state, ProjectCommand command, CommandContext context) => command switch
    {
        ProjectCommand.Propose c => ProfileRules.Propose(state, c, context),
        _ when state.State() is null => Common.Decision.Refuse<ProjectEvent>(ProjectRefusals.Unknown.With()),
        ProjectCommand.Revise c => ProfileRules.Revise(state, c, context),
        ProjectCommand.Approve c => CourseRules.Approve(state, c, context),
        ProjectCommand.AdjustCeiling c => MoneyRules.AdjustCeiling(state, c, context),
        ProjectCommand.Start c => CourseRules.Start(state, c, context),
        ProjectCommand.Pause c => CourseRules.Pause(state, c, context),
        ProjectCommand.Resume c => CourseRules.Resume(state, c, context),
        ProjectCommand.Complete c => CourseRules.Complete(state, c, context),
        ProjectCommand.Cancel c => CourseRules.Cancel(state, c, context),
        ProjectCommand.PlanSteps c => StepRules.Plan(state, c, context),
        ProjectCommand.AddSteps c => StepRules.Add(state, c, context),
        ProjectCommand.FinishStep c => StepRules.Finish(state, c, context),
        ProjectCommand.SkipStep c => StepRules.Skip(state, c, context),
        ProjectCommand.ReopenStep c => StepRules.Reopen(state, c, context),
        ProjectCommand.Replan c => ReplanRules.Replan(state, c, context),
        ProjectCommand.ReportProgress c => ProgressRules.Report(state, c, context),
        ProjectCommand.CommitFunds c => MoneyRules.Commit(state, c, context),
        ProjectCommand.ReleaseFunds c => MoneyRules.Release(state, c, context),
        ProjectCommand.RaiseRisk c => RiskRules.Raise(state, c, context),
        ProjectCommand.ReassessRisk c => RiskRules.Reassess(state, c, context),
        ProjectCommand.Link c => LinkRules.Link(state, c, context),
        ProjectCommand.Unlink c => LinkRules.Unlink(state, c, context),
        _ => throw new NotSupportedException($"Project does not know {command.GetType().Name}."),
    };

    private Project Became(ProjectState next, DateOnly on, string? reason = null, DocumentRef? document = null) =>
        this with { Course = Course.Add(new(next, on, reason, document)) };
}
