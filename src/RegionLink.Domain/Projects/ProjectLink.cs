namespace RegionLink.Domain.Projects;

/// <summary>A tie to another project, kept on the side that declared it.</summary>
/// <param name="Other">Text form of the other project's key.</param>
/// <param name="Note">Never null for <see cref="LinkKind.DiffersFrom"/>.</param>
public sealed record ProjectLink(LinkKind Kind, string Other, string? Note);

// STORED FORMAT.

/// <summary>Sorts of ties.</summary>
public enum LinkKind
{
    /// <summary>Done together with another province.</summary>
    Joint,

    /// <summary>Takes over what the other project built, instead of building it again.</summary>
    ReusedFrom,

    /// <summary>Looks alike but is not the same; the note says in what it differs.</summary>
    DiffersFrom,
}
