using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Grains;

/// <summary>What a grain answers to a command. Outages and bugs are exceptions, never answers.</summary>
public abstract record GrainAnswer<TState>
{
    private GrainAnswer()
    {
    }

    /// <summary>Accepted and durable, or already so.</summary>
    /// <param name="State">State of the grain now.</param>
    /// <param name="Version">Version the command led to; the answer to a repeated command names the version of the first time.</param>
    /// <param name="Replayed">The command id was seen before; nothing was written this time.</param>
    public sealed record Done(TState State, long Version, bool Replayed) : GrainAnswer<TState>;

    /// <summary>The rules say no; nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : GrainAnswer<TState>;

    /// <summary>The caller expected another version; nothing was written.</summary>
    public sealed record Stale(long ActualVersion) : GrainAnswer<TState>;

    /// <summary>The command id was used before for another command; nothing was written.</summary>
    public sealed record KeyReused : GrainAnswer<TState>;
}
