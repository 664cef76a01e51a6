using Npgsql;
using NpgsqlTypes;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.EventLog;

/// <summary>The statements that put facts into the log. Run in the transaction of whatever the facts are about.</summary>
public static class EventInsert
{
    private const string InsertEvents = """
        insert into event (stream, version, type, data, actor, at, command_id, hash)
        select * from unnest($1, $2, $3, $4::json[], $5, $6, $7, $8)
        """;

    private const string InsertCommands = """
        insert into command (id, stream, body_hash, last_version, at)
        select * from unnest($1, $2, $3, $4, $5)
        """;

    /// <summary>Fails with <c>event_stream_version</c> when another writer took one of the versions.</summary>
    public static NpgsqlBatchCommand Events(IReadOnlyList<NewEvent> events) => new(InsertEvents)
    {
        Parameters =
        {
            new() { Value = events.Select(e => e.Stream).ToArray() },
            new() { Value = events.Select(e => e.Version).ToArray() },
            new() { Value = events.Select(e => e.Type).ToArray() },
            new() { Value = events.Select(e => e.Data).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json },
            new() { Value = events.Select(e => e.By.ToString()).ToArray() },
            new() { Value = events.Select(e => e.At.UtcDateTime).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
            new() { Value = events.Select(e => e.CommandId).ToArray() },
            new() { Value = events.Select(e => e.Hash).ToArray() },
        },
    };

    /// <summary>Fails with <c>command_seen</c> when the id was used before.</summary>
    /// <param name="commands">Id and the last event the command led to.</param>
    public static NpgsqlBatchCommand Commands(IReadOnlyList<(CommandId Id, NewEvent Last)> commands) => new(InsertCommands)
    {
        Parameters =
        {
            new() { Value = commands.Select(c => c.Id.Value).ToArray() },
            new() { Value = commands.Select(c => c.Last.Stream).ToArray() },
            new() { Value = commands.Select(c => c.Id.BodyHash).ToArray() },
            new() { Value = commands.Select(c => c.Last.Version).ToArray() },
            new() { Value = commands.Select(c => c.Last.At.UtcDateTime).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
        },
    };
}
