using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Reports;

/// <summary>The bindings of one unit as a durable grain: streams <c>figure-binding/&lt;unit&gt;</c>. Reports name it as a guard.</summary>
public static class BindingGrain
{
    private const string PutBinding = """
        insert into figure_binding (key, version, illustrative, created_at, updated_at, unit, metric, system, reason)
        values ($1, $2, false, $3, $3, $4, $5, $6, $7)
        on conflict (key) do update
           set version = excluded.version,
               updated_at = excluded.updated_at,
               system = excluded.system,
               reason = excluded.reason
         where excluded.version > figure_binding.version
        """;

    private const string RemoveBinding = "delete from figure_binding where key = $1 and version < $2";

    // STORED FORMAT: the names of the events in every installation's log.
    public static GrainType<FigureBindings, BindingCommand, BindingEvent> Type { get; } = new(
        "figure-binding",
        FigureBindings.Initial,
        FigureBindings.Evolve,
        FigureBindings.Decide,
        new EventCodec<BindingEvent>().With<BindingEvent.Bound>("bound").With<BindingEvent.Released>("released"),
        SnapshotFormat: 1,
        written => written.Events.Select(e => Statement(written.Key, e)))
    {
        Guardable = true,
    };

    /// <summary>Read tables its projection writes.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["figure_binding"];

    public static string KeyOf(UnitKey unit) => unit.ToString();

    private static NpgsqlBatchCommand Statement(string unit, WrittenEvent<BindingEvent> e) => e.Fact switch
    {
        BindingEvent.Bound f => Of(
            PutBinding, Text($"{unit}/{f.Metric}"), Long(e.Version), Instant(e.At), Text(unit), Text(f.Metric), Text(f.System), Text(f.Reason)),
        BindingEvent.Released f => Of(RemoveBinding, Text($"{unit}/{f.Metric}"), Long(e.Version)),
        _ => throw new NotSupportedException($"Bindings cannot project {e.Fact.GetType().Name}."),
    };
}
