using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>Ties between projects of different provinces.</summary>
public static class LinkEndpoints
{
    public static void MapLinks(this IEndpointRouteBuilder projects)
    {
        var project = projects.MapGroup("/projects/{unit}/{number}");
        project.MapPost("/links", LinkAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        project.MapPost("/links/removal", UnlinkAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
    }

    /// <summary>Declare that this project is joint with another, reuses what another built, or differs from one that looks alike.</summary>
    public static Task<IResult> LinkAsync(
        string unit, string number, Body<ProjectLinkBody> body, HttpContext http, GrainHost host, ProjectReader reader, CancellationToken ct)
    {
        var (kind, text, note) = body.Value;
        return ProjectKey.TryParse(text, out var other)
            ? host.SendAsync(http, unit, number, PrepareAsync, ct)
            : Task.FromResult(Problem.Of(StatusCodes.Status422UnprocessableEntity, ProjectRefusals.LinkOtherUnknown.About("other", text)));

        // Another project is known when the caller may see it: a link must not tell what a list would not.
        async Task<ProjectCommand> PrepareAsync(CancellationToken token) => new ProjectCommand.Link(
            kind, other, note, OtherKnown: await reader.FindAsync(other, http.Caller().AsViewer(), token) is not null);
    }

    /// <summary>Links that come along with a proposal, or why some of them name no project at all.</summary>
    internal static async Task<(ImmutableArray<ProjectCommand.Link> Links, IReadOnlyList<Refusal> Unreadable)> ReadAsync(
        IReadOnlyList<ProjectLinkBody> bodies, ProjectReader reader, HttpContext http, CancellationToken ct)
    {
        var (links, unreadable) = (ImmutableArray.CreateBuilder<ProjectCommand.Link>(), new List<Refusal>());
        foreach (var (i, (kind, text, note)) in bodies.Index())
        {
            if (ProjectKey.TryParse(text, out var other))
            {
                links.Add(new(kind, other, note, OtherKnown: await reader.FindAsync(other, http.Caller().AsViewer(), ct) is not null));
            }
            else
            {
                unreadable.Add(ProjectRefusals.LinkOtherUnknown.About($"links[{i}].other", text));
            }
        }

        return (links.ToImmutable(), unreadable);
    }

    /// <summary>Take a link back, with the reason.</summary>
    public static Task<IResult> UnlinkAsync(
        string unit, string number, Body<ProjectUnlinkBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var (kind, text, reason) = body.Value;
        return ProjectKey.TryParse(text, out var other)
            ? host.SendAsync(http, unit, number, new ProjectCommand.Unlink(kind, other, reason), ct)
            : Task.FromResult(Problem.Of(StatusCodes.Status422UnprocessableEntity, ProjectRefusals.LinkMissing.About("other", text)));
    }
}

/// <param name="Other">Key of the other project, <c>75@2025-07-01/DN-9</c>.</param>
/// <param name="Note">Needed when it differs: in what.</param>
public sealed record ProjectLinkBody(LinkKind Kind, string Other, string? Note = null);

/// <param name="Other">Key of the other project.</param>
public sealed record ProjectUnlinkBody(LinkKind Kind, string Other, string Reason);
