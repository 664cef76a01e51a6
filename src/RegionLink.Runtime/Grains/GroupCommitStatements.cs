using Npgsql;
using NpgsqlTypes;

namespace RegionLink.Runtime.Grains;

/// <summary>The statements of one shared transaction: guards, events, command ids, projections. Sent at once; PostgreSQL runs them as one transaction.</summary>
internal static class GroupCommitStatements
{
    private const string HoldGuards = "select hold_guards($1, $2, $3)";

    private const string InsertEvents = """
        insert into event (stream, version, type, data, actor, at, command_id, hash)
        select * from unnest($1, $2, $3, $4::json[], $5, $6, $7, $8)
        """;

    private const string InsertCommands = """
        insert into command (id, stream, body_hash, last_version, at)
        select * from unnest($1, $2, $3, $4, $5)
        """;

    public static NpgsqlBatch For(NpgsqlConnection connection, List<GrainWrite> writes)
    {
        var batch = new NpgsqlBatch(connection);
        AddGuards(batch, writes);
        AddEvents(batch, writes);
        AddCommandIds(batch, writes);
        foreach (var statement in writes.SelectMany(w => w.Statements))
        {
            batch.BatchCommands.Add(Copy(statement));
        }

        return batch;
    }

    private static void AddGuards(NpgsqlBatch batch, List<GrainWrite> writes)
    {
        var held = writes.Where(w => w.HoldsStream).Select(w => w.Stream).ToArray();
        var guards = writes.SelectMany(w => w.Guards).Distinct().ToArray();
        if (held.Length == 0 && guards.Length == 0)
        {
            return;
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(HoldGuards)
        {
            Parameters =
            {
                new() { Value = held },
                new() { Value = Array.ConvertAll(guards, g => g.Stream) },
                new() { Value = Array.ConvertAll(guards, g => g.Version) },
            },
        });
    }

    private static void AddEvents(NpgsqlBatch batch, List<GrainWrite> writes)
    {
        var events = writes.SelectMany(w => w.Events).ToArray();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(InsertEvents)
        {
            Parameters =
            {
                new() { Value = Array.ConvertAll(events, e => e.Stream) },
                new() { Value = Array.ConvertAll(events, e => e.Version) },
                new() { Value = Array.ConvertAll(events, e => e.Type) },
                new() { Value = Array.ConvertAll(events, e => e.Data), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json },
                new() { Value = Array.ConvertAll(events, e => e.By.ToString()) },
                new() { Value = Array.ConvertAll(events, e => e.At.UtcDateTime), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
                new() { Value = Array.ConvertAll(events, e => e.CommandId) },
                new() { Value = Array.ConvertAll(events, e => e.Hash) },
            },
        });
    }

    private static void AddCommandIds(NpgsqlBatch batch, List<GrainWrite> writes)
    {
        var named = writes.Where(w => w.CommandId is not null).ToArray();
        if (named.Length == 0)
        {
            return;
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(InsertCommands)
        {
            Parameters =
            {
                new() { Value = Array.ConvertAll(named, w => w.CommandId!.Value) },
                new() { Value = Array.ConvertAll(named, w => w.Stream) },
                new() { Value = Array.ConvertAll(named, w => w.CommandId!.BodyHash) },
                new() { Value = Array.ConvertAll(named, w => w.Events[^1].Version) },
                new() { Value = Array.ConvertAll(named, w => w.Events[^1].At.UtcDateTime), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
            },
        });
    }

    /// <summary>A batch command belongs to one batch; a halved batch sends it again.</summary>
    private static NpgsqlBatchCommand Copy(NpgsqlBatchCommand statement)
    {
        var copy = new NpgsqlBatchCommand(statement.CommandText);
        foreach (NpgsqlParameter parameter in statement.Parameters)
        {
            copy.Parameters.Add(parameter.Clone());
        }

        return copy;
    }
}
