using System.Collections.Concurrent;
using System.Collections.Frozen;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;

namespace RegionLink.Server.Identity;

/// <summary>
/// What belongs to a unit's people, by the lineage: the unit under all its names and codes, the units that went wholly into it, and the
/// communes of all of these. A unit that was split between several belongs to none of them.
/// </summary>
public sealed class UnitScope(Lineage lineage, TimeProvider clock) : IUnitScope
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    private readonly ConcurrentDictionary<UnitKey, FrozenSet<UnitKey>> known = new();

    public bool HasPeople(UnitKey unit) => lineage.Find(unit)?.Level is UnitLevel.Province or UnitLevel.Commune;

    public FrozenSet<UnitKey> Of(UnitKey unit) => known.GetOrAdd(unit, key => HasPeople(key) ? Find(key) : [key]);

    public IReadOnlyList<(UnitKey Unit, string Name)> CurrentProvinces()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Vietnam).DateTime);
        return [.. lineage.On(today).Where(u => u.Level == UnitLevel.Province).Select(u => (u.Key, u.FullNameVi))];
    }

    private FrozenSet<UnitKey> Find(UnitKey unit)
    {
        var own = lineage.SameTerritory(unit).ToHashSet();
        var open = new Queue<UnitKey>(own);
        while (open.TryDequeue(out var next))
        {
            foreach (var from in lineage.LinksTo(next).Select(link => link.From).Where(from => lineage.LeadsWhollyInto(from, unit) && own.Add(from)))
            {
                open.Enqueue(from);
            }
        }

        var above = own.Select(lineage.Find).OfType<Unit>().ToLookup(u => u.Key.Code);
        var below = lineage.Units.Where(u => u.ParentCode is { } code && above[code].Any(a => a.Start <= u.End && u.Start <= a.End));
        return own.Concat(below.Select(u => u.Key)).ToFrozenSet();
    }
}
