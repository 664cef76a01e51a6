using System.Data;
using Npgsql;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>
/// Empties the read tables and refills them from the log, in one transaction that keeps writers out: after it the tables hold exactly
/// what the events say. Takes an exclusive lock on the log for its whole length; run it with the servers stopped, or let them wait.
/// </summary>
public sealed class Rebuild(NpgsqlDataSource dataSource, IEnumerable<GrainRegistration> grains)
{
    private const int StatementsPerBatch = 500;

    private const string SelectAll = """
        select xid, position, stream, version, type, data, actor, at, command_id, hash
          from event
         where stream like $1 || '/%'
         order by stream, version
        """;

    /// <summary>Returns how many streams of each kind were replayed.</summary>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct)
    {
        await using var reading = await dataSource.OpenConnectionAsync(ct);
        await using var writing = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await writing.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await ExecuteAsync(writing, "lock table event in share row exclusive mode", ct);

        var registered = grains.ToList();
        var tables = registered.SelectMany(g => g.Tables).Distinct().ToList();
        if (tables.Count > 0)
        {
            await ExecuteAsync(writing, $"truncate {string.Join(", ", tables)}", ct);
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var grain in registered)
        {
            counts[grain.Name] = await ReplayAsync(grain, reading, writing, ct);
        }

        await transaction.CommitAsync(ct);
        return counts;
    }

    private static async Task<int> ReplayAsync(GrainRegistration grain, NpgsqlConnection reading, NpgsqlConnection writing, CancellationToken ct)
    {
        var (streams, statements, events) = (0, new List<NpgsqlBatchCommand>(), new List<LoggedEvent>());
        await using var command = new NpgsqlCommand(SelectAll, reading) { CommandTimeout = 0, Parameters = { new() { Value = grain.Name } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var e = LogReader.Row(reader);
            if (events.Count > 0 && events[0].Stream != e.Stream)
            {
                await CloseStreamAsync();
            }

            events.Add(e);
        }

        if (events.Count > 0)
        {
            await CloseStreamAsync();
        }

        await SendAsync(writing, statements, ct);
        return streams;

        async Task CloseStreamAsync()
        {
            streams++;
            statements.AddRange(grain.Replay(events[0].Stream[(grain.Name.Length + 1)..], events));
            events.Clear();
            if (statements.Count >= StatementsPerBatch)
            {
                await SendAsync(writing, statements, ct);
            }
        }
    }

    private static async Task SendAsync(NpgsqlConnection writing, List<NpgsqlBatchCommand> statements, CancellationToken ct)
    {
        if (statements.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(writing) { Timeout = 0 };
        statements.ForEach(batch.BatchCommands.Add);
        await batch.ExecuteNonQueryAsync(ct);
        statements.Clear();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
