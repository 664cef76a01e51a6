using System.Collections.Frozen;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Units;

/// <summary>
/// A unit's people also act for the versions of the unit before and after a change of status, and for every unit that went wholly into it.
/// </summary>
internal sealed class LineageUnitScope(ReferenceCache reference, TimeProvider clock) : IUnitScope
{
    /// <summary>The region this platform serves.</summary>
    private const string Region = "southeast";

    public FrozenSet<UnitKey> Of(UnitKey unit)
    {
        if (reference.Current?.Lineage is not { } lineage || lineage.Find(unit) is null)
        {
            return [unit];
        }

        var own = lineage.SameTerritory(unit).ToHashSet();
        var open = new Queue<UnitKey>(own);
        while (open.TryDequeue(out var key))
        {
            foreach (var link in lineage.LinksTo(key).Where(l => l.Whole && own.Add(l.From)))
            {
                open.Enqueue(link.From);
            }
        }

        return own.ToFrozenSet();
    }

    public bool HasPeople(UnitKey unit) => reference.Current?.Lineage.Find(unit) is { Level: UnitLevel.Province or UnitLevel.Commune };

    public IReadOnlyList<(UnitKey Unit, string Name)> CurrentProvinces()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        return [.. (reference.Current?.Lineage.ChildrenOf(Region, today) ?? [])
            .Where(u => u.Level == UnitLevel.Province)
            .Select(u => (u.Key, u.FullNameVi))];
    }
}
