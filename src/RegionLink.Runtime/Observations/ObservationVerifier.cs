using System.Data;
using Npgsql;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Observations;

/// <summary>Recomputes the hash of every batch from the fact table and compares it with what the log says.</summary>
public sealed class ObservationVerifier(NpgsqlDataSource dataSource)
{
    private const string SelectBatches = """
        select stream, (data ->> 'number')::integer, data ->> 'rowsHash'
          from event
         where stream >= 'observation-batch/'
           and stream < 'observation-batch0'
           and version = 1
         order by 2
        """;

    private const string SelectRows = """
        select o.id, series.metric, place.unit, o.period_start, o.period_end, o.value, head.unit_of_measure, series.base, series.stage,
               series.method, head.standing, s.title, s.url, o.note, o.revision
          from observation o
          join observation_series series on series.id = o.series
          join observation_unit place on place.id = o.unit
          join observation_head head on head.id = o.head
          join observation_source s on s.id = head.source
         where o.id >= $1
           and o.id < $2
         order by o.id
        """;

    /// <summary>The streams of batches whose rows are not what was recorded: altered, missing or added.</summary>
    public async Task<IReadOnlyList<ChainFault>> VerifyAsync(CancellationToken ct)
    {
        var faults = new List<ChainFault>();
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        foreach (var (stream, number, expected) in await BatchesAsync(connection, ct))
        {
            if (await HashOfAsync(connection, number, ct) != expected)
            {
                faults.Add(new ChainFault(stream, 1, "its observations do not match the hash of the batch"));
            }
        }

        return faults;
    }

    private static async Task<List<(string Stream, int Number, string Hash)>> BatchesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(SelectBatches, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var batches = new List<(string Stream, int Number, string Hash)>();
        while (await reader.ReadAsync(ct))
        {
            batches.Add((reader.GetString(0), reader.GetInt32(1), reader.GetString(2)));
        }

        return batches;
    }

    private static async Task<string> HashOfAsync(NpgsqlConnection connection, int number, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(SelectRows, connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = SheetWriter.FirstId(number) }, new() { Value = SheetWriter.FirstId(number + 1) } },
        };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        using var hash = new RowsHash();
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetInt64(0);
            var metric = reader.GetString(1);
            var unit = reader.GetString(2);
            var dates = RowsHash.Dates(reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<DateOnly>(4));
            var value = reader.GetDecimal(5);
            var head = RowsHash.Head(
                metric, reader.GetString(6), reader.GetInt16(7), reader.GetString(8), reader.GetString(9), reader.GetString(10),
                reader.GetString(11), reader.GetString(12));
            var note = await reader.IsDBNullAsync(13, ct) ? null : reader.GetString(13);
            hash.Add(id, head, unit, dates, value, reader.GetInt32(14), note);
        }

        return hash.Finish();
    }
}
