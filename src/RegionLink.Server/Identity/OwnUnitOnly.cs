using System.Collections.Frozen;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity;

/// <summary>The narrowest scope there is, for a server that knows no lineage: a unit is only itself.</summary>
public sealed class OwnUnitOnly : IUnitScope
{
    public FrozenSet<UnitKey> Of(UnitKey unit) => [unit];

    public bool HasPeople(UnitKey unit) => true;

    public IReadOnlyList<(UnitKey Unit, string Name)> CurrentProvinces() => [];
}
