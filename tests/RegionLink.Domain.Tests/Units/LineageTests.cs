using RegionLink.Domain.Units;
using static RegionLink.Domain.Tests.Units.SampleLineage;

namespace RegionLink.Domain.Tests.Units;

public sealed class LineageTests
{
    [Fact]
    public void Code_80_is_Long_An_until_the_merger_and_Tay_Ninh_from_that_day()
    {
        Assert.Equal("Long An", Sample.OfCode("80", new(2024, 12, 31))!.NameVi);
        Assert.Equal("Long An", Sample.OfCode("80", LastOldDay)!.NameVi);
        Assert.Equal("Tây Ninh", Sample.OfCode("80", MergerDay)!.NameVi);
        Assert.Equal("Tây Ninh", Sample.OfCode("72", LastOldDay)!.NameVi);
        Assert.Null(Sample.OfCode("72", MergerDay));
    }

    [Fact]
    public void A_change_of_status_makes_a_new_version_with_the_same_territory()
    {
        Assert.Equal("Tỉnh Đồng Nai", Sample.OfCode("75", new(2026, 4, 29))!.FullNameVi);
        Assert.Equal("Thành phố Đồng Nai", Sample.OfCode("75", StatusDay)!.FullNameVi);
        Assert.Equal([Key("75@2025-07-01"), Key("75@2026-04-30")], Sample.SameTerritory(Key("75@2026-04-30")));
        Assert.Equal([Key("75@2025-07-01"), Key("75@2026-04-30")], Sample.SameTerritory(Key("75@2025-07-01")));
        Assert.Equal([Key("75@origin")], Sample.SameTerritory(Key("75@origin")));
    }

    [Fact]
    public void What_became_of_a_merged_province_follows_every_later_step()
    {
        var now = Assert.Single(Sample.BecameBy(Key("70@origin"), new(2026, 11, 1)));

        Assert.Equal(Key("75@2026-04-30"), now.Unit.Key);
        Assert.True(now.Whole);
        Assert.Equal([Key("75@2025-07-01"), Key("75@2026-04-30")], now.Steps.Select(s => s.To));
        Assert.Equal("202/2025/QH15", now.Steps[0].Acts[0]);
    }

    [Fact]
    public void A_unit_that_still_holds_became_itself()
    {
        var same = Assert.Single(Sample.BecameBy(Key("70@origin"), LastOldDay));

        Assert.Equal(Key("70@origin"), same.Unit.Key);
        Assert.True(same.Whole);
        Assert.Empty(same.Steps);
    }

    [Fact]
    public void What_became_of_a_split_commune_is_several_units_none_of_them_the_whole()
    {
        var now = Sample.BecameBy(Key("25507@origin"), MergerDay);

        Assert.Equal(["25498@2025-07-01", "25549@2025-07-01"], Keys(now.Select(d => d.Unit)));
        Assert.All(now, d => Assert.False(d.Whole));
        Assert.False(Sample.LeadsWhollyInto(Key("25507@origin"), Key("25498@2025-07-01")));
        Assert.True(Sample.LeadsWhollyInto(Key("25498@origin"), Key("25498@2025-07-01")));
    }

    [Fact]
    public void A_unit_came_from_all_that_went_into_it()
    {
        var before = Sample.CameFrom(Key("75@2026-04-30"), LastOldDay);
        Assert.Equal(["70@origin", "75@origin"], Keys(before.Select(d => d.Unit)));
        Assert.All(before, d => Assert.True(d.Whole));

        var commune = Sample.CameFrom(Key("25498@2025-07-01"), LastOldDay);
        Assert.Equal([("25498@origin", true), ("25507@origin", false)], commune.Select(d => (d.Unit.Key.ToString(), d.Whole)));
    }

    [Fact]
    public void A_split_undone_later_leads_wholly_into_the_reunited_unit()
    {
        var day = new DateOnly(2030, 1, 1);
        Unit[] units =
        [
            .. AllUnits.Select(u => u.Key.ToString() is "25498@2025-07-01" or "25549@2025-07-01" ? u with { ValidTo = new(2029, 12, 31) } : u),
            Commune("25498@2030-01-01", UnitKind.Ward, "Thạnh Bình", "80", null),
        ];
        var lineage = new Lineage(units, [.. AllLinks, Whole("25498@2025-07-01", "25498@2030-01-01"), Whole("25549@2025-07-01", "25498@2030-01-01")]);

        Assert.True(lineage.LeadsWhollyInto(Key("25507@origin"), Key("25498@2030-01-01")));
        var now = Assert.Single(lineage.BecameBy(Key("25507@origin"), day));
        Assert.True(now.Whole);
        Assert.Equal(4, now.Steps.Count);
    }

    [Fact]
    public void The_region_has_its_own_members_on_each_side_of_the_merger()
    {
        Assert.Equal(["70@origin", "72@origin", "75@origin"], Keys(Sample.ChildrenOf("southeast", LastOldDay)));
        Assert.Equal(["75@2025-07-01", "80@2025-07-01"], Keys(Sample.ChildrenOf("southeast", MergerDay)));
        Assert.Equal("southeast@2025-07-01", Sample.ParentOf(Sample.OfCode("80", MergerDay)!, MergerDay)!.Key.ToString());
        Assert.Equal("mekong-delta@origin", Sample.ParentOf(Sample.OfCode("80", LastOldDay)!, LastOldDay)!.Key.ToString());
    }

    [Fact]
    public void A_commune_stays_below_its_province_when_the_province_gets_a_new_version()
    {
        Unit[] units = [.. AllUnits, Commune("25270@2025-07-01", UnitKind.RuralCommune, "Lộc Ninh", "75", null)];

        Assert.Empty(LineageCheck.MistakesOf(units, AllLinks));
        var lineage = new Lineage(units, AllLinks);
        var commune = lineage.OfCode("25270", StatusDay)!;
        Assert.Equal("75@2025-07-01", lineage.ParentOf(commune, StatusDay.AddDays(-1))!.Key.ToString());
        Assert.Equal("75@2026-04-30", lineage.ParentOf(commune, StatusDay)!.Key.ToString());
    }
}
