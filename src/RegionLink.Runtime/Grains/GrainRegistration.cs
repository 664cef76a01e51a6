using Npgsql;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>A kind of grain as the installation knows it, whatever its types: for replays and for the ledger of stored names.</summary>
/// <param name="Name">First part of its streams.</param>
/// <param name="Tables">Read tables that its projection alone writes, parents before children; a rebuild empties and refills them.</param>
/// <param name="Names">Stored names of its events.</param>
/// <param name="Replay">The projection statements for a whole stream, from its stored events.</param>
public sealed record GrainRegistration(
    string Name,
    IReadOnlyList<string> Tables,
    IEventNames Names,
    Func<string, IReadOnlyList<LoggedEvent>, IEnumerable<NpgsqlBatchCommand>> Replay)
{
    /// <summary>Whose data a grain of this kind is, by its key; null when every signed-in reader may know that it changed.</summary>
    public StreamSharing? Sharing { get; init; }

    public static GrainRegistration Of<TState, TCommand, TEvent>(GrainType<TState, TCommand, TEvent> type, params IReadOnlyList<string> tables)
        where TState : class
        where TEvent : class => new(type.Name, tables, type.Codec, (key, events) =>
        {
            var state = type.Initial;
            var written = new List<WrittenEvent<TEvent>>(events.Count);
            foreach (var e in events)
            {
                var fact = type.Codec.Read(e.Type, e.Data);
                state = type.Evolve(state, fact);
                written.Add(new(e.Version, fact, e.By, e.At));
            }

            var whole = new Written<TState, TEvent>(key, events[^1].Version, state, written);
            var statements = type.Project(whole);
            return type.Table is { } table ? statements.Prepend(table.Upsert([table.Row(whole)])) : statements;
        });
}

/// <summary>How changes of a kind of grain are shared.</summary>
/// <param name="Kind">Kind of data in the sharing settings, as in the list of the same things.</param>
/// <param name="UnitOf">The unit (text of its key) a key belongs to.</param>
public sealed record StreamSharing(string Kind, Func<string, string> UnitOf)
{
    /// <summary>For keys that start with their unit: <c>79@2025-07-01/DA-001</c>.</summary>
    public static StreamSharing ByFirstPart(string kind) => new(kind, key => key.Split('/')[0]);
}
