using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>
/// Which metrics of a unit come from one of its own systems. One grain per unit, keyed by the unit. A bound metric is not typed: its figure
/// arrives from the system or not at all.
/// </summary>
public sealed record FigureBindings
{
    public static FigureBindings Initial { get; } = new();

    /// <summary>The system that delivers, by metric.</summary>
    public ImmutableDictionary<string, FigureBinding> Metrics { get; init; } = ImmutableDictionary<string, FigureBinding>.Empty;

    /// <summary>Applies one stored fact. Total and never refuses.</summary>
    public static FigureBindings Evolve(FigureBindings state, BindingEvent fact) => fact switch
    {
        BindingEvent.Bound e => state with { Metrics = state.Metrics.SetItem(e.Metric, new FigureBinding(e.System, e.Reason)) },
        BindingEvent.Released e => state with { Metrics = state.Metrics.Remove(e.Metric) },
        _ => throw new NotSupportedException($"Bindings cannot replay {fact.GetType().Name}."),
    };

    /// <summary>Answers one command. Pure.</summary>
    public static Decision<BindingEvent> Decide(FigureBindings state, BindingCommand command, CommandContext context) => command switch
    {
        BindingCommand.Bind c => Bind(state, c),
        BindingCommand.Release c when !state.Metrics.ContainsKey(c.Metric) => Decision.Accept<BindingEvent>(),
        BindingCommand.Release c => Decision.AcceptUnless<BindingEvent>(
            ReasonFaults(c.Reason), () => [new BindingEvent.Released(c.Metric, c.Reason.Trim())]),
        _ => throw new NotSupportedException($"Bindings do not know {command.GetType().Name}."),
    };

    private static Decision<BindingEvent> Bind(FigureBindings state, BindingCommand.Bind c)
    {
        if (state.Metrics.TryGetValue(c.Metric, out var now) && now.System == c.System)
        {
            return Decision.Accept<BindingEvent>();
        }

        var refusals = ReasonFaults(c.Reason);
        if (!c.MetricKnown)
        {
            refusals.Add(BindingRefusals.MetricUnknown.About("metric", c.Metric));
        }

        if (string.IsNullOrWhiteSpace(c.System) || c.System.Length > BindingRefusals.LongestSystem)
        {
            refusals.Add(BindingRefusals.SystemMissing.About("system", BindingRefusals.LongestSystem));
        }

        return Decision.AcceptUnless<BindingEvent>(refusals, () => [new BindingEvent.Bound(c.Metric, c.System, c.Reason.Trim())]);
    }

    private static List<Refusal> ReasonFaults(string reason) =>
        Texts.IsMissing(reason) ? [BindingRefusals.ReasonMissing.About("reason", Report.LongestText)] : [];
}

/// <summary>A metric's delivering system, and why it was bound.</summary>
public sealed record FigureBinding(string System, string Reason);

/// <summary>What may be ordered of a unit's bindings.</summary>
public abstract record BindingCommand
{
    private BindingCommand() { }

    /// <summary>From now on the metric comes from this system; replaces an earlier system.</summary>
    /// <param name="MetricKnown">Whether the catalogue has the metric.</param>
    public sealed record Bind(string Metric, string System, string Reason, bool MetricKnown) : BindingCommand;

    /// <summary>The metric is typed again. Nothing happens when it was not bound.</summary>
    public sealed record Release(string Metric, string Reason) : BindingCommand;
}
