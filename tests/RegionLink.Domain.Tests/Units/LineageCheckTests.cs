using RegionLink.Domain.Units;
using static RegionLink.Domain.Tests.Units.SampleLineage;

namespace RegionLink.Domain.Tests.Units;

public sealed class LineageCheckTests
{
    [Fact]
    public void Sound_data_has_no_mistakes() => Assert.Empty(LineageCheck.MistakesOf(AllUnits, AllLinks));

    [Fact]
    public void Every_mistake_is_listed_not_the_first_only()
    {
        var units = AllUnits.Select(u => u.Key.ToString() switch
        {
            "70@origin" => u with { ValidTo = new(2025, 5, 31) },
            "72@origin" => u with { ParentCode = "northwest" },
            "75@2025-07-01" => u with { ValidTo = null },
            "80@2025-07-01" => u with { ValidTo = new(2025, 6, 1) },
            _ => u,
        }).Append(AllUnits[0]).ToList();
        var links = AllLinks.Where(l => l.To != Key("25549@2025-07-01")).Append(AllLinks[1]).Append(Whole("80@origin", "81@2025-07-01")).Append(Whole("75@origin", "25498@2025-07-01")).ToList();

        var found = LineageCheck.MistakesOf(units, links).Select(m => $"{m.Reason.Code} {string.Join(' ', m.About)}").ToList();

        Assert.Equal(
            [
                "unit.twice-defined VN@origin",
                "unit.ends-before-it-begins 80@2025-07-01",
                "unit.overlap 75@2025-07-01 75@2026-04-30",
                "unit.parent-missing 25498@2025-07-01",
                "unit.parent-missing 25549@2025-07-01",
                "unit.parent-missing 72@origin",
                "unit.link-twice 75@origin 75@2025-07-01",
                "unit.link-days 70@origin 75@2025-07-01",
                "unit.link-days 75@2025-07-01 75@2026-04-30",
                "unit.link-end-unknown 80@origin 81@2025-07-01",
                "unit.link-levels 75@origin 25498@2025-07-01",
                "unit.whole-and-split 75@origin",
                "unit.whole-and-split 80@origin",
                "unit.part-alone 25507@origin",
                "unit.ends-in-nothing 25549@origin",
                "unit.ends-in-nothing 80@2025-07-01",
            ],
            found.Distinct().OrderBy(m => Order(m)).ThenBy(m => m, StringComparer.Ordinal));
    }

    [Fact]
    public void A_gap_in_the_validity_of_the_parent_is_named_by_its_day()
    {
        var units = AllUnits.Select(u => u.Key == Key("southeast@origin") ? u with { ValidTo = new(2025, 3, 31) } : u).ToList();

        var mistakes = LineageCheck.MistakesOf(units, AllLinks);

        Assert.All(mistakes, m => Assert.Equal("unit.parent-missing", m.Reason.Code));
        Assert.Contains(mistakes, m => m.Reason.En.Contains("1 Apr 2025", StringComparison.Ordinal));
        Assert.Equal(["70@origin", "72@origin", "75@origin"], mistakes.SelectMany(m => m.About).Distinct().Order().Select(k => k.ToString()));
    }

    private static int Order(string mistake) => Array.IndexOf(
        [
            "unit.twice-defined", "unit.ends-before-it-begins", "unit.overlap", "unit.parent-missing", "unit.link-twice", "unit.link-days",
            "unit.link-end-unknown", "unit.link-levels", "unit.whole-and-split", "unit.part-alone", "unit.ends-in-nothing",
        ],
        mistake.Split(' ')[0]);
}
