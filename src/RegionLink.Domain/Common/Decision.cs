namespace RegionLink.Domain.Common;

/// <summary>The answer to one command: the facts to record, or every reason at once why there are none.</summary>
/// <typeparam name="TEvent">The event family of the grain.</typeparam>
public sealed class Decision<TEvent>
{
    internal Decision(IReadOnlyList<TEvent> events, IReadOnlyList<Refusal> refusals)
    {
        Events = events;
        Refusals = refusals;
    }

    /// <summary>Facts to record, in order. Empty with no refusals means "already so": nothing to write.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>Every reason against the command; when any, <see cref="Events"/> is empty.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    public bool Accepted => Refusals.Count == 0;
}

/// <summary>Builds decisions.</summary>
public static class Decision
{
    public static Decision<TEvent> Accept<TEvent>(params IReadOnlyList<TEvent> events) => new(events, []);

    /// <param name="refusals">At least one reason.</param>
    public static Decision<TEvent> Refuse<TEvent>(params IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count == 0)
        {
            throw new ArgumentException("A refusal needs a reason.", nameof(refusals));
        }

        return new([], refusals);
    }

    /// <summary>Accepts when no reason was collected; else refuses with all of them. The events are built only when accepted.</summary>
    public static Decision<TEvent> AcceptUnless<TEvent>(IReadOnlyList<Refusal> refusals, Func<IReadOnlyList<TEvent>> events) =>
        refusals.Count == 0 ? new(events(), []) : new([], refusals);
}
