using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>A grain in memory. One command at a time; another node may write the same stream meanwhile, which the log's unique versions reveal.</summary>
internal sealed class Activation<TState>(string stream)
    where TState : class
{
    /// <summary>Held for the whole of a command, from decision to durability.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public string Stream { get; } = stream;

    /// <summary>Null until loaded, and again whenever what was in memory can no longer be trusted.</summary>
    public Moment<TState>? Current { get; set; }
}

/// <summary>A grain at a version.</summary>
/// <param name="Hash">Hash of the last event; <see cref="HashChain.Start"/> at version 0.</param>
/// <param name="SnapshotVersion">Version of the stored snapshot; 0 when there is none.</param>
internal sealed record Moment<TState>(TState State, long Version, byte[] Hash, long SnapshotVersion)
{
    /// <summary>A grain nothing was ever written to.</summary>
    public static Moment<TState> BeforeAnything(TState initial) => new(initial, 0, HashChain.Start, 0);
}
