using System.Collections.Frozen;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Units;

/// <summary>What belongs to a unit's people by the lineage in force; before any was read, a unit is only itself and nobody can be bound to it.</summary>
internal sealed class CurrentUnitScope(ReferenceCache reference, TimeProvider clock) : IUnitScope
{
    private volatile Known? _known;

    public FrozenSet<UnitKey> Of(UnitKey unit) => Scope()?.Of(unit) ?? [unit];

    public bool HasPeople(UnitKey unit) => Scope()?.HasPeople(unit) ?? false;

    public IReadOnlyList<(UnitKey Unit, string Name)> CurrentProvinces() => Scope()?.CurrentProvinces() ?? [];

    private UnitScope? Scope()
    {
        if (reference.Current?.Lineage is not { } lineage)
        {
            return null;
        }

        if (_known is not { } known || !ReferenceEquals(known.Lineage, lineage))
        {
            _known = known = new(lineage, new UnitScope(lineage, clock));
        }

        return known.Scope;
    }

    private sealed record Known(Lineage Lineage, UnitScope Scope);
}
