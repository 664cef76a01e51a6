using System.Collections.Frozen;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Units;

/// <summary>
/// Every unit version and what became of it. Immutable; answers are in key order. Build it from what
/// <see cref="LineageCheck"/> found no mistake in, or its answers mean nothing.
/// </summary>
public sealed class Lineage
{
    private readonly FrozenDictionary<UnitKey, Unit> units;
    private readonly ILookup<string, Unit> byCode;
    private readonly ILookup<string, Unit> byParent;
    private readonly ILookup<UnitKey, UnitLink> from;
    private readonly ILookup<UnitKey, UnitLink> to;

    public Lineage(IEnumerable<Unit> units, IEnumerable<UnitLink> links)
    {
        Units = [.. units.OrderBy(u => u.Key)];
        Links = [.. links.OrderBy(l => l.To).ThenBy(l => l.From)];
        this.units = Units.ToFrozenDictionary(u => u.Key);
        byCode = Units.ToLookup(u => u.Key.Code);
        byParent = Units.Where(u => u.ParentCode is not null).ToLookup(u => u.ParentCode!);
        from = Links.ToLookup(l => l.From);
        to = Links.ToLookup(l => l.To);
    }

    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<UnitLink> Links { get; }

    /// <summary>The version with this key; null when there is none.</summary>
    public Unit? Find(UnitKey key) => units.GetValueOrDefault(key);

    /// <summary>The unit that bears the code on the day: 80 is Long An on 2025-06-30 and Tây Ninh the day after. Null when nobody bears it.</summary>
    public Unit? OfCode(string code, DateOnly on) => byCode[code].FirstOrDefault(u => u.HoldsOn(on));

    /// <summary>All versions that ever bore the code, oldest first; they need not be the same unit.</summary>
    public IEnumerable<Unit> VersionsOf(string code) => byCode[code];

    /// <summary>The unit above on the day; null for the nation, and on days the unit did not hold.</summary>
    public Unit? ParentOf(Unit unit, DateOnly on) =>
        unit.ParentCode is { } code && unit.HoldsOn(on) ? OfCode(code, on) : null;

    /// <summary>The units directly below the code on the day: provinces of a region, communes of a province.</summary>
    public IEnumerable<Unit> ChildrenOf(string parentCode, DateOnly on) => byParent[parentCode].Where(u => u.HoldsOn(on));

    /// <summary>All units in force on the day.</summary>
    public IEnumerable<Unit> On(DateOnly day) => Units.Where(u => u.HoldsOn(day));

    /// <summary>What the unit became directly; empty while it holds.</summary>
    public IEnumerable<UnitLink> LinksFrom(UnitKey key) => from[key];

    /// <summary>What the unit was made of directly; empty when it began before recorded history or from nothing.</summary>
    public IEnumerable<UnitLink> LinksTo(UnitKey key) => to[key];

    /// <summary>
    /// What became of the unit by the day: the units in force then that hold its territory, or the last ones known before the day when a
    /// line ends. The unit itself while it holds, or when the day is before its end.
    /// </summary>
    /// <exception cref="KeyNotFoundException">No unit has the key.</exception>
    public IReadOnlyList<Descent> BecameBy(UnitKey key, DateOnly on) => Walk(key, unit => unit.End >= on ? [] : from[unit.Key], l => l.To, LeadsWhollyInto);

    /// <summary>What the unit was on the day: the units in force then that went into it, as far back as links reach.</summary>
    /// <exception cref="KeyNotFoundException">No unit has the key.</exception>
    public IReadOnlyList<Descent> CameFrom(UnitKey key, DateOnly on) =>
        Walk(key, unit => unit.Start <= on ? [] : to[unit.Key], l => l.From, (asked, reached) => LeadsWhollyInto(reached, asked));

    /// <summary>True when all of the first unit is in the second, however many steps later; a unit leads wholly into itself.</summary>
    public bool LeadsWhollyInto(UnitKey key, UnitKey into)
    {
        if (key == into)
        {
            return true;
        }

        // A split may be undone: two parts of one unit that both go wholly into the same later one leave nothing outside it.
        var next = from[key];
        return next.Any() && next.All(l => LeadsWhollyInto(l.To, into));
    }

    /// <summary>
    /// The versions with exactly the territory of this one, oldest first, itself among them: a change of name, code or status makes a new
    /// version and moves no border.
    /// </summary>
    public IReadOnlyList<UnitKey> SameTerritory(UnitKey key)
    {
        var first = key;
        while (Only(to[first]) is { } link && Only(from[link.From]) is not null)
        {
            first = link.From;
        }

        var same = new List<UnitKey> { first };
        while (Only(from[same[^1]]) is { } link && Only(to[link.To]) is not null)
        {
            same.Add(link.To);
        }

        return same;
    }

    private static UnitLink? Only(IEnumerable<UnitLink> links) => links.Take(2).ToList() is [{ Whole: true } only] ? only : null;

    private List<Descent> Walk(UnitKey key, Func<Unit, IEnumerable<UnitLink>> next, Func<UnitLink, UnitKey> end, Func<UnitKey, UnitKey, bool> whole)
    {
        var start = units[key];
        var steps = new Dictionary<UnitKey, HashSet<UnitLink>> { [key] = [] };
        var reached = new SortedSet<UnitKey>();
        var open = new Queue<Unit>([start]);
        while (open.TryDequeue(out var unit))
        {
            var links = next(unit).ToList();
            if (links.Count == 0)
            {
                reached.Add(unit.Key);
            }

            foreach (var link in links)
            {
                var there = end(link);
                if (!steps.TryGetValue(there, out var way))
                {
                    steps[there] = way = [];
                }

                way.UnionWith(steps[unit.Key]);
                way.Add(link);
                open.Enqueue(units[there]);
            }
        }

        return [.. reached.Select(k => new Descent(
            units[k], whole(key, k), [.. steps[k].OrderBy(l => l.To.ValidFrom).ThenBy(l => l.From).ThenBy(l => l.To)]))];
    }
}
