using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.EventLog;

/// <summary>Reads the log across all streams, and one stream for its history.</summary>
public sealed class LogReader(NpgsqlDataSource dataSource, ViewerDatabase viewed)
{
    /// <summary>
    /// Only transactions older than every one still in flight: nothing can appear behind such a place any more. Ordering by
    /// transaction first is needed as well, because a transaction may take its id early and its positions late.
    /// </summary>
    private const string SelectSince = """
        select xid, position, stream, version, type, data, actor, at, command_id, hash
          from event
         where (xid, position) > ($1, $2)
           and xid < pg_snapshot_xmin(pg_current_snapshot())
         order by xid, position
         limit $3
        """;

    private const string SelectStream = """
        select xid, position, stream, version, type, data, actor, at, command_id, hash
          from event
         where stream = $1
           and version > $2
         order by version
         limit $3
        """;

    /// <summary>The newest of each stream, by one index lookup a stream.</summary>
    private const string SelectStreams = """
        select e.xid, e.position, e.stream, e.version, e.type, e.data, e.actor, e.at, e.command_id, e.hash
          from unnest($1) as asked (stream)
         cross join lateral (
                 select *
                   from event
                  where event.stream = asked.stream
                    and event.version < $2
                  order by event.version desc
                  limit $3
               ) as e
         order by e.stream, e.version
        """;

    private const string SelectEnd = """
        select xid, position
          from event
         where xid < pg_snapshot_xmin(pg_current_snapshot())
         order by xid desc, position desc
         limit 1
        """;

    /// <summary>The next events after a place, oldest first; fewer than <paramref name="most"/> means the reader has caught up.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> ReadSinceAsync(LogPosition since, int most, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(SelectSince);
        command.Parameters.Add(new() { Value = since.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = since.Position });
        command.Parameters.Add(new() { Value = most });
        return await ReadAllAsync(command, ct);
    }

    /// <summary>Events of one stream after a version, oldest first. Whoever asks has made sure that the viewer may see them.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> ReadStreamAsync(string stream, long afterVersion, int most, TableViewer viewer, CancellationToken ct)
    {
        var statement = new NpgsqlBatchCommand(SelectStream)
        {
            Parameters = { new() { Value = stream }, new() { Value = afterVersion }, new() { Value = most } },
        };
        await using var read = await viewed.ReadAsync(viewer, ct, statement);
        return await read.Reader.TakeAsync(Row, ct);
    }

    /// <summary>The newest events of many streams before a version, by stream; within each oldest first.</summary>
    /// <param name="most">Of each stream.</param>
    public async Task<ILookup<string, LoggedEvent>> ReadStreamsAsync(
        IReadOnlyCollection<string> streams, long beforeVersion, int most, TableViewer viewer, CancellationToken ct)
    {
        var statement = new NpgsqlBatchCommand(SelectStreams)
        {
            Parameters = { new() { Value = streams.Distinct(StringComparer.Ordinal).ToArray() }, new() { Value = beforeVersion }, new() { Value = most } },
        };
        await using var read = await viewed.ReadAsync(viewer, ct, statement);
        return (await read.Reader.TakeAsync(Row, ct)).ToLookup(e => e.Stream, StringComparer.Ordinal);
    }

    /// <summary>The last place that can be read safely now; <see cref="LogPosition.Start"/> when the log is empty.</summary>
    public async Task<LogPosition> EndAsync(CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(SelectEnd);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)) : LogPosition.Start;
    }

    /// <summary>The whole log in order, a page at a time.</summary>
    public async IAsyncEnumerable<LoggedEvent> ReadAllAsync(LogPosition since, int page, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var events = await ReadSinceAsync(since, page, ct);
            foreach (var e in events)
            {
                yield return e;
            }

            if (events.Count < page)
            {
                yield break;
            }

            since = events[^1].Place;
        }
    }

    private static async Task<IReadOnlyList<LoggedEvent>> ReadAllAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.TakeAsync(Row, ct);
    }

    internal static LoggedEvent Row(NpgsqlDataReader reader) => new(
        new(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)),
        reader.GetString(2),
        reader.GetInt64(3),
        reader.GetString(4),
        reader.GetFieldValue<byte[]>(5),
        Actor.Parse(reader.GetString(6)),
        reader.GetFieldValue<DateTimeOffset>(7),
        reader.GetGuid(8),
        reader.GetFieldValue<byte[]>(9));
}

/// <summary>One row of the log as stored.</summary>
/// <param name="Data">JSON, UTF-8, exactly the stored bytes.</param>
public sealed record LoggedEvent(
    LogPosition Place,
    string Stream,
    long Version,
    string Type,
    byte[] Data,
    Actor By,
    DateTimeOffset At,
    Guid CommandId,
    byte[] Hash);
