using Npgsql;
using RegionLink.Domain.Observations;

namespace RegionLink.Runtime.Observations;

/// <summary>The numbers that stand for the texts of a sheet in the fact table.</summary>
/// <param name="Series">By head of the sheet.</param>
/// <param name="Heads">By head of the sheet.</param>
/// <param name="Units">By unit of the sheet.</param>
/// <param name="Provinces">Number of the province, by unit of the sheet.</param>
internal sealed record SheetNumbers(int[] Series, int[] Heads, int[] Units, int[] Provinces)
{
    // New entries are inserted in the order of their texts: two batches with the same new ones wait for each other instead of forming a
    // circle, and numbers grow in the order a sheet is sorted in.
    private static readonly Numbered Sources = new(
        "select n.place::integer, s.id from unnest($1, $2) with ordinality as n (title, url, place) join observation_source s using (title, url)",
        """
        insert into observation_source (title, url)
        select title, url from unnest($1, $2) as n (title, url) order by title, url
        on conflict do nothing
        """);

    private static readonly Numbered AllSeries = new(
        """
        select n.place::integer, s.id
          from unnest($1, $2, $3, $4, $5) with ordinality as n (metric, base, stage, method, claim, place)
          join observation_series s using (metric, base, stage, method, claim)
        """,
        """
        insert into observation_series (metric, base, stage, method, claim)
        select * from unnest($1, $2, $3, $4, $5) as n (metric, base, stage, method, claim) order by 1, 2, 3, 4, 5
        on conflict do nothing
        """);

    private static readonly Numbered AllHeads = new(
        """
        select n.place::integer, h.id
          from unnest($1, $2, $3, $4) with ordinality as n (series, unit_of_measure, standing, source, place)
          join observation_head h using (series, unit_of_measure, standing, source)
        """,
        """
        insert into observation_head (series, unit_of_measure, standing, source)
        select * from unnest($1, $2, $3, $4) as n (series, unit_of_measure, standing, source) order by 1, 2, 3, 4
        on conflict do nothing
        """);

    private static readonly Numbered AllUnits = new(
        "select n.place::integer, u.id from unnest($1, $2) with ordinality as n (unit, province, place) join observation_unit u using (unit)",
        """
        insert into observation_unit (unit, province)
        select unit, province from unnest($1, $2) as n (unit, province) order by unit
        on conflict do nothing
        """);

    /// <summary>Finds the numbers and makes those that are missing.</summary>
    public static async Task<SheetNumbers> FindAsync(NpgsqlConnection connection, ObservationSheet sheet, CancellationToken ct)
    {
        var heads = sheet.Heads;
        var sources = await Sources.FindAsync(connection, heads.ConvertAll(h => h.Source), s => [Texts(s, x => x.Title), Texts(s, x => x.Url)], ct);
        var series = await AllSeries.FindAsync(
            connection,
            heads.Select((h, i) => (h.Head.Metric, h.Base, h.Stage, h.Head.Method, Claim: h.Head.Standing.InUse() ? 0 : sources[i])).ToList(),
            s => [Texts(s, x => x.Metric), s.Select(x => x.Base).ToArray(), Texts(s, x => x.Stage), Texts(s, x => x.Method), s.Select(x => x.Claim).ToArray()],
            ct);
        var numbers = await AllHeads.FindAsync(
            connection,
            heads.Select((h, i) => (Series: series[i], h.Head.UnitOfMeasure, h.Standing, Source: sources[i])).ToList(),
            h => [h.Select(x => x.Series).ToArray(), Texts(h, x => x.UnitOfMeasure), Texts(h, x => x.Standing), h.Select(x => x.Source).ToArray()],
            ct);
        var provinces = sheet.Units.Select(u => new SheetUnit(u.Province, u.Province));
        var units = await AllUnits.FindAsync(
            connection, [.. sheet.Units, .. provinces], u => [Texts(u, x => x.Key), Texts(u, x => x.Province)], ct);
        return new SheetNumbers(series, numbers, units[..sheet.Units.Count], units[sheet.Units.Count..]);
    }

    private static string[] Texts<T>(T[] list, Func<T, string> text) => Array.ConvertAll(list, x => text(x));

    /// <summary>A table of distinct things with numbers.</summary>
    private sealed record Numbered(string Select, string Insert)
    {
        public async Task<int[]> FindAsync<T>(NpgsqlConnection connection, List<T> things, Func<T[], object[]> columns, CancellationToken ct)
            where T : notnull
        {
            var distinct = things.Distinct().ToArray();
            var numbers = await AskAsync(connection, distinct, columns, ct);
            var missing = distinct.Where(t => !numbers.ContainsKey(t)).ToArray();
            if (missing.Length > 0)
            {
                await using var insert = Command(Insert, connection, columns(missing));
                await insert.ExecuteNonQueryAsync(ct);
                foreach (var (thing, number) in await AskAsync(connection, missing, columns, ct))
                {
                    numbers.Add(thing, number);
                }
            }

            return [.. things.Select(t => numbers[t])];
        }

        private async Task<Dictionary<T, int>> AskAsync<T>(NpgsqlConnection connection, T[] things, Func<T[], object[]> columns, CancellationToken ct)
            where T : notnull
        {
            var found = new Dictionary<T, int>();
            await using var command = Command(Select, connection, columns(things));
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                found.Add(things[reader.GetInt32(0) - 1], reader.GetInt32(1));
            }

            return found;
        }

        private static NpgsqlCommand Command(string sql, NpgsqlConnection connection, object[] columns)
        {
            var command = new NpgsqlCommand(sql, connection);
            foreach (var column in columns)
            {
                command.Parameters.Add(new() { Value = column });
            }

            return command;
        }
    }
}
