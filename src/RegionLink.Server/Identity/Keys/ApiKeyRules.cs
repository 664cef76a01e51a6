using RegionLink.Domain.Common;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.Keys;

/// <summary>What must hold for a new key.</summary>
public static class ApiKeyRules
{
    /// <summary>A year and a month: time to notice and renew.</summary>
    public const int LongestLifeDays = 396;

    /// <summary>Everything against a key.</summary>
    /// <param name="now">The moment it is made.</param>
    public static IEnumerable<Refusal> Faults(
        string label, UnitKey? unit, IReadOnlyCollection<Right> rights, DateTimeOffset expiresAt, DateTimeOffset now, IUnitScope units)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > AccountRules.LongestLabel)
        {
            yield return AccountRefusals.LabelMissing.About("label", AccountRules.LongestLabel);
        }

        if (unit is { } named && !units.HasPeople(named))
        {
            yield return AccountRefusals.UnitUnknown.About("unit", named);
        }

        if (rights.Count == 0)
        {
            yield return ApiKeyRefusals.RightsMissing.About("rights");
        }

        var possible = RoleRights.OfBinding(unit is null);
        foreach (var right in rights.Distinct())
        {
            if (!RoleRights.ForKeys.Contains(right))
            {
                yield return ApiKeyRefusals.RightNotForKeys.About("rights", right.Name());
            }
            else if (!possible.Contains(right))
            {
                yield return ApiKeyRefusals.RightNotForBinding.About("rights", right.Name(), unit?.ToString() ?? "vùng (region)");
            }
        }

        if (expiresAt <= now || expiresAt > now.AddDays(LongestLifeDays))
        {
            yield return ApiKeyRefusals.ExpiryNotAhead.About("expiresAt", LongestLifeDays);
        }
    }
}
