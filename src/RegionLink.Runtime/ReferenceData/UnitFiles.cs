using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>Reads <c>&lt;key&gt;/unit.json</c> and <c>&lt;key&gt;/communes.csv</c>.</summary>
internal sealed class UnitFiles(FolderReader folder, References names)
{
    private const string OldHeader = "key,valid_to,kind,name_vi,name_en,district_code,district,source";
    private const string NewHeader = "key,valid_to,kind,name_vi,name_en,former_province,area_km2,population_indicative,lat,lon,act,source";
    private readonly List<UnitEntry> _units = [];
    private readonly List<(UnitFile Unit, string File)> _totals = [];

    /// <summary>Folders of the provinces folder that hold units.</summary>
    public static IEnumerable<string> UnitFolders(FolderReader folder) => folder.Folders().Where(f => f.Contains('@', StringComparison.Ordinal));

    /// <summary>Where each unit is written, for mistakes that show only when all of them are known.</summary>
    public Dictionary<UnitKey, (string File, string Where)> Places { get; } = [];

    public IReadOnlyList<UnitEntry> Read()
    {
        foreach (var name in UnitFolders(folder))
        {
            ReadUnit(name);
            var communes = $"{name}/communes.csv";
            if (folder.Exists(communes))
            {
                ReadCommunes(communes, UnitKey.TryParse(name, out var province) ? province : null);
            }
        }

        return _units;
    }

    /// <summary>Compares the control totals with the communes in force on the first day of each version (the last one, when the start is open).</summary>
    public void JudgeTotals(Lineage lineage)
    {
        foreach (var (unit, file) in _totals)
        {
            var day = unit.Key.ValidFrom ?? unit.ValidTo ?? DateOnly.MaxValue;
            var counted = lineage.ChildrenOf(unit.Key.Code, day).Where(c => c.Level == UnitLevel.Commune).CountBy(c => c.Kind).ToDictionary();
            foreach (var kind in unit.Counts!.Communes.ByKind.Keys.Union(counted.Keys))
            {
                var (have, want) = (counted.GetValueOrDefault(kind), unit.Counts.Communes.ByKind.GetValueOrDefault(kind));
                if (have != want)
                {
                    folder.Note(file, "counts.communes", MistakeCodes.CountDiffers.With(
                        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), have, DomainWords.Of(kind), want));
                }
            }

            NoteTotal(file, "counts.communes", unit.Counts.Communes.Total, unit.Counts.Communes.ByKind.Values.Sum());
            NoteTotal(file, "counts.districts", unit.Counts.Districts.Total, unit.Counts.Districts.Parts.Sum());
        }
    }

    private void NoteTotal(string file, string where, int total, int sum)
    {
        if (total != sum)
        {
            folder.Note(file, where, MistakeCodes.WeightsDiffer.With(where, sum, total));
        }
    }

    private void ReadUnit(string name)
    {
        var file = $"{name}/unit.json";
        names.Define(Naming.Unit, name, file, "");
        if (folder.ReadJson<UnitFile>(file) is not { } unit)
        {
            return;
        }

        if (unit.Key.ToString() != name)
        {
            folder.Note(file, "key", MistakeCodes.FolderDiffers.With(unit.Key, name));
        }

        if (unit.Kind.Level() != unit.Level)
        {
            folder.Note(file, "kind", MistakeCodes.LevelDiffers.With(DomainWords.Of(unit.Kind), DomainWords.Of(unit.Level)));
        }

        names.Source(unit.ParentSource, file, "parentSource");
        names.Source(unit.Seat?.Source, file, "seat.source");
        names.Source(unit.Counts?.Source, file, "counts.source");
        names.Acts(unit.Began?.Acts ?? [], file, "began.acts");
        names.Acts(unit.Ended?.Acts ?? [], file, "ended.acts");
        foreach (var statement in unit.Undated ?? [])
        {
            names.Source(statement.Source, file, "undated");
            names.Metric(statement.Metric, file, "undated");
        }

        if (unit.Counts is not null)
        {
            _totals.Add((unit, file));
        }

        Places.TryAdd(unit.Key, (file, ""));
        _units.Add(new(new(unit.Key, unit.ValidTo, unit.Kind, unit.Name.Vi, unit.Name.En, unit.Parent), unit.Counts?.Source ?? unit.ParentSource)
        {
            Seat = unit.Seat?.Value,
            Acts = unit.Began?.Acts ?? [],
            Note = unit.Note,
        });
    }

    private void ReadCommunes(string file, UnitKey? province)
    {
        var old = province is { ValidFrom: null };
        foreach (var row in folder.ReadCsv(file, old ? OldHeader : NewHeader))
        {
            var where = $"line {row.Line}";
            names.Define(Naming.Unit, row["key"], file, where);
            names.Source(row["source"], file, where);
            var readable = UnitKey.TryParse(row["key"], out var key);
            if (!readable)
            {
                row.Note(MistakeCodes.CellUnreadable.With("key", row["key"], "26734@origin"));
            }

            var kind = row.Read<UnitKind>("kind", DomainWords.TryRead, "ward, ruralCommune, township or specialZone");
            if (kind.Level() != UnitLevel.Commune)
            {
                row.Note(MistakeCodes.LevelDiffers.With(row["kind"], DomainWords.Of(UnitLevel.Commune)));
            }

            var unit = new Unit(key, row.Day("valid_to"), kind, row["name_vi"], row["name_en"], province?.Code);
            var entry = new UnitEntry(unit, row["source"]);
            entry = old ? entry with { District = row.Optional("district") } : WithPlace(entry, row, file, where);
            if (readable)
            {
                Places.TryAdd(key, (file, where));
                _units.Add(entry);
            }
        }
    }

    private UnitEntry WithPlace(UnitEntry entry, CsvRow row, string file, string where)
    {
        names.Unit(row["former_province"], file, where);
        names.Acts([row["act"]], file, where);
        return entry with
        {
            FormerProvince = row["former_province"],
            AreaKm2 = row.Number("area_km2"),
            PopulationIndicative = row.Whole("population_indicative"),
            Latitude = row.Number("lat"),
            Longitude = row.Number("lon"),
            Acts = [row["act"]],
        };
    }
}

internal sealed record UnitFile(
    UnitKey Key,
    DateOnly? ValidTo,
    UnitLevel Level,
    UnitKind Kind,
    Bilingual Name,
    string? Parent,
    string? ParentSource = null,
    ActList? Began = null,
    ActList? Ended = null,
    Statement? Seat = null,
    UnitCounts? Counts = null,
    IReadOnlyList<UndatedStatement>? Undated = null,
    string? Note = null);

internal sealed record ActList(IReadOnlyList<string> Acts);

internal sealed record Statement(string Value, string Source, string? Note = null);

internal sealed record UndatedStatement(string Metric, decimal Value, string Unit, string Source, string Note);

internal sealed record UnitCounts(string Source, CommuneCounts Communes, DistrictCounts Districts);

internal sealed record CommuneCounts(int Total, int Ward = 0, int RuralCommune = 0, int Township = 0, int SpecialZone = 0)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyDictionary<UnitKind, int> ByKind => new Dictionary<UnitKind, int>
    {
        [UnitKind.Ward] = Ward,
        [UnitKind.RuralCommune] = RuralCommune,
        [UnitKind.Township] = Township,
        [UnitKind.SpecialZone] = SpecialZone,
    };
}

internal sealed record DistrictCounts(int Total, int UrbanDistrict = 0, int City = 0, int Town = 0, int RuralDistrict = 0)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<int> Parts => [UrbanDistrict, City, Town, RuralDistrict];
}
