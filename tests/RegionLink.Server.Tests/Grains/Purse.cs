using RegionLink.Domain.Common;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Server.Tests.Grains;

/// <summary>A grain small enough to test the host with: money goes in and out, never below zero, and nothing goes in while a lid is on.</summary>
internal sealed record Purse(long Amount)
{
    public static readonly RefusalCode Empty = new("purse.empty", "Không đủ: còn {0}.", "Not enough: {0} left.");

    public static readonly RefusalCode LidOn = new("purse.lid-on", "Nắp đang đóng.", "The lid is on.");

    /// <summary>What an array's text form could be broken by.</summary>
    public static readonly IReadOnlyList<string> Words = ["", "NULL", "a,b", "{c}", "d\"e", "f\\g", " h ", "Hoà"];

    public abstract record Event
    {
        public sealed record Put(long Amount) : Event;

        public sealed record Taken(long Amount) : Event;
    }

    public abstract record Command
    {
        public sealed record Put(long Amount, bool LidOn = false) : Command;

        public sealed record Take(long Amount) : Command;

        public sealed record Break : Command;
    }

    private static Purse Evolve(Purse state, Event fact) => fact switch
    {
        Event.Put e => new(state.Amount + e.Amount),
        Event.Taken e => new(state.Amount - e.Amount),
        _ => throw new NotSupportedException(),
    };

    private static Decision<Event> Decide(Purse state, Command command, CommandContext context) => command switch
    {
        Command.Put { LidOn: true } => Decision.Refuse<Event>(LidOn.With()),
        Command.Put c => Decision.Accept<Event>(new Event.Put(c.Amount)),
        Command.Take c when c.Amount > state.Amount => Decision.Refuse<Event>(Empty.With(state.Amount)),
        Command.Take { Amount: 0 } => Decision.Accept<Event>(),
        Command.Take c => Decision.Accept<Event>(new Event.Taken(c.Amount)),
        Command.Break => Decision.Accept<Event>(new Event.Put(-1)),
        _ => throw new NotSupportedException(),
    };

    public static GrainType<Purse, Command, Event> Type { get; } = new(
        "purse",
        new(0),
        Evolve,
        Decide,
        new EventCodec<Event>().With<Event.Put>("put").With<Event.Taken>("taken"),
        SnapshotFormat: 1,
        _ => [])
    {
        Table = new GrainTable<Purse, Event>("purse")
            .With(GrainColumn.Long("amount"), w => w.State.Amount)
            .With(GrainColumn.Array("words", "text[]", isFixed: true), _ => ArrayLiteral.Of(Words))
            .With(GrainColumn.Instant("updated_at"), w => w.Events[^1].At.UtcDateTime),

        // Often untrue on purpose: a purse that is there already must be found all the same.
        Begins = command => command is Command.Put,
        Guardable = true,
    };

    /// <summary>Its read table; the check makes a projection fail for one purse alone.</summary>
    public const string CreateTable = """
        create table purse (
          key text primary key,
          amount bigint not null constraint purse_not_negative check (amount >= 0),
          words text[] not null,
          version bigint not null,
          updated_at timestamptz not null
        )
        """;
}
