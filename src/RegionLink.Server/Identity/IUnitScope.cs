using System.Collections.Frozen;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity;

/// <summary>What belongs to a unit's people: port to whatever knows units and their lineage.</summary>
public interface IUnitScope
{
    /// <summary>The unit itself and every unit it continues, however far back.</summary>
    FrozenSet<UnitKey> Of(UnitKey unit);

    /// <summary>Whether there is or was such a unit.</summary>
    bool Exists(UnitKey unit);

    /// <summary>The provinces of the region today, with their Vietnamese names.</summary>
    IReadOnlyList<(UnitKey Unit, string Name)> CurrentProvinces();
}
