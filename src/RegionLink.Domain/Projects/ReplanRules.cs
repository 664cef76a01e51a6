using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>A new baseline: dates may move, never silently; the older ones stay on record with the reason.</summary>
internal static class ReplanRules
{
    public static Decision<ProjectEvent> Replan(Project state, ProjectCommand.Replan command, CommandContext context)
    {
        var reasons = new Reasons(context);
        CourseRules.NotOver(state, reasons);
        reasons.PastDay("on", command.On);
        var why = reasons.Required("reason", command.Reason);
        var authority = reasons.Required("authority", command.Authority, Reasons.NameLength);
        var document = reasons.OptionalDocument("document", command.Document);
        var added = StepRules.Check(command.Added, "added", reasons);
        StepRules.NewOnly(state, added, "added", reasons);
        var moves = Moves(state, command.Dues, reasons);
        if (state.Baselines is [.., var last] && command.On < last.On)
        {
            reasons.Add(ProjectRefusals.ReplanBeforeLast.About("on", command.On, last.On));
        }

        if (moves.IsEmpty && added.IsEmpty && reasons.All.Count == 0)
        {
            reasons.Add(ProjectRefusals.NothingReplanned.About("dues"));
        }

        return reasons.Unless(() => new ProjectEvent.Replanned(command.On, why, authority, document, moves, added));
    }

    private static ImmutableArray<DueMove> Moves(Project state, ImmutableArray<NewDue> dues, Reasons reasons)
    {
        var moves = ImmutableArray.CreateBuilder<DueMove>();
        var codes = new List<(string, string)>();
        foreach (var (due, i) in dues.Select((d, i) => (d, i)))
        {
            var code = reasons.Code($"dues[{i}].code", due.Code);
            codes.Add(($"dues[{i}].code", code));
            reasons.Day($"dues[{i}].due", due.Due);
            if (state.Step(code) is not { } step)
            {
                reasons.Add(ProjectRefusals.StepUnknown.About($"dues[{i}].code", code));
            }
            else if (step.CurrentDue() != due.Due)
            {
                if (!step.IsOpen())
                {
                    reasons.Add(ProjectRefusals.StepClosed.About($"dues[{i}].code", code));
                }

                moves.Add(new DueMove(code, step.CurrentDue(), due.Due));
            }
        }

        reasons.Distinct(codes);
        return moves.ToImmutable();
    }
}
