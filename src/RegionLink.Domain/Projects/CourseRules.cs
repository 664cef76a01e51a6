using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>Moves from state to state: legal ones only, in the order of their days.</summary>
internal static class CourseRules
{
    public static Decision<ProjectEvent> Approve(Project state, ProjectCommand.Approve command, CommandContext context)
    {
        var reasons = new Reasons(context);
        var decision = reasons.Document("decision", command.Decision);
        Moves(state, ProjectState.Approved, decision.Date, "decision.date", reasons);
        reasons.Amount("ceiling", command.Ceiling, new Money(1));
        ProfileRules.Regime(state.Profile!, decision.Date, "decision.date", reasons);
        MoneyRules.FundingCovers(state.Profile!.Funding, command.Ceiling, reasons);
        return reasons.Unless(() => new ProjectEvent.Approved(command.Ceiling, decision));
    }

    public static Decision<ProjectEvent> Start(Project state, ProjectCommand.Start command, CommandContext context)
    {
        var reasons = new Reasons(context);
        Moves(state, ProjectState.Running, command.On, "on", reasons, from: ProjectState.Approved);
        reasons.PastDay("on", command.On);
        return reasons.Unless(() => new ProjectEvent.Started(command.On));
    }

    public static Decision<ProjectEvent> Pause(Project state, ProjectCommand.Pause command, CommandContext context)
    {
        var reasons = new Reasons(context);
        Moves(state, ProjectState.Paused, command.On, "on", reasons);
        reasons.PastDay("on", command.On);
        var why = reasons.Required("reason", command.Reason);
        return reasons.Unless(() => new ProjectEvent.Paused(command.On, why));
    }

    public static Decision<ProjectEvent> Resume(Project state, ProjectCommand.Resume command, CommandContext context)
    {
        var reasons = new Reasons(context);
        Moves(state, ProjectState.Running, command.On, "on", reasons, from: ProjectState.Paused);
        reasons.PastDay("on", command.On);
        var why = reasons.Optional("reason", command.Reason);
        return reasons.Unless(() => new ProjectEvent.Resumed(command.On, why));
    }

    public static Decision<ProjectEvent> Complete(Project state, ProjectCommand.Complete command, CommandContext context)
    {
        var reasons = new Reasons(context);
        Moves(state, ProjectState.Done, command.On, "on", reasons);
        reasons.PastDay("on", command.On);
        var document = reasons.OptionalDocument("document", command.Document);
        var open = state.Steps.Where(s => s.Required && s.IsOpen()).Select(s => s.Code).ToList();
        if (open.Count > 0)
        {
            reasons.Add(ProjectRefusals.StepsOpen.With(string.Join(", ", open)));
        }

        return reasons.Unless(() => new ProjectEvent.Completed(command.On, document));
    }

    public static Decision<ProjectEvent> Cancel(Project state, ProjectCommand.Cancel command, CommandContext context)
    {
        var reasons = new Reasons(context);
        Moves(state, ProjectState.Cancelled, command.On, "on", reasons);
        reasons.PastDay("on", command.On);
        var why = reasons.Required("reason", command.Reason);
        var document = reasons.OptionalDocument("document", command.Document);
        return reasons.Unless(() => new ProjectEvent.Cancelled(command.On, why, document));
    }

    /// <summary>A reason when the project takes no changes of plan or content any more.</summary>
    public static void NotOver(Project state, Reasons reasons)
    {
        if (state.State()!.Value.IsOver())
        {
            Refuse(state, reasons);
        }
    }

    /// <summary>A reason when the project was cancelled; a finished one still takes late facts (final payments, closing steps).</summary>
    public static void NotCancelled(Project state, Reasons reasons)
    {
        if (state.State() == ProjectState.Cancelled)
        {
            Refuse(state, reasons);
        }
    }

    private static void Refuse(Project state, Reasons reasons)
    {
        var (vi, en) = state.State()!.Value.Title();
        reasons.Add(ProjectRefusals.Over.With(vi, en));
    }

    /// <param name="from">The only state the move may begin in, where the next state alone does not tell (start, resume).</param>
    private static void Moves(Project state, ProjectState next, DateOnly on, string field, Reasons reasons, ProjectState? from = null)
    {
        var now = state.Course[^1];
        if (!now.State.Next().Contains(next) || (from is not null && now.State != from))
        {
            var ((vi, en), (nextVi, nextEn)) = (now.State.Title(), next.Title());
            reasons.Add(ProjectRefusals.TransitionIllegal.With(vi, en, nextVi, nextEn));
        }
        else if (on < now.On)
        {
            reasons.Add(ProjectRefusals.DateBeforeState.About(field, on, now.On));
        }
    }
}
