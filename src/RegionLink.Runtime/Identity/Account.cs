namespace RegionLink.Runtime.Identity;

/// <summary>Somebody who can sign in.</summary>
/// <param name="Login">Lower-case ASCII; unique.</param>
/// <param name="Label">How the account is shown; a function, such as "Sở KH&amp;CN – nhập liệu", rather than a person's name.</param>
/// <param name="Unit">Text form of the unit the account is bound to; null for the region.</param>
/// <param name="Roles">Stored names of the roles, at least one.</param>
/// <param name="MustChangePassword">The password was set by somebody else: nothing but changing it is allowed.</param>
/// <param name="Version">Raised by every change an administrator makes; for If-Match.</param>
public sealed record Account(
    Guid Id,
    string Login,
    string Label,
    string? Unit,
    IReadOnlyList<string> Roles,
    bool MustChangePassword,
    bool Disabled,
    DateTimeOffset? LockedUntil,
    long Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
