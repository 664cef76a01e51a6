using Npgsql;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>All that one command puts into the log, to be committed whole or not at all.</summary>
/// <param name="Events">At least one, of one stream, versions without a gap.</param>
/// <param name="HoldsStream">The stream is guardable: its lock is held until commit.</param>
/// <param name="Row">The grain's row in its <see cref="GrainTable{TState,TEvent}"/>; null when it has none.</param>
/// <param name="Statements">Other projections, snapshot and whatever else belongs into the transaction; run after the rows.</param>
public sealed record GrainWrite(
    IReadOnlyList<NewEvent> Events,
    bool HoldsStream,
    IReadOnlyList<Guard> Guards,
    CommandId? CommandId,
    GrainRow? Row,
    IReadOnlyList<NpgsqlBatchCommand> Statements)
{
    public string Stream => Events[0].Stream;
}

/// <summary>How a write ended, when the database could be reached.</summary>
public enum WriteOutcome
{
    Committed,

    /// <summary>Another node wrote the stream first.</summary>
    VersionTaken,

    /// <summary>A guard had another version than named.</summary>
    GuardMoved,

    /// <summary>The command id is in the log already.</summary>
    CommandSeen,
}
