using System.Collections.Frozen;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity;

/// <summary>What belongs to a unit's people: port to whatever knows units and their lineage.</summary>
public interface IUnitScope
{
    /// <summary>The unit itself and every unit it continues, however far back.</summary>
    FrozenSet<UnitKey> Of(UnitKey unit);

    /// <summary>Whether accounts and keys can be bound to it: a province or commune there is or was.</summary>
    bool HasPeople(UnitKey unit);

    /// <summary>The provinces of the region today, with their Vietnamese names.</summary>
    IReadOnlyList<(UnitKey Unit, string Name)> CurrentProvinces();
}
