using System.Collections.Frozen;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity;

/// <summary>Who is behind a request, as far as the platform knows. Built once at the door; endpoints only read it.</summary>
public sealed record Caller
{
    /// <summary>Somebody who did not sign in: a reader of what is public.</summary>
    public static readonly Caller Anonymous = new()
    {
        Actor = new Actor(ActorKind.User, "anonymous"),
        Rights = RoleRights.Everybody,
    };

    /// <summary>Goes into the context of every command; a person's account or a system's key.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Id of the account, for endpoints that only accounts reach.</summary>
    /// <exception cref="FormatException">The caller is anonymous.</exception>
    public Guid AccountId => Guid.Parse(Actor.Id);

    /// <summary>How the account or key is shown; null for anonymous readers.</summary>
    public string? Label { get; init; }

    public FrozenSet<Role> Roles { get; init; } = [];

    /// <summary>The unit the account or key belongs to; null for the region's people and for anonymous readers.</summary>
    public UnitKey? Unit { get; init; }

    /// <summary>
    /// The own unit, the units it continues (its predecessors) and the communes of these: what the caller may write for and sees in full.
    /// </summary>
    public FrozenSet<UnitKey> Units { get; init; } = [];

    public required FrozenSet<Right> Rights { get; init; }

    /// <summary>The password was set by somebody else; nothing but changing it is allowed yet.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>When the session or key ends by itself; null for anonymous readers.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public bool IsAnonymous => ReferenceEquals(this, Anonymous);

    /// <summary>Signed in and bound to no unit: acts for the whole region, within its rights.</summary>
    public bool IsRegion => !IsAnonymous && Unit is null;

    public bool May(Right right) => Rights.Contains(right);

    /// <summary>Whether the caller's binding covers a unit; says nothing about rights, the endpoint's <c>Requires</c> does.</summary>
    public bool MayActFor(UnitKey unit) => IsRegion || Units.Contains(unit);
}
