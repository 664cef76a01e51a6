using Microsoft.Extensions.Primitives;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Budgets;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Projects;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Projects;

/// <summary>Projects: the list and one of them.</summary>
internal static class ProjectPages
{
    private const int MostHistory = 200;
    private const int AlikeShown = 5;

    /// <summary>Whoever found this many by the words typed does not need others that are only alike.</summary>
    private const int FewFound = 10;

    public static void MapProjects(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/projects", ListAsync).WithMetadata(ProjectTable.Definition).Requires(Right.ReadPublic);
        pages.MapProposal();
        pages.MapUpdate();
        pages.MapPage("/projects/{unit}/{number}", OneAsync).WithMetadata(ProjectTable.Definition).Requires(Right.ReadPublic).Follows();
    }

    /// <summary>The list. Its parameters are those of the API, so the same query string works there; a form sends fields left empty.</summary>
    private static async Task<IResult> ListAsync(
        View view, TableReader tables, ProjectReader projects, ReferenceCache reference, CancellationToken ct)
    {
        var table = ProjectTable.Definition;
        var asked = view.Http.Request.Query.Where(q => q.Key != LanguageChoice.Parameter && !StringValues.IsNullOrEmpty(q.Value)).ToDictionary();
        var (request, faults) = TableRequestParser.Parse(table, new QueryCollection(asked));
        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        var page = await ListPage.ReadAsync(tables, table, request with { Limit = 25, WithTotal = true }, view.Eyes, ct);
        ListPage? alike = null;
        if (request.After is null && page.Total < FewFound && asked.TryGetValue("name.contains", out var words) && Domain.Common.VietnameseSearch.Bare(words.ToString()).Length > 0)
        {
            var similar = SimilarProjectTable.To(words.ToString(), await projects.HasTrigramsAsync(ct));
            alike = await ListPage.ReadAsync(
                tables, similar, new TableRequest { Sort = similar.Find("similarity"), Descending = true, Limit = AlikeShown }, view.Eyes, ct);
            var found = page.Rows.Select(r => r.Text("key")).ToHashSet();
            alike = alike with { Rows = [.. alike.Rows.Where(r => !found.Contains(r.Text("key")))] };
        }

        return PageEndpoints.Page<ProjectsPage>(
            (nameof(ProjectsPage.Found), page),
            (nameof(ProjectsPage.Alike), alike),
            (nameof(ProjectsPage.NextPage), page.Next is { } next ? TableRequestParser.Cursor(request, next) : null),
            (nameof(ProjectsPage.Reference), await reference.GetAsync(ct)));
    }

    private static async Task<IResult> OneAsync(
        string unit, string number, View view, ProjectReader projects, TableReader tables, LogReader log, ReferenceCache reference, CancellationToken ct)
    {
        if (!ProjectKey.TryParse($"{unit}/{number}", out var key) || await projects.FindAsync(key, view.Eyes, ct) is not { } found)
        {
            return Problem.NotFound($"{unit}/{number}");
        }

        var lines = BudgetLineTable.Definition;
        var project = ProjectView.Of(found.State, found.Version, view.Today);
        var model = new ProjectModel(
            project,
            (await projects.FindAsync([.. project.Links.Select(l => l.Other).Distinct()], view.Eyes, ct))
                .ToDictionary(p => new ProjectKey(p.State.Unit, p.State.Number).ToString(), p => p.State.Profile!.Name),
            await projects.LinkedFromAsync(key, view.Eyes, ct),
            await ListPage.ReadAsync(
                tables, lines, new TableRequest { Filters = [new Filter(lines.Find("project")!, FilterKind.Is, [key.ToString()])] }, view.Eyes, ct),
            view.Caller.May(Right.ReadShared)
                ? [.. (await log.ReadStreamAsync(ProjectGrain.Type.StreamOf(key.ToString()), 0, MostHistory, view.Eyes, ct)).Select(HistoryEntry.Of).Reverse()]
                : null,
            await reference.GetAsync(ct));
        return PageEndpoints.Page<ProjectPage>((nameof(ProjectPage.Model), model));
    }
}

/// <summary>Everything the page of a project shows.</summary>
/// <param name="LinkedTo">Names of the projects it is linked to, by their keys; those the reader may not see are missing.</param>
/// <param name="History">Newest first; null when the reader may not see who changed what.</param>
public sealed record ProjectModel(
    ProjectView Project, IReadOnlyDictionary<string, string> LinkedTo, IReadOnlyList<LinkFrom> LinkedFrom, ListPage Lines, IReadOnlyList<HistoryEntry>? History, Reference Reference);
