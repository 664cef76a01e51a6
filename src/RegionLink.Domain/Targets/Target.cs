using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>A target with all its versions and with what provinces added for themselves.</summary>
public sealed record Target
{
    public static readonly Target Initial = new();

    /// <summary>Null: never set.</summary>
    public string? Metric { get; init; }

    public TargetScope Scope { get; init; } = new(ScopeKind.Region);

    public string UnitOfMeasure { get; init; } = "";

    public bool Illustrative { get; init; }

    /// <summary>Oldest first; number n stands at n − 1.</summary>
    public ImmutableList<TargetVersion> Versions { get; init; } = [];

    /// <summary>Of all provinces, oldest first.</summary>
    public ImmutableList<RaisedGoal> Raises { get; init; } = [];

    /// <summary>Applies one stored fact. Total and never refuses: the past is not up for debate.</summary>
    public static Target Evolve(Target state, TargetEvent fact) => fact switch
    {
        TargetEvent.Set e => state with
        {
            Metric = e.Metric,
            Scope = e.Scope,
            UnitOfMeasure = e.UnitOfMeasure,
            Illustrative = e.Illustrative,
            Versions = [new TargetVersion(1, e.Terms, null)],
        },
        TargetEvent.Changed e => state with { Versions = state.Versions.Add(new TargetVersion(e.Version, e.Terms, e.Reason)) },
        TargetEvent.Ended e => state with { Versions = state.Versions.SetItem(state.Versions.Count - 1, state.Versions[^1] with { EndedOn = e.Until }) },
        TargetEvent.Raised e => state with { Raises = state.Raises.Add(new RaisedGoal(e.Unit, e.Number, e.Goal, e.From, e.LegalSource)) },
        TargetEvent.RaiseCancelled e => state with
        {
            Raises = [.. state.Raises.Select(raise => raise.Unit == e.Unit && raise.Number == e.Number ? raise with { Cancelled = true } : raise)],
        },
        _ => throw new NotSupportedException($"Target cannot replay {fact.GetType().Name}."),
    };

    /// <summary>Answers one command. Pure: same state, command and context, same answer.</summary>
    public static Decision<TargetEvent> Decide(Target state, TargetCommand command, CommandContext context) => command switch
    {
        TargetCommand.Set c => TargetDecisions.Set(state, c),
        _ when state.Metric is null => Decision.Refuse<TargetEvent>(TargetRefusals.Unknown.With()),
        TargetCommand.Change c => TargetDecisions.Change(state, c, context.Today),
        TargetCommand.End c => TargetDecisions.End(state, c, context.Today),
        TargetCommand.Raise c => TargetDecisions.Raise(state, c, context.Today),
        TargetCommand.CancelRaise c => TargetDecisions.CancelRaise(state, c, context.Today),
        _ => throw new NotSupportedException($"Target does not know {command.GetType().Name}."),
    };

    /// <summary>
    /// The version that judges a period: the newest whose first day is not after the period's last day; the first one when the period lies
    /// before all of them. A later change therefore never touches the verdict of an earlier period.
    /// </summary>
    public TargetVersion VersionFor(DateOnly periodEnd) =>
        Versions.LastOrDefault(version => (version.Terms.Validity.From ?? DateOnly.MinValue) <= periodEnd) ?? Versions[0];

    /// <summary>What judges a unit's figure of a period: the version, or the province's own raise where that is stricter.</summary>
    /// <param name="unit">Null for the figure of the region or the country.</param>
    public BindingGoal GoalFor(UnitKey? unit, DateOnly periodEnd)
    {
        var version = VersionFor(periodEnd);
        var raise = unit is { } own ? RaisesOf(own).LastOrDefault(r => !r.Cancelled && r.From <= periodEnd) : null;
        var raised = raise is not null && raise.Goal.IsStricterThan(version.Terms.Goal) ? raise : null;
        return new BindingGoal(version.Number, raised?.Number, raised?.Goal ?? version.Terms.Goal, version.Validity, version.Terms.Trajectory);
    }

    /// <summary>Raises of one province, oldest first, cancelled ones included.</summary>
    public IReadOnlyList<RaisedGoal> RaisesOf(UnitKey unit) => Raises.FindAll(raise => raise.Unit == unit);
}
