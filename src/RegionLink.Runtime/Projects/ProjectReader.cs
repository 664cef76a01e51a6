using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Projects;

/// <summary>Reads one project with everything about it, through the same eyes as the lists.</summary>
public sealed class ProjectReader(TableReader tables, NpgsqlDataSource dataSource)
{
    private static readonly Table Detail = new("project", "project p", "p.key",
    [
        new("detail", "p.detail::text", ColumnType.Json, "", ""),
        new("version", "p.version", ColumnType.Integer, "", ""),
        new("createdAt", "p.created_at", ColumnType.Instant, "", ""),
        new("updatedAt", "p.updated_at", ColumnType.Instant, "", ""),
    ])
    { Sharing = ProjectTable.Sharing };

    private static readonly Table LinkedFrom = new(
        "project-linked-from",
        "project p cross join lateral jsonb_to_recordset(p.detail -> 'links') as l (kind text, other text, note text)",
        "p.key || ' ' || l.kind || ' ' || l.other",
        [
            new("key", "p.key", ColumnType.Text, "", ""),
            new("name", "p.name", ColumnType.Text, "", ""),
            new("kind", "l.kind", ColumnType.Text, "", ""),
            new("note", "l.note", ColumnType.Text, "", ""),
            new("other", "l.other", ColumnType.Text, "", ""),
        ])
    {
        // The keys come from a function because the index of links cannot be used below a policy.
        Where = "p.key = any(array(select projects_linked_to($1))) and l.other = any($1)",
        Sharing = ProjectTable.Sharing,
    };

    // The newest first: of a category that has grown that large, an old project is the least likely to be what somebody now proposes again.
    private const int MostDescribed = 5_000;

    private static readonly Table Described = new("project-described", "project p", "p.key",
    [
        ProjectTable.Definition.Find("key")!,
        ProjectTable.Definition.Find("name")!,
        new("description", "p.detail -> 'profile' ->> 'description'", ColumnType.Text, "", ""),
        ProjectTable.Definition.Find("category")!,
        ProjectTable.Definition.Find("createdAt")!,
    ])
    { Sharing = ProjectTable.Sharing };

    private bool? _trigrams;

    /// <summary>The project, or null when there is none or this viewer may not see it.</summary>
    public async Task<StoredProject?> FindAsync(ProjectKey key, TableViewer viewer, CancellationToken ct)
    {
        var found = await FindAsync([key.ToString()], viewer, ct);
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Those of the projects that there are and this viewer may see, in the order of their keys.</summary>
    /// <param name="keys">At most <see cref="TableRequest.MostIds"/>.</param>
    public async Task<IReadOnlyList<StoredProject>> FindAsync(IReadOnlyList<string> keys, TableViewer viewer, CancellationToken ct)
    {
        var page = await tables.PageAsync(Detail, new TableRequest { Ids = keys, Limit = TableRequest.MostIds }, viewer, ct);
        return
        [
            .. page.Rows.Select(row => new StoredProject(
                JsonSerializer.Deserialize<Project>((string)row[0]!, StoredJson.Options)!, (long)row[1]!, (DateTime)row[2]!, (DateTime)row[3]!)),
        ];
    }

    /// <summary>Projects this viewer may see that declared a link to this one; at most 500.</summary>
    public async Task<IReadOnlyList<LinkFrom>> LinkedFromAsync(ProjectKey key, TableViewer viewer, CancellationToken ct) =>
        [.. (await LinkedFromAsync([key.ToString()], viewer, ct))[key.ToString()].Take(TableRequest.MostRowsPerPage)];

    /// <summary>The same for many projects, by their keys.</summary>
    public async Task<ILookup<string, LinkFrom>> LinkedFromAsync(IReadOnlyList<string> keys, TableViewer viewer, CancellationToken ct)
    {
        var links = new List<(string Other, LinkFrom Link)>();
        await foreach (var row in tables.RowsAsync(LinkedFrom with { Parameters = [keys.ToArray()] }, new TableRequest { Limit = null }, viewer, ct))
        {
            links.Add(((string)row[4]!, new((string)row[0]!, (string)row[1]!, (string)row[2]!, (string?)row[3])));
        }

        return links.ToLookup(l => l.Other, l => l.Link);
    }

    /// <summary>Name and description of the projects of an activity this viewer may see, the newest 5,000.</summary>
    /// <param name="category">As stored.</param>
    public async Task<IReadOnlyList<DescribedProject>> DescribedAsync(string category, TableViewer viewer, CancellationToken ct)
    {
        var request = new TableRequest
        {
            Filters = [new Filter(Described.Find("category")!, FilterKind.Is, [category])],
            Sort = Described.Find("createdAt"),
            Descending = true,
            Limit = MostDescribed,
        };
        var page = await tables.PageAsync(Described, request, viewer, ct);
        return [.. page.Rows.Select(row => new DescribedProject((string)row[0]!, (string)row[1]!, (string?)row[2]))];
    }

    /// <summary>Whether names can be compared by trigrams here; asked of the database once.</summary>
    public async Task<bool> HasTrigramsAsync(CancellationToken ct)
    {
        if (_trigrams is not { } known)
        {
            await using var command = dataSource.CreateCommand("select exists (select from pg_extension where extname = 'pg_trgm')");
            known = (bool)(await command.ExecuteScalarAsync(ct))!;
            _trigrams = known;
        }

        return known;
    }
}

/// <summary>A project as the read tables hold it.</summary>
public sealed record StoredProject(Project State, long Version, DateTime CreatedAt, DateTime UpdatedAt);

/// <param name="Description">Null when none was given.</param>
public sealed record DescribedProject(string Key, string Name, string? Description);

/// <summary>A link another project declared.</summary>
/// <param name="Key">The other project.</param>
/// <param name="Kind">See <see cref="LinkKind"/>, as stored.</param>
public sealed record LinkFrom(string Key, string Name, string Kind, string? Note);
