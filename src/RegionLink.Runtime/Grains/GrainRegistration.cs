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

            return type.Project(new(key, events[^1].Version, state, written));
        });
}
