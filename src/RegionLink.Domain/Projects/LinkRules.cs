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

        if (!command.OtherKnown)
        {
            reasons.Add(ProjectRefusals.LinkOtherUnknown.About("other", other));
        }

        return reasons.Unless(() => new ProjectEvent.Linked(command.Kind, other, note));
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
