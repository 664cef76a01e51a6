using System.Collections.Immutable;

namespace RegionLink.Domain.Projects;

/// <summary>How facts about steps change a project; the part of <see cref="Project.Evolve"/> that would not fit its screen.</summary>
internal static class StepHistory
{
    public static Project Evolve(Project state, ProjectEvent fact) => fact switch
    {
        ProjectEvent.StepsPlanned e => state with { Steps = [.. e.Steps.Select(p => Planned(p, 1, e.On, state.Step(p.Code)))] },
        ProjectEvent.StepsAdded e => state with { Steps = Insert(state, e) },
        ProjectEvent.StepDone e => Change(state, e.Code, s => s with { DoneOn = e.On, Document = e.Document }),
        ProjectEvent.StepSkipped e => Change(state, e.Code, s => s with { SkippedOn = e.On, SkipReason = e.Reason }),
        ProjectEvent.StepReopened e => Change(
            state, e.Code, s => s with { DoneOn = null, Document = null, SkippedOn = null, SkipReason = null }),
        ProjectEvent.Replanned e => Replan(state, e),
        _ => throw new NotSupportedException($"Steps cannot replay {fact.GetType().Name}."),
    };

    private static int PresentBaseline(Project state) => state.Baselines.Length + 1;

    private static ProjectStep Planned(PlannedStep plan, int baseline, DateOnly from, ProjectStep? draft = null) =>
        new(plan.Code, plan.Name, plan.Phase, plan.Required, plan.Responsible, [new StepDue(baseline, from, plan.Due)])
        {
            DoneOn = draft?.DoneOn,
            Document = draft?.Document,
            SkippedOn = draft?.SkippedOn,
            SkipReason = draft?.SkipReason,
        };

    private static ImmutableArray<ProjectStep> Insert(Project state, ProjectEvent.StepsAdded e)
    {
        var follows = e.After is null ? -1 : state.Steps.IndexOf(state.Step(e.After)!);
        return state.Steps.InsertRange(
            follows < 0 ? state.Steps.Length : follows + 1,
            e.Steps.Select(p => Planned(p, PresentBaseline(state), e.On)));
    }

    private static Project Change(Project state, string code, Func<ProjectStep, ProjectStep> change) =>
        state with { Steps = [.. state.Steps.Select(s => s.Code == code ? change(s) : s)] };

    private static Project Replan(Project state, ProjectEvent.Replanned e)
    {
        var number = PresentBaseline(state) + 1;
        var moved = state.Steps.Select(s => e.Moves.FirstOrDefault(m => m.Code == s.Code) is { } move
            ? s with { Dues = s.Dues.Add(new StepDue(number, e.On, move.NewDue)) }
            : s);
        ImmutableArray<ProjectStep> steps = [.. moved, .. e.Added.Select(p => Planned(p, number, e.On))];
        var slip = StepRules.Finish(state.Steps) is { } before && StepRules.Finish(steps) is { } after
            ? after.DayNumber - before.DayNumber
            : 0;
        var baseline = new Baseline(number, e.On, e.Reason, e.Authority, e.Document, slip, e.Moves, [.. e.Added.Select(p => p.Code)]);
        return state with { Steps = steps, Baselines = state.Baselines.Add(baseline) };
    }
}
