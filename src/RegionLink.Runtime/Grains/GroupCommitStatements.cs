using Npgsql;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>The statements of one shared transaction: guards, events, command ids, projections. Sent at once; PostgreSQL runs them as one transaction.</summary>
internal static class GroupCommitStatements
{
    private const string HoldGuards = "select hold_guards($1, $2, $3)";

    public static NpgsqlBatch For(NpgsqlConnection connection, List<GrainWrite> writes)
    {
        var batch = new NpgsqlBatch(connection);
        AddGuards(batch, writes);
        batch.BatchCommands.Add(EventInsert.Events([.. writes.SelectMany(w => w.Events)]));
        AddCommandIds(batch, writes);
        foreach (var rows in writes.Select(w => w.Row).OfType<GrainRow>().GroupBy(row => row.Table))
        {
            batch.BatchCommands.Add(rows.Key.Upsert([.. rows]));
        }

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

    private static void AddCommandIds(NpgsqlBatch batch, List<GrainWrite> writes)
    {
        var named = writes.Where(w => w.CommandId is not null).ToList();
        if (named.Count > 0)
        {
            batch.BatchCommands.Add(EventInsert.Commands(named.ConvertAll(w => (w.CommandId!, w.Events[^1]))));
        }
    }

    /// <summary>
    /// A batch command remembers the statement it was prepared as on one connection. A halved batch goes out on another, where that name
    /// means something else: it has to be sent as a new command.
    /// </summary>
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
