using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>Binds the pure rules of one kind of grain to the log: how it is named, stored and projected.</summary>
/// <param name="Name">First part of the stream, <c>project</c> in <c>project/79@2025-07-01/DA-001</c>.</param>
/// <param name="SnapshotFormat">Raise it when the shape of the state changes; snapshots of another format are ignored and rewritten.</param>
/// <param name="Project">
/// The statements that bring the read tables to the state after a write; they run in the transaction of the write. Idempotent:
/// the same write projected twice, or projected late, changes nothing. No clock and no sequence: times come from the events.
/// </param>
public sealed record GrainType<TState, TCommand, TEvent>(
    string Name,
    TState Initial,
    Func<TState, TEvent, TState> Evolve,
    Func<TState, TCommand, CommandContext, Decision<TEvent>> Decide,
    EventCodec<TEvent> Codec,
    int SnapshotFormat,
    Func<Written<TState, TEvent>, IEnumerable<NpgsqlBatchCommand>> Project)
    where TState : class
    where TEvent : class
{
    /// <summary>Whether other grains may name streams of this kind as guards; its writers then hold the stream's lock until commit.</summary>
    public bool Guardable { get; init; }

    /// <summary>The table with one row per grain; null when the kind has none, or writes it among the statements of <c>Project</c>. Written before them.</summary>
    public GrainTable<TState, TEvent>? Table { get; init; }

    /// <summary>
    /// Tells commands that begin a grain. Such a one is decided on the expectation that the grain is new, without looking; where that was
    /// wrong the log says so, and it is decided again on what there is.
    /// </summary>
    public Func<TCommand, bool> Begins { get; init; } = _ => false;

    public string StreamOf(string key) => $"{Name}/{key}";
}

/// <summary>What a write did, as its projection sees it.</summary>
/// <param name="Version">Version of the last event.</param>
/// <param name="State">State after the last event.</param>
/// <param name="Events">The events of this write, oldest first; on a rebuild, all events of the stream.</param>
public sealed record Written<TState, TEvent>(string Key, long Version, TState State, IReadOnlyList<WrittenEvent<TEvent>> Events);

/// <summary>One stored fact with who and when.</summary>
public sealed record WrittenEvent<TEvent>(long Version, TEvent Fact, Actor By, DateTimeOffset At);
