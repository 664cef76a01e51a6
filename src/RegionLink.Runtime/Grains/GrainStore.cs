using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>Reads grains back from the log: snapshot, later events, and the facts needed before a refusal may be trusted.</summary>
internal sealed class GrainStore(NpgsqlDataSource dataSource)
{
    private const string SelectSnapshot = "select version, hash, state from snapshot where stream = $1 and format = $2";

    private const string SelectLater = """
        select type, data, hash, version
          from event
         where stream = $1
           and version > coalesce((select s.version from snapshot s where s.stream = $1 and s.format = $2), 0)
         order by version
        """;

    private const string SelectHead = "select coalesce(max(version), 0) from event where stream = $1";

    private const string SelectMoved = """
        select g.stream, g.version
          from unnest($1, $2) as g (stream, version)
         where g.version <> coalesce((select max(e.version) from event e where e.stream = g.stream), 0)
        """;

    private const string SelectCommand = "select stream, body_hash, last_version from command where id = $1";

    private const string UpsertSnapshot = """
        insert into snapshot (stream, version, format, hash, state)
        values ($1, $2, $3, $4, $5)
        on conflict (stream) do update
           set version = excluded.version,
               format = excluded.format,
               hash = excluded.hash,
               state = excluded.state
         where snapshot.version < excluded.version
            or snapshot.format <> excluded.format
        """;

    public async Task<Moment<TState>> LoadAsync<TState, TCommand, TEvent>(
        GrainType<TState, TCommand, TEvent> type, string stream, CancellationToken ct)
        where TState : class
        where TEvent : class
    {
        GrainMetrics.Loads.Add(1, new KeyValuePair<string, object?>("grain", type.Name));
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(new(SelectSnapshot) { Parameters = { new() { Value = stream }, new() { Value = type.SnapshotFormat } } });
        batch.BatchCommands.Add(new(SelectLater) { Parameters = { new() { Value = stream }, new() { Value = type.SnapshotFormat } } });
        await using var reader = await batch.ExecuteReaderAsync(ct);

        var moment = Moment<TState>.BeforeAnything(type.Initial);
        if (await reader.ReadAsync(ct))
        {
            var state = JsonSerializer.Deserialize<TState>(reader.GetFieldValue<byte[]>(2), StoredJson.Options)!;
            moment = new(state, reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(0));
        }

        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var fact = type.Codec.Read(reader.GetString(0), reader.GetFieldValue<byte[]>(1));
            moment = moment with
            {
                State = type.Evolve(moment.State, fact),
                Version = reader.GetInt64(3),
                Hash = reader.GetFieldValue<byte[]>(2),
            };
        }

        return moment;
    }

    /// <summary>The version of the stream in the log now, and the first answer to the command when it was seen before.</summary>
    public async Task<(long Head, SeenCommand? Seen)> ConfirmAsync(string stream, CommandId? id, CancellationToken ct)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(new(SelectHead) { Parameters = { new() { Value = stream } } });
        batch.BatchCommands.Add(new(SelectCommand) { Parameters = { new() { Value = id?.Value ?? Guid.Empty } } });
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var head = reader.GetInt64(0);
        await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct)
            ? (head, new SeenCommand(reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(2)))
            : (head, null);
    }

    /// <summary>Those of the guards that are not at the named version any more.</summary>
    public async Task<IReadOnlyList<Guard>> MovedAsync(IReadOnlyList<Guard> guards, CancellationToken ct)
    {
        if (guards.Count == 0)
        {
            return [];
        }

        await using var command = dataSource.CreateCommand(SelectMoved);
        command.Parameters.Add(new() { Value = guards.Select(g => g.Stream).ToArray() });
        command.Parameters.Add(new() { Value = guards.Select(g => g.Version).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var moved = new List<Guard>();
        while (await reader.ReadAsync(ct))
        {
            moved.Add(new(reader.GetString(0), reader.GetInt64(1)));
        }

        return moved;
    }

    public static NpgsqlBatchCommand SaveSnapshot<TState>(string stream, long version, int format, byte[] hash, TState state) => new(UpsertSnapshot)
    {
        Parameters =
        {
            new() { Value = stream },
            new() { Value = version },
            new() { Value = format },
            new() { Value = hash },
            new() { Value = JsonSerializer.SerializeToUtf8Bytes(state, StoredJson.Options), NpgsqlDbType = NpgsqlDbType.Json },
        },
    };
}

/// <summary>A command that is in the log already.</summary>
internal sealed record SeenCommand(string Stream, byte[] BodyHash, long LastVersion);
