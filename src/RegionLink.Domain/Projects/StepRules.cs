using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>Planning steps and recording what became of them. Moving a due date of an approved plan is in <see cref="ReplanRules"/>.</summary>
internal static class StepRules
{
    public const int MaxSteps = 200;

    public static Decision<ProjectEvent> Plan(Project state, ProjectCommand.PlanSteps command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotOver(state, reasons);
        var steps = Check(command.Steps, "steps", reasons);
        reasons.Count("steps", steps.Length, MaxSteps);
        if (reasons.All.Count == 0 && steps.SequenceEqual(state.Steps.Select(AsPlanned)))
        {
            return Decision.Accept<ProjectEvent>();
        }

        if (state.State() != ProjectState.Proposed && !state.Steps.IsEmpty)
        {
            reasons.Add(ProjectRefusals.PlanFixed.About("steps"));
        }

        foreach (var closed in state.Steps.Where(s => !s.IsOpen() && !steps.Any(p => p.Code == s.Code)))
        {
            reasons.Add(ProjectRefusals.StepClosed.About("steps", closed.Code));
        }

        return reasons.Unless(() => new ProjectEvent.StepsPlanned(steps, context.Today));
    }

    public static Decision<ProjectEvent> Add(Project state, ProjectCommand.AddSteps command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotOver(state, reasons);
        var steps = Check(command.Steps, "steps", reasons);
        var after = command.After is null ? null : reasons.Code("after", command.After);
        if (after is not null && state.Step(after) is null)
        {
            reasons.Add(ProjectRefusals.StepUnknown.About("after", after));
        }

        NewOnly(state, steps, "steps", reasons);
        if (state.State() != ProjectState.Proposed && state.PlannedFinish() is { } finish)
        {
            foreach (var (step, i) in steps.Select((s, i) => (s, i)).Where(s => s.s.Required && s.s.Due > finish))
            {
                reasons.Add(ProjectRefusals.StepPastFinish.About($"steps[{i}].due", step.Code, step.Due, finish));
            }
        }

        return steps.IsEmpty && reasons.All.Count == 0
            ? Decision.Accept<ProjectEvent>()
            : reasons.Unless(() => new ProjectEvent.StepsAdded(steps, after, context.Today));
    }

    public static Decision<ProjectEvent> Finish(Project state, ProjectCommand.FinishStep command, CommandContext context)
    {
        var reasons = new Reasons(context);
        var step = Known(state, command.Code, reasons);
        var document = reasons.Optional("document", command.Document, Reasons.NameLength);
        var why = reasons.Optional("correctionReason", command.CorrectionReason);
        if (reasons.All.Count == 0 && step!.DoneOn == command.On && step.Document == document)
        {
            return Decision.Accept<ProjectEvent>();
        }

        CourseRules.NotCancelled(state, reasons);
        reasons.PastDay("on", command.On);
        if (step?.SkippedOn is not null)
        {
            reasons.Add(ProjectRefusals.StepClosed.About("code", step.Code));
        }

        if (step?.DoneOn is { } done && why is null)
        {
            reasons.Add(ProjectRefusals.CorrectionReasonMissing.About("correctionReason", done));
        }

        return reasons.Unless(() => new ProjectEvent.StepDone(step!.Code, command.On, document, why));
    }

    public static Decision<ProjectEvent> Skip(Project state, ProjectCommand.SkipStep command, CommandContext context)
    {
        var reasons = new Reasons(context);
        var step = Known(state, command.Code, reasons);
        var why = reasons.Required("reason", command.Reason);
        if (reasons.All.Count == 0 && step!.SkippedOn == command.On && step.SkipReason == why)
        {
            return Decision.Accept<ProjectEvent>();
        }

        CourseRules.NotOver(state, reasons);
        reasons.PastDay("on", command.On);
        if (step is not null && !step.IsOpen())
        {
            reasons.Add(ProjectRefusals.StepClosed.About("code", step.Code));
        }

        return reasons.Unless(() => new ProjectEvent.StepSkipped(step!.Code, command.On, why));
    }

    public static Decision<ProjectEvent> Reopen(Project state, ProjectCommand.ReopenStep command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotOver(state, reasons);
        var step = Known(state, command.Code, reasons);
        var why = reasons.Required("reason", command.Reason);
        if (step?.IsOpen() == true)
        {
            reasons.Add(ProjectRefusals.StepStillOpen.About("code", step.Code));
        }

        return reasons.Unless(() => new ProjectEvent.StepReopened(step!.Code, why));
    }

    /// <summary>Last due date of the required steps that are not skipped; null when there are none.</summary>
    public static DateOnly? Finish(ImmutableArray<ProjectStep> steps) =>
        steps.Where(s => s.Required && s.SkippedOn is null).Max(s => (DateOnly?)s.CurrentDue());

    /// <summary>The tidied steps; a reason for every fault in them.</summary>
    public static ImmutableArray<PlannedStep> Check(ImmutableArray<PlannedStep> steps, string field, Reasons reasons)
    {
        var tidy = steps.Select((step, i) =>
        {
            reasons.Day($"{field}[{i}].due", step.Due);
            return step with
            {
                Code = reasons.Code($"{field}[{i}].code", step.Code),
                Name = reasons.Required($"{field}[{i}].name", step.Name, Reasons.NameLength),
                Responsible = reasons.Optional($"{field}[{i}].responsible", step.Responsible, Reasons.NameLength),
            };
        }).ToImmutableArray();
        reasons.Distinct(tidy.Select((step, i) => ($"{field}[{i}].code", step.Code)));
        return tidy;
    }

    /// <summary>A reason for every step that exists already, and for too many of them.</summary>
    public static void NewOnly(Project state, ImmutableArray<PlannedStep> steps, string field, Reasons reasons)
    {
        reasons.Count(field, state.Steps.Length + steps.Length, MaxSteps);
        foreach (var (step, i) in steps.Select((s, i) => (s, i)).Where(s => state.Step(s.s.Code) is not null))
        {
            reasons.Add(ProjectRefusals.StepExists.About($"{field}[{i}].code", step.Code));
        }
    }

    private static ProjectStep? Known(Project state, string code, Reasons reasons)
    {
        var normal = reasons.Code("code", code);
        var step = state.Step(normal);
        if (step is null)
        {
            reasons.Add(ProjectRefusals.StepUnknown.About("code", normal));
        }

        return step;
    }

    private static PlannedStep AsPlanned(ProjectStep s) => new(s.Code, s.Name, s.Phase, s.Required, s.CurrentDue(), s.Responsible);
}
