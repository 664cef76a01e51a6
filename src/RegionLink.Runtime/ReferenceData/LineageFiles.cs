using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>Reads <c>lineage.json</c> and <c>commune-lineage.csv</c>, and judges them together with the units.</summary>
internal sealed class LineageFiles(FolderReader folder, References names)
{
    private const string EventFile = "lineage.json";
    private const string CommuneFile = "commune-lineage.csv";
    private readonly List<LinkEntry> _links = [];
    private readonly Dictionary<(UnitKey, UnitKey), (string File, string Where)> _places = [];
    private readonly HashSet<UnitKey> _fromNothing = [];
    private LineageFile? _file;

    public IReadOnlyList<LinkEntry> Read()
    {
        ReadEvents();
        ReadCommunes();
        return _links;
    }

    /// <summary>Everything that shows only when units and links are known together.</summary>
    public void Judge(IReadOnlyList<UnitEntry> units, Dictionary<UnitKey, (string File, string Where)> unitPlaces)
    {
        foreach (var mistake in LineageCheck.MistakesOf([.. units.Select(u => u.Unit)], [.. _links.Select(l => l.Link)])
            .Where(m => m.Reason.Code != UnitRefusals.TwiceDefined.Code))
        {
            var (file, where) = mistake.About is [var from, var to] && _places.TryGetValue((from, to), out var link)
                ? link
                : unitPlaces.GetValueOrDefault(mistake.About[0], (CommuneFile, ""));
            folder.Note(file, where, mistake.Reason);
        }

        var before = _links.ToLookup(l => l.Link.To, l => l.Link.From);
        var parents = units.DistinctBy(u => u.Unit.Key).ToDictionary(u => u.Unit.Key, u => u.Unit.ParentCode);
        foreach (var unit in units.Where(u => u.Unit.Level == UnitLevel.Commune && u.Unit.Key.ValidFrom is not null))
        {
            JudgeCommune(unit, unitPlaces[unit.Unit.Key], before, parents);
        }

        JudgeTotals(units);
    }

    private void JudgeCommune(UnitEntry unit, (string File, string Where) place, ILookup<UnitKey, UnitKey> before, Dictionary<UnitKey, string?> parents)
    {
        var key = unit.Unit.Key;
        if (!before[key].Any())
        {
            if (!_fromNothing.Contains(key))
            {
                folder.Note(place.File, place.Where, MistakeCodes.LinkWithoutUnit.With(key, key.ValidFrom!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }

            return;
        }

        // Only links from the old communes tell the former province; a later change of status does not.
        var former = before[key].Where(k => k.ValidFrom is null && parents.ContainsKey(k)).Select(k => $"{parents[k]}@origin").Distinct().Order().ToList();
        if (former.Count > 0 && former is not [var only] || former is [var one] && one != unit.FormerProvince)
        {
            folder.Note(place.File, place.Where, MistakeCodes.FormerProvinceDiffers.With(key, unit.FormerProvince, string.Join(", ", former)));
        }
    }

    private void JudgeTotals(IReadOnlyList<UnitEntry> units)
    {
        if (_file?.CommunesByFormerProvince is not { } totals)
        {
            return;
        }

        var counted = units.Where(u => u.FormerProvince is not null && u.Unit.Key.ValidFrom == totals.On).CountBy(u => u.FormerProvince!).ToDictionary();
        foreach (var province in totals.Counts.Keys.Union(counted.Keys))
        {
            var (have, want) = (counted.GetValueOrDefault(province), totals.Counts.GetValueOrDefault(province));
            if (have != want)
            {
                folder.Note(EventFile, "communesByFormerProvince", MistakeCodes.CountDiffers.With(
                    totals.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), have, province, want));
            }
        }
    }

    private void ReadEvents()
    {
        _file = folder.ReadJson<LineageFile>(EventFile);
        foreach (var (happened, index) in (_file?.Events ?? []).Select((e, i) => (e, i)))
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"events[{index}]");
            names.Acts(happened.Acts, EventFile, where);
            names.Source(happened.Source, EventFile, where);
            names.Sources(happened.Sources ?? [], EventFile, where);
            foreach (var from in happened.From ?? [])
            {
                foreach (var to in happened.To ?? [])
                {
                    Add(new(from, to, happened.Kind != EventKind.Split, happened.Acts), happened.Source ?? "", happened.Note, EventFile, where);
                }
            }
        }

        if (_file?.CommunesByFormerProvince is { } totals)
        {
            names.Sources(totals.Sources, EventFile, "communesByFormerProvince");
        }
    }

    private void ReadCommunes()
    {
        foreach (var row in folder.ReadCsv(CommuneFile, "from,to,share,act,source,note"))
        {
            var where = $"line {row.Line}";
            names.Source(row["source"], CommuneFile, where);
            names.Acts([row["act"]], CommuneFile, where);
            var to = row.Read<UnitKey>("to", UnitKey.TryParse, "25195@2025-07-01");
            if (row["from"].Length == 0)
            {
                names.Unit(row["to"], CommuneFile, where);
                _fromNothing.Add(to);
                if (row["note"].Length == 0)
                {
                    row.Note(MistakeCodes.NoteMissing.With(to));
                }

                continue;
            }

            var from = row.Read<UnitKey>("from", UnitKey.TryParse, "25195@origin");
            var whole = row.Read("share", (string t, out bool w) => (w = t == "whole") || t == "part", "whole or part");
            if (from.Code is not null && to.Code is not null)
            {
                Add(new(from, to, whole, [row["act"]]), row["source"], row.Optional("note"), CommuneFile, where);
            }
        }
    }

    private void Add(UnitLink link, string source, string? note, string file, string where)
    {
        _places.TryAdd((link.From, link.To), (file, where));
        _links.Add(new(link, source, note));
    }
}

internal sealed record LineageFile(IReadOnlyList<LineageEvent> Events, FormerProvinceTotals? CommunesByFormerProvince = null);

internal sealed record LineageEvent(
    EventKind Kind,
    DateOnly On,
    IReadOnlyList<string> Acts,
    DateOnly? Adopted = null,
    IReadOnlyList<UnitKey>? From = null,
    IReadOnlyList<UnitKey>? To = null,
    string? Level = null,
    string? Source = null,
    IReadOnlyList<string>? Sources = null,
    string? Note = null);

internal enum EventKind
{
    Merge,
    Split,
    StatusChange,
    LevelAbolished,
}

internal sealed record FormerProvinceTotals(DateOnly On, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<string> Sources, string? Note = null);
