using RegionLink.Domain.Common;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Web.Administration;

/// <summary>What stands in the form about a user or key: which unit, which roles or rights, as sent.</summary>
/// <param name="Unit">Text of the unit's key; empty for the region.</param>
public sealed record UserForm(string Login, string Label, string Unit, IReadOnlyList<string> Roles, bool Disabled, long Version)
{
    public static UserForm Of(IFormCollection form) => new(
        form["login"].ToString(), form["label"].ToString(), form["unit"].ToString(), [.. form["roles"].OfType<string>()],
        form["disabled"].Count > 0, long.TryParse(form["version"], out var version) ? version : 0);

    /// <summary>Roles by their names; one that does not exist was not on the page and is left out.</summary>
    public IReadOnlyList<Role> RolesRead => [.. Enum.GetValues<Role>().Where(r => Roles.Contains(r.Name()))];

    public UnitKey? UnitRead => UnitKey.TryParse(Unit, out var unit) ? unit : null;
}

/// <summary>The units an administrator may bind people and keys to.</summary>
/// <param name="Region">Whether the region itself is one of them.</param>
public sealed record BindableUnits(bool Region, IReadOnlyList<Domain.Units.Unit> Units)
{
    /// <param name="present">Kept on the list whatever it is: the unit something is bound to already.</param>
    internal static async Task<BindableUnits> OfAsync(Caller caller, IUnitScope scope, ReferenceCache reference, string? present, CancellationToken ct)
    {
        var lineage = (await reference.GetAsync(ct)).Lineage;
        IEnumerable<UnitKey> keys = caller.Unit is { } own ? [own] : scope.CurrentProvinces().Select(p => p.Unit);
        if (UnitKey.TryParse(present, out var held))
        {
            keys = keys.Append(held);
        }

        return new(caller.IsRegion, [.. keys.Distinct().Select(lineage.Find).OfType<Domain.Units.Unit>()]);
    }
}
