using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Identity;

public sealed class UnitScopeTests
{
    private static readonly DateOnly Merger = new(2030, 7, 1);

    // 01 and 02 became 03; 03 changed its status on 2031-01-01; 04 was split between 03 and 05.
    private static readonly Lineage Sample = new(
        [
            new(Key("southeast@origin"), null, UnitKind.Region, "Đông Nam Bộ", "Southeast", "VN"),
            Province("01@origin", Merger.AddDays(-1)),
            Province("02@origin", Merger.AddDays(-1)),
            Province("04@origin", Merger.AddDays(-1)),
            Province("03@2030-07-01", new DateOnly(2030, 12, 31)),
            Province("03@2031-01-01", null),
            Province("05@2030-07-01", null),
            new(Key("00001@origin"), null, UnitKind.RuralCommune, "Xã", "Commune", "03"),
            new(Key("00002@origin"), Merger.AddDays(-1), UnitKind.RuralCommune, "Xã", "Commune", "01"),
            new(Key("00003@2030-07-01"), null, UnitKind.RuralCommune, "Xã", "Commune", "05"),
        ],
        [
            Link("01@origin", "03@2030-07-01"),
            Link("02@origin", "03@2030-07-01"),
            Link("04@origin", "03@2030-07-01", whole: false),
            Link("04@origin", "05@2030-07-01", whole: false),
            Link("03@2030-07-01", "03@2031-01-01"),
        ]);

    private readonly UnitScope scope = new(Sample, TimeProvider.System);

    [Theory]
    [InlineData("03@2031-01-01")]
    [InlineData("03@2030-07-01")]
    public void A_unit_s_people_act_for_it_under_every_name_and_for_what_it_swallowed_and_their_communes(string unit) =>
        Assert.Equal(
            ["00001@origin", "00002@origin", "01@origin", "02@origin", "03@2030-07-01", "03@2031-01-01"],
            scope.Of(Key(unit)).Order().Select(k => k.ToString()));

    [Fact]
    public void The_people_of_a_unit_that_ended_do_not_act_for_what_it_became() =>
        Assert.Equal(["00002@origin", "01@origin"], scope.Of(Key("01@origin")).Order().Select(k => k.ToString()));

    [Fact]
    public void A_unit_that_was_split_belongs_to_neither_part() =>
        Assert.Equal(["00003@2030-07-01", "05@2030-07-01"], scope.Of(Key("05@2030-07-01")).Order().Select(k => k.ToString()));

    [Theory]
    [InlineData("03@2031-01-01", true)]
    [InlineData("00001@origin", true)]
    [InlineData("southeast@origin", false)]
    [InlineData("99@origin", false)]
    public void Only_provinces_and_communes_have_people(string unit, bool has)
    {
        Assert.Equal(has, scope.HasPeople(Key(unit)));
        Assert.Contains(Key(unit), scope.Of(Key(unit)).AsEnumerable());
    }

    private static Unit Province(string key, DateOnly? validTo) => new(Key(key), validTo, UnitKind.Province, "Tỉnh", "Province", "southeast");

    private static UnitLink Link(string from, string to, bool whole = true) => new(Key(from), Key(to), whole, ["an act"]);

    private static UnitKey Key(string text) => UnitKey.Parse(text);
}
