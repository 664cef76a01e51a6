using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>Which accounts, keys and lines of the access log an administrator keeps: all for the region's, the own unit's for a unit's.</summary>
internal static class KeptBy
{
    /// <param name="unit">Stored unit of the account or key; null for the region.</param>
    public static bool Keeps(this Caller caller, string? unit) =>
        caller.IsRegion || (unit is not null && caller.MayActFor(UnitKey.Parse(unit)));

    /// <summary>403 when the caller may not bind an account or key to the unit, or to the region when it is null; null when it may.</summary>
    public static IResult? RefuseBinding(this Caller caller, UnitKey? unit) => unit switch
    {
        { } named => caller.RefuseFor(named),
        null when caller.IsRegion => null,
        null => Problem.Of(StatusCodes.Status403Forbidden, AccessRefusals.RegionOnly.About("unit")),
    };

    /// <summary>Lists of such things are never shared with another unit.</summary>
    /// <param name="unit">Expression for the unit of a row.</param>
    public static Sharing Sharing(string unit) => new(unit, "accounts", "private");

    /// <summary>The eyes with which an administrator looks at such lists; other data it sees no better than anybody.</summary>
    public static TableViewer AsKeeper(this Caller caller) =>
        new(Everything: caller.IsRegion, [.. caller.Units.Select(unit => unit.ToString())], SignedIn: true);
}
