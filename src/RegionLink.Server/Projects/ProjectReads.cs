using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>Reading projects: the list, one with everything, what was late or slow on a day, what is like a given name.</summary>
public static class ProjectReads
{
    private const int LongestName = 300;

    public static void MapProjectReads(this IEndpointRouteBuilder projects)
    {
        projects.MapTable("/projects", ProjectTable.Definition).Requires(Right.ReadPublic);
        projects.MapGet("/projects/delayed", DelayedAsync).WithMetadata(ProjectDelayTable.AsOf(default, default)).Requires(Right.ReadPublic);
        projects.MapGet("/projects/similar", SimilarAsync).WithMetadata(SimilarProjectTable.To("", trigrams: true)).Requires(Right.ReadPublic);
        projects.MapGet("/projects/details", DetailsAsync).Requires(Right.ReadPublic).Produces<IReadOnlyList<ProjectDetail>>();
        projects.MapGet("/projects/{unit}/{number}", DetailAsync).Requires(Right.ReadPublic).Produces<ProjectDetail>();
    }

    /// <summary>One project with everything: steps, baselines, progress, risks, links in both directions, late and slow.</summary>
    /// <param name="asOf">Day to judge late and slow by; today when left out.</param>
    public static async Task<IResult> DetailAsync(
        string unit, string number, string? asOf, HttpContext http, ProjectReader reader, TimeProvider clock, CancellationToken ct)
    {
        if (!TryDay(asOf, clock, out var day, out var fault))
        {
            return fault;
        }

        var viewer = http.Caller().AsViewer();
        if (!ProjectKey.TryParse($"{unit}/{number}", out var key) || await reader.FindAsync(key, viewer, ct) is not { } found)
        {
            return Problem.NotFound($"{unit}/{number}");
        }

        var linkedFrom = await reader.LinkedFromAsync(key, viewer, ct);
        var detail = new ProjectDetail(ProjectView.Of(found.State, found.Version, day), linkedFrom, found.CreatedAt, found.UpdatedAt);
        http.Response.Headers.Vary = "Cookie, Authorization";
        return Results.Ok(detail).WithVersion(found.Version);
    }

    /// <summary>Many projects with everything, as <c>/projects/{unit}/{number}</c> answers one. What does not exist or is not for these eyes is left out.</summary>
    /// <param name="ids">Keys, separated by commas; at most 500.</param>
    /// <param name="asOf">Day to judge late and slow by; today when left out.</param>
    public static async Task<IResult> DetailsAsync(
        string ids, string? asOf, HttpContext http, ProjectReader reader, TimeProvider clock, CancellationToken ct)
    {
        if (!TryDay(asOf, clock, out var day, out var fault))
        {
            return fault;
        }

        var keys = ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count is 0 or > TableRequest.MostIds || ids.Contains('\0', StringComparison.Ordinal))
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest,
                RequestRefusals.ParameterUnreadable.About(nameof(ids), nameof(ids), $"{keys.Count}", $"1-{TableRequest.MostIds} keys"));
        }

        var viewer = http.Caller().AsViewer();
        var found = await reader.FindAsync(keys, viewer, ct);
        var links = await reader.LinkedFromAsync(keys, viewer, ct);
        http.Response.Headers.Vary = "Cookie, Authorization";
        return Results.Ok(found.Select(p => new ProjectDetail(
            ProjectView.Of(p.State, p.Version, day), [.. links[new ProjectKey(p.State.Unit, p.State.Number).ToString()]], p.CreatedAt, p.UpdatedAt)));
    }

    /// <summary>Projects that were late or slow on a day, the longest overdue first.</summary>
    /// <param name="asOf">Day to judge by; today when left out. Later re-planning does not unmake a delay.</param>
    public static async Task<IResult> DelayedAsync(string? asOf, HttpContext http, TableReader reader, TimeProvider clock, CancellationToken ct) =>
        TryDay(asOf, clock, out var day, out var fault)
            ? await TableEndpoints.AnswerAsync(http, ProjectDelayTable.AsOf(day, clock.Today()), reader, ct, "asOf")
            : fault;

    /// <summary>Projects with a name like the given one, the most alike first; also from other provinces, to find what exists already.</summary>
    /// <param name="name">A project name, or some words of it; tones and spelling do not matter.</param>
    public static async Task<IResult> SimilarAsync(
        string? name, HttpContext http, TableReader reader, ProjectReader projects, CancellationToken ct)
    {
        if (name is null || name.Length > LongestName || VietnameseSearch.Bare(name).Length == 0)
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest, RequestRefusals.ParameterUnreadable.About("name", "name", name?[..Math.Min(name.Length, 80)], $"1-{LongestName}"));
        }

        var table = SimilarProjectTable.To(name, await projects.HasTrigramsAsync(ct));
        return await TableEndpoints.AnswerAsync(http, table, reader, ct, "name");
    }

    private static bool TryDay(string? text, TimeProvider clock, out DateOnly day, out IResult fault)
    {
        day = clock.Today();
        fault = Results.Empty;
        if (text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }

        fault = Problem.Of(StatusCodes.Status400BadRequest, RequestRefusals.ParameterUnreadable.About("asOf", "asOf", text, "yyyy-MM-dd"));
        return false;
    }
}

/// <summary>A project and what only reading it as a whole tells.</summary>
/// <param name="LinkedFrom">Links that projects of others declared to this one.</param>
public sealed record ProjectDetail(ProjectView Project, IReadOnlyList<LinkFrom> LinkedFrom, DateTime CreatedAt, DateTime UpdatedAt);
