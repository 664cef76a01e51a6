using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>Ties to other projects. They may be declared in any state: a finished project may turn out to have been reused.</summary>
internal static class LinkRules
{
    private const int MaxLinks = 200;

    public static Decision<ProjectEvent> Link(Project state, ProjectCommand.Link command, CommandContext context)
    {
        var reasons = new Reasons(context);
        var note = reasons.Optional("note", command.Note);
        var other = command.Other.ToString();
        if (state.Links.FirstOrDefault(l => l.Kind == command.Kind && l.Other == other) is { } known)
        {
            return known.Note == note && reasons.All.Count == 0
                ? Decision.Accept<ProjectEvent>()
                : Decision.Refuse<ProjectEvent>([ProjectRefusals.LinkExists.About("other", other), .. reasons.All]);
        }

        reasons.Count("other", state.Links.Length + 1, MaxLinks);
        if (command.Other == new ProjectKey(state.Unit, state.Number))
        {
            reasons.Add(ProjectRefusals.LinkToSelf.About("other"));
        }
        else if (command.Kind == LinkKind.Joint && command.Other.Unit == state.Unit)
        {
            reasons.Add(ProjectRefusals.LinkSameUnit.About("other", other));
        }

        if (command.Kind == LinkKind.DiffersFrom && note is null)
        {
            reasons.Add(ProjectRefusals.LinkDifferenceMissing.About("note", other));
        }

        if (!command.OtherKnown)
        {
            reasons.Add(ProjectRefusals.LinkOtherUnknown.About("other", other));
        }

        return reasons.Unless(() => new ProjectEvent.Linked(command.Kind, other, note));
    }

    /// <summary>The proposal together with the ties it comes with: every reason against either, or the facts of both.</summary>
    /// <param name="proposal">The answer to the proposal alone.</param>
    public static Decision<ProjectEvent> Along(
        Project state, ProjectCommand.Propose command, Decision<ProjectEvent> proposal, CommandContext context)
    {
        if (command.Links.IsEmpty)
        {
            return proposal;
        }

        var (facts, refusals) = (proposal.Events.ToList(), proposal.Refusals.ToList());
        var project = facts.Aggregate(state with { Unit = command.Key.Unit, Number = command.Key.Number }, Project.Evolve);
        foreach (var (i, link) in command.Links.Index())
        {
            var answer = Link(project, link, context);
            refusals.AddRange(answer.Refusals.Select(r => r with { Field = $"links[{i}].{r.Field}" }));
            facts.AddRange(answer.Events);
            project = answer.Events.Aggregate(project, Project.Evolve);
        }

        return Decision.AcceptUnless<ProjectEvent>(refusals, () => facts);
    }

    public static Decision<ProjectEvent> Unlink(Project state, ProjectCommand.Unlink command, CommandContext context)
    {
        var reasons = new Reasons(context);
        var other = command.Other.ToString();
        var why = reasons.Required("reason", command.Reason);
        if (!state.Links.Any(l => l.Kind == command.Kind && l.Other == other))
        {
            reasons.Add(ProjectRefusals.LinkMissing.About("other", other));
        }

        return reasons.Unless(() => new ProjectEvent.Unlinked(command.Kind, other, why));
    }
}
