using Npgsql;
using RegionLink.Domain.Observations;

namespace RegionLink.Runtime.Observations;

/// <summary>Finds what the table holds already about the values of a sheet.</summary>
internal static class KnownRows
{
    private const int RowsPerQuestion = 10_000;

    private const string Select = """
        select k.place::integer, o.id, o.revision, o.value, o.unit_of_measure, o.standing, o.source, o.note, b.illustrative
          from unnest($1, $2, $3, $4, $5, $6, $7, $8) with ordinality
               as k (metric, unit, period_start, period_end, base, stage, method, claim, place)
          join observation o
            on o.metric = k.metric
           and o.unit = k.unit
           and o.period_start = k.period_start
           and o.period_end = k.period_end
           and o.base = k.base
           and o.stage = k.stage
           and o.method = k.method
           and o.claim = k.claim
           and o.superseded_by is null
          join observation_batch b on b.number = (o.id >> 24)::integer
        """;

    /// <summary>By place in the sheet; only rows about which something is known.</summary>
    /// <param name="places">The rows asked about, in order.</param>
    public static async Task<Dictionary<int, KnownRow>> FindAsync(
        NpgsqlConnection connection, ObservationSheet sheet, IReadOnlyList<int> places, int[] sourceIds, CancellationToken ct)
    {
        var known = new Dictionary<int, KnownRow>();
        foreach (var chunk in places.Chunk(RowsPerQuestion))
        {
            await using var command = new NpgsqlCommand(Select, connection) { CommandTimeout = 0 };
            Add(row => sheet.Heads[row.Head].Head.Metric);
            Add(row => sheet.Units[row.Unit].Key);
            Add(row => sheet.Periods[row.Period].Start);
            Add(row => sheet.Periods[row.Period].End);
            Add(row => sheet.Heads[row.Head].Base);
            Add(row => sheet.Heads[row.Head].Stage);
            Add(row => sheet.Heads[row.Head].Head.Method);
            Add(row => sheet.Heads[row.Head].Head.Standing.InUse() ? 0 : sourceIds[row.Head]);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                known.Add(chunk[reader.GetInt32(0) - 1], new KnownRow(
                    reader.GetInt64(1), reader.GetInt32(2), reader.GetDecimal(3), reader.GetString(4), reader.GetString(5), reader.GetInt32(6),
                    reader.IsDBNull(7) ? null : reader.GetString(7), reader.GetBoolean(8)));
            }

            void Add<T>(Func<SheetRow, T> value) =>
                command.Parameters.Add(new() { Value = Array.ConvertAll(chunk, place => value(sheet.Rows[place])) });
        }

        return known;
    }
}

/// <summary>A row that holds now.</summary>
internal sealed record KnownRow(
    long Id, int Revision, decimal Value, string UnitOfMeasure, string Standing, int Source, string? Note, bool Illustrative)
{
    public bool Says(SheetRow row, ObservationSheet sheet, int source, bool illustrative) =>
        Value == row.Value
        && UnitOfMeasure == sheet.Heads[row.Head].Head.UnitOfMeasure
        && Standing == sheet.Heads[row.Head].Standing
        && Source == source
        && Note == (row.Note < 0 ? null : sheet.Notes[row.Note])
        && Illustrative == illustrative;
}
