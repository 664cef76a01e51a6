namespace RegionLink.Server.Identity;

/// <summary>
/// Marks an endpoint that says which things changed, never what they hold. Opening it is no line in the access log: every followed page would
/// write one beside its own and bury what was read. Reading what changed is written down as ever.
/// </summary>
public sealed record NoticesAlone
{
    public static readonly NoticesAlone Mark = new();
}
