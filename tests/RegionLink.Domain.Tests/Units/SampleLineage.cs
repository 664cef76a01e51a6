using RegionLink.Domain.Common;
using RegionLink.Domain.Units;

namespace RegionLink.Domain.Tests.Units;

/// <summary>
/// The provinces of two mergers as they were, a change of status, and three communes of which one was split; enough to see every sort of link.
/// </summary>
internal static class SampleLineage
{
    public static readonly DateOnly LastOldDay = new(2025, 6, 30);
    public static readonly DateOnly MergerDay = new(2025, 7, 1);
    public static readonly DateOnly StatusDay = new(2026, 4, 30);

    public static readonly Unit[] AllUnits =
    [
        new(Key("VN@origin"), null, UnitKind.Nation, "Việt Nam", "Viet Nam", null),
        new(Key("southeast@origin"), LastOldDay, UnitKind.Region, "Đông Nam Bộ", "Southeast", "VN"),
        new(Key("southeast@2025-07-01"), null, UnitKind.Region, "Đông Nam Bộ", "Southeast", "VN"),
        new(Key("mekong-delta@origin"), null, UnitKind.Region, "Đồng bằng sông Cửu Long", "Mekong River Delta", "VN"),
        Province("70@origin", "Bình Phước", LastOldDay),
        Province("75@origin", "Đồng Nai", LastOldDay),
        Province("72@origin", "Tây Ninh", LastOldDay),
        Province("80@origin", "Long An", LastOldDay) with { ParentCode = "mekong-delta" },
        Province("75@2025-07-01", "Đồng Nai", new(2026, 4, 29)),
        Province("75@2026-04-30", "Đồng Nai", null) with { Kind = UnitKind.Municipality },
        Province("80@2025-07-01", "Tây Ninh", null),
        Commune("25507@origin", UnitKind.RuralCommune, "Tân Phong", "72", LastOldDay),
        Commune("25498@origin", UnitKind.RuralCommune, "Thạnh Bình", "72", LastOldDay),
        Commune("25549@origin", UnitKind.RuralCommune, "Tân Phú", "72", LastOldDay),
        Commune("25498@2025-07-01", UnitKind.RuralCommune, "Thạnh Bình", "80", null),
        Commune("25549@2025-07-01", UnitKind.RuralCommune, "Tân Phú", "80", null),
    ];

    public static readonly UnitLink[] AllLinks =
    [
        Whole("70@origin", "75@2025-07-01"),
        Whole("75@origin", "75@2025-07-01"),
        Whole("75@2025-07-01", "75@2026-04-30"),
        Whole("72@origin", "80@2025-07-01"),
        Whole("80@origin", "80@2025-07-01"),
        Part("25507@origin", "25498@2025-07-01"),
        Part("25507@origin", "25549@2025-07-01"),
        Whole("25498@origin", "25498@2025-07-01"),
        Whole("25549@origin", "25549@2025-07-01"),
    ];

    public static readonly Lineage Sample = new(AllUnits, AllLinks);

    public static UnitKey Key(string text) => UnitKey.Parse(text);

    public static UnitLink Whole(string from, string to) => new(Key(from), Key(to), true, ["202/2025/QH15"]);

    public static UnitLink Part(string from, string to) => new(Key(from), Key(to), false, ["1682/NQ-UBTVQH15"]);

    public static Unit Province(string key, string name, DateOnly? validTo) => new(Key(key), validTo, UnitKind.Province, name, name, "southeast");

    public static Unit Commune(string key, UnitKind kind, string name, string province, DateOnly? validTo) =>
        new(Key(key), validTo, kind, name, name, province);

    public static string[] Keys(IEnumerable<Unit> units) => [.. units.Select(u => u.Key.ToString())];
}
