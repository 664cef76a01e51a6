using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>What must hold for an account whoever makes or changes it.</summary>
public static class AccountRules
{
    public const int LongestLabel = 200;

    /// <summary>Everything against binding these roles to a unit, or to the region when it is null.</summary>
    public static IEnumerable<Refusal> Faults(string label, UnitKey? unit, IReadOnlyCollection<Role> roles, IUnitScope units)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > LongestLabel)
        {
            yield return AccountRefusals.LabelMissing.About("label", LongestLabel);
        }

        if (roles.Count == 0)
        {
            yield return AccountRefusals.RolesMissing.About("roles");
        }

        if (unit is { } named && !units.HasPeople(named))
        {
            yield return AccountRefusals.UnitUnknown.About("unit", named);
        }

        foreach (var role in roles.Distinct())
        {
            var binding = RoleRights.Binding(role);
            if (unit is null && !binding.Region)
            {
                yield return AccountRefusals.RoleNeedsUnit.About("roles", role.Name());
            }

            if (unit is not null && !binding.Unit)
            {
                yield return AccountRefusals.RoleNeedsRegion.About("roles", role.Name());
            }
        }
    }

    /// <summary>Everything against a new login.</summary>
    public static IEnumerable<Refusal> LoginFaults(string normal)
    {
        if (!Login.IsWellFormed(normal))
        {
            yield return AccountRefusals.LoginMalformed.About("login");
        }
    }
}
