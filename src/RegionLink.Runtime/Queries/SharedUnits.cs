using Dapper;
using Npgsql;

namespace RegionLink.Runtime.Queries;

/// <summary>
/// Whether somebody may read one kind of data of certain units: the same rule that lists apply row by row, for answers that are not lists.
/// </summary>
public sealed class SharedUnits(NpgsqlDataSource dataSource)
{
    private const string SelectHidden = """
        select u.unit
          from unnest(@units) as u (unit)
          left join sharing s on s.unit = u.unit and s.kind = @kind
         where u.unit <> all(@own)
           and coalesce(s.level, @level) <> all(@levels)
         order by u.unit collate "C"
        """;

    /// <summary>The units among these whose data the viewer may not read; empty when all may be read.</summary>
    /// <param name="sharing">Kind of data and its default level, as the feature's list declares them.</param>
    public async Task<IReadOnlyList<string>> HiddenAsync(IEnumerable<string> units, Sharing sharing, TableViewer viewer, CancellationToken ct)
    {
        if (viewer.Everything)
        {
            return [];
        }

        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var hidden = await connection.QueryAsync<string>(new CommandDefinition(
            SelectHidden,
            new
            {
                units = units.Distinct().ToArray(),
                kind = sharing.Kind,
                own = viewer.Units.ToArray(),
                level = sharing.Default,
                levels = viewer.Levels,
            },
            cancellationToken: ct));
        return hidden.AsList();
    }
}
