namespace RegionLink.Domain.Common;

/// <summary>Who acts: an account, a province's system by its key, or the platform itself. Travels typed from the door to the event.</summary>
/// <param name="Kind">What sort of actor it is.</param>
/// <param name="Id">Identifier within the kind; never a secret, never a name of a person.</param>
public sealed record Actor(ActorKind Kind, string Id)
{
    /// <summary>The stored form, such as <c>user:0197…</c>; stable, part of the hash chain.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Id}";

    /// <summary>Reads the stored form back.</summary>
    /// <exception cref="FormatException">The text was not written by <see cref="ToString"/>: a bug or an altered row.</exception>
    public static Actor Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Enum.TryParse<ActorKind>(text[..colon], ignoreCase: true, out var kind)
            ? new Actor(kind, text[(colon + 1)..])
            : throw new FormatException($"'{text}' is not an actor.");
    }
}

/// <summary>Sorts of actors.</summary>
public enum ActorKind
{
    /// <summary>A person signed in with an account.</summary>
    User,

    /// <summary>A province's own system, acting with an API key.</summary>
    Key,

    /// <summary>The platform itself: loading reference data, samples, scheduled work.</summary>
    Platform,
}
