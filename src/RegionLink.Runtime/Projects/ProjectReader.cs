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
        "p.key || ' ' || l.kind",
        [
            new("key", "p.key", ColumnType.Text, "", ""),
            new("name", "p.name", ColumnType.Text, "", ""),
            new("kind", "l.kind", ColumnType.Text, "", ""),
            new("note", "l.note", ColumnType.Text, "", ""),
        ])
    {
        Where = "p.linked @> array[$1] and l.other = $1",
        Sharing = ProjectTable.Sharing,
    };

    private bool? _trigrams;

    /// <summary>The project, or null when there is none or this viewer may not see it.</summary>
    public async Task<StoredProject?> FindAsync(ProjectKey key, TableViewer viewer, CancellationToken ct)
    {
        var page = await tables.PageAsync(Detail, new TableRequest { Ids = [key.ToString()], Limit = 1 }, viewer, ct);
        return page.Rows is [var row]
            ? new(JsonSerializer.Deserialize<Project>((string)row[0]!, StoredJson.Options)!, (long)row[1]!, (DateTime)row[2]!, (DateTime)row[3]!)
            : null;
    }

    /// <summary>Projects this viewer may see that declared a link to this one; at most 500.</summary>
    public async Task<IReadOnlyList<LinkFrom>> LinkedFromAsync(ProjectKey key, TableViewer viewer, CancellationToken ct)
    {
        var page = await tables.PageAsync(
            LinkedFrom with { Parameters = [key.ToString()] }, new TableRequest { Limit = TableRequest.MostRowsPerPage }, viewer, ct);
        return [.. page.Rows.Select(row => new LinkFrom((string)row[0]!, (string)row[1]!, (string)row[2]!, (string?)row[3]))];
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

/// <summary>A link another project declared.</summary>
/// <param name="Key">The other project.</param>
/// <param name="Kind">See <see cref="LinkKind"/>, as stored.</param>
public sealed record LinkFrom(string Key, string Name, string Kind, string? Note);
