using RegionLink.Domain.Targets;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Targets;

/// <summary>The target as a grain: key is its id, stream <c>target/dx-budget-1pct-proposal</c>.</summary>
public static class TargetGrain
{
    public static readonly IReadOnlyList<string> Tables = ["target", "target_version", "target_raise"];

    public static GrainType<Target, TargetCommand, TargetEvent> Type { get; } = new(
        "target",
        Target.Initial,
        Target.Evolve,
        Target.Decide,
        new EventCodec<TargetEvent>()
            .With<TargetEvent.Set>("target-set")
            .With<TargetEvent.Changed>("target-changed")
            .With<TargetEvent.Ended>("target-ended")
            .With<TargetEvent.Raised>("target-raised")
            .With<TargetEvent.RaiseCancelled>("target-raise-cancelled"),
        SnapshotFormat: 1,
        TargetProjection.Of);
}
