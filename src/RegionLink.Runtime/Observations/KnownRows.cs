using Npgsql;

namespace RegionLink.Runtime.Observations;

/// <summary>Finds what the table holds already about the values of a sheet.</summary>
internal static class KnownRows
{
    private const int RowsPerQuestion = 10_000;

    private const string Select = """
        select k.place::integer, o.id, o.revision, o.value, o.head, o.note, b.illustrative
          from unnest($1, $2, $3, $4) with ordinality as k (series, unit, period_start, period_end, place)
          join observation o
            on o.series = k.series
           and o.unit = k.unit
           and o.period_start = k.period_start
           and o.period_end = k.period_end
           and o.superseded_by is null
          join observation_batch b on b.number = (o.id >> 24)::integer
        """;

    /// <summary>By place in the sheet; only rows about which something is known.</summary>
    /// <param name="places">The rows asked about, in order.</param>
    public static async Task<Dictionary<int, KnownRow>> FindAsync(
        NpgsqlConnection connection, ObservationSheet sheet, IReadOnlyList<int> places, SheetNumbers numbers, CancellationToken ct)
    {
        var known = new Dictionary<int, KnownRow>();
        foreach (var chunk in places.Chunk(RowsPerQuestion))
        {
            await using var command = new NpgsqlCommand(Select, connection) { CommandTimeout = 0 };
            Add(row => numbers.Series[row.Head]);
            Add(row => numbers.Units[row.Unit]);
            Add(row => sheet.Periods[row.Period].Start);
            Add(row => sheet.Periods[row.Period].End);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                known.Add(chunk[reader.GetInt32(0) - 1], new KnownRow(
                    reader.GetInt64(1), reader.GetInt32(2), reader.GetDecimal(3), reader.GetInt32(4),
                    reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetBoolean(6)));
            }

            void Add<T>(Func<SheetRow, T> value) =>
                command.Parameters.Add(new() { Value = Array.ConvertAll(chunk, place => value(sheet.Rows[place])) });
        }

        return known;
    }
}

/// <summary>A row that holds now.</summary>
internal sealed record KnownRow(long Id, int Revision, decimal Value, int Head, string? Note, bool Illustrative)
{
    /// <summary>Number of the batch it came with.</summary>
    public int Batch => (int)(Id >> SheetWriter.RowBits);

    public bool Says(SheetRow row, ObservationSheet sheet, SheetNumbers numbers, bool illustrative) =>
        Value == row.Value
        && Head == numbers.Heads[row.Head]
        && Note == (row.Note < 0 ? null : sheet.Notes[row.Note])
        && Illustrative == illustrative;
}
