using Npgsql;

namespace RegionLink.Runtime.Observations;

/// <summary>Finds or makes the numbers of the sources a sheet names.</summary>
internal static class SheetSources
{
    private const string Select = """
        select n.place::integer, s.id
          from unnest($1, $2) with ordinality as n (title, url, place)
          join observation_source s on s.title = n.title and s.url = n.url
        """;

    // Sorted, so that two batches with the same new sources wait for each other instead of forming a circle.
    private const string Insert = """
        insert into observation_source (title, url)
        select title, url from unnest($1, $2) as n (title, url) order by title, url
        on conflict (title, url) do nothing
        """;

    /// <summary>The number of the source of each head.</summary>
    public static async Task<int[]> NumberAsync(NpgsqlConnection connection, ObservationSheet sheet, CancellationToken ct)
    {
        var sources = sheet.Heads.Select(h => h.Source).Distinct().ToArray();
        var numbers = await FindAsync(connection, sources, ct);
        var missing = sources.Where(s => !numbers.ContainsKey(s)).ToArray();
        if (missing.Length > 0)
        {
            await using var insert = Command(Insert, connection, missing);
            await insert.ExecuteNonQueryAsync(ct);
            foreach (var (source, number) in await FindAsync(connection, missing, ct))
            {
                numbers.Add(source, number);
            }
        }

        return [.. sheet.Heads.Select(h => numbers[h.Source])];
    }

    private static async Task<Dictionary<(string Title, string Url), int>> FindAsync(
        NpgsqlConnection connection, (string Title, string Url)[] sources, CancellationToken ct)
    {
        var found = new Dictionary<(string Title, string Url), int>();
        await using var command = Command(Select, connection, sources);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.Add(sources[reader.GetInt32(0) - 1], reader.GetInt32(1));
        }

        return found;
    }

    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection, (string Title, string Url)[] sources) => new(sql, connection)
    {
        Parameters =
        {
            new() { Value = Array.ConvertAll(sources, s => s.Title) },
            new() { Value = Array.ConvertAll(sources, s => s.Url) },
        },
    };
}
