using RegionLink.Domain.Common;

namespace RegionLink.Domain.Units;

/// <summary>Finds every fault of unit data at once, before a <see cref="Lineage"/> is built from it.</summary>
public static class LineageCheck
{
    /// <summary>All faults, by kind of fault; empty when the data is sound.</summary>
    public static IReadOnlyList<LineageMistake> MistakesOf(IReadOnlyCollection<Unit> units, IReadOnlyCollection<UnitLink> links)
    {
        var known = units.DistinctBy(u => u.Key).ToDictionary(u => u.Key);
        return
        [
            .. TwiceDefined(units),
            .. known.Values.Where(u => u.End < u.Start).Select(u => Mistake([u.Key], UnitRefusals.EndsBeforeItBegins.With(u.Key, u.End))),
            .. Overlaps(known.Values),
            .. Parents(known.Values),
            .. LinkEnds(known, links),
            .. Shares(links),
            .. Ends(known.Values, links),
        ];
    }

    private static IEnumerable<LineageMistake> TwiceDefined(IReadOnlyCollection<Unit> units) =>
        units.CountBy(u => u.Key).Where(c => c.Value > 1).Select(c => Mistake([c.Key], UnitRefusals.TwiceDefined.With(c.Key)));

    private static IEnumerable<LineageMistake> Overlaps(IReadOnlyCollection<Unit> units)
    {
        foreach (var versions in units.GroupBy(u => u.Key.Code))
        {
            Unit? before = null;
            foreach (var unit in versions.OrderBy(u => u.Key))
            {
                if (before is not null && before.End >= unit.Start)
                {
                    yield return Mistake([before.Key, unit.Key], UnitRefusals.Overlap.With(before.Key, unit.Key));
                }

                before = unit;
            }
        }
    }

    /// <summary>A parent must bear its code on every day of the unit; days are checked where a version begins or ends, which is where a gap can be.</summary>
    private static IEnumerable<LineageMistake> Parents(IReadOnlyCollection<Unit> units)
    {
        var byCode = units.ToLookup(u => u.Key.Code);
        foreach (var unit in units.Where(u => u.ParentCode is not null))
        {
            var above = byCode[unit.ParentCode!].Where(p => p.Level < unit.Level).ToList();
            var days = above.Where(p => p.ValidTo is not null && p.End < unit.End && p.End >= unit.Start).Select(p => p.End.AddDays(1))
                .Append(unit.Start).Append(unit.End);
            foreach (var day in days.Distinct().Where(d => !above.Exists(p => p.HoldsOn(d))))
            {
                yield return Mistake([unit.Key], UnitRefusals.ParentMissing.With(unit.Key, unit.ParentCode, day));
            }
        }
    }

    private static IEnumerable<LineageMistake> LinkEnds(Dictionary<UnitKey, Unit> known, IReadOnlyCollection<UnitLink> links)
    {
        foreach (var twice in links.CountBy(l => (l.From, l.To)).Where(c => c.Value > 1).Select(c => c.Key))
        {
            yield return Mistake([twice.From, twice.To], UnitRefusals.LinkTwice.With(twice.From, twice.To));
        }

        foreach (var link in links.DistinctBy(l => (l.From, l.To)))
        {
            foreach (var end in new[] { link.From, link.To }.Where(k => !known.ContainsKey(k)))
            {
                yield return Mistake([link.From, link.To], UnitRefusals.LinkEndUnknown.With(link.From, link.To, end));
            }

            if (!known.TryGetValue(link.From, out var from) || !known.TryGetValue(link.To, out var to))
            {
                continue;
            }

            if (from.Level != to.Level)
            {
                yield return Mistake([link.From, link.To], UnitRefusals.LinkLevels.With(link.From, link.To));
            }

            if (from.ValidTo is null || from.End.AddDays(1) != to.Start)
            {
                yield return Mistake([link.From, link.To], UnitRefusals.LinkDays.With(link.From, link.To));
            }
        }
    }

    private static IEnumerable<LineageMistake> Shares(IReadOnlyCollection<UnitLink> links)
    {
        foreach (var next in links.DistinctBy(l => (l.From, l.To)).GroupBy(l => l.From))
        {
            if (next.Count() > 1 && next.Any(l => l.Whole))
            {
                yield return Mistake([next.Key], UnitRefusals.WholeAndSplit.With(next.Key));
            }

            if (next.Count() == 1 && !next.Single().Whole)
            {
                yield return Mistake([next.Key], UnitRefusals.PartAlone.With(next.Key));
            }
        }
    }

    /// <summary>Territory does not vanish: whatever ends, except a region (a grouping, regrouped at will), became something.</summary>
    private static IEnumerable<LineageMistake> Ends(IReadOnlyCollection<Unit> units, IReadOnlyCollection<UnitLink> links)
    {
        var leading = links.Select(l => l.From).ToHashSet();
        return units
            .Where(u => u.ValidTo is not null && u.Level != UnitLevel.Region && !leading.Contains(u.Key))
            .Select(u => Mistake([u.Key], UnitRefusals.EndsInNothing.With(u.Key, u.End)));
    }

    private static LineageMistake Mistake(IReadOnlyList<UnitKey> about, Refusal reason) => new(about, reason);
}
