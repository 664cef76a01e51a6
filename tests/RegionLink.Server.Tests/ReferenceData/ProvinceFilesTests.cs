using System.Globalization;
using System.Text.Json;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Targets;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.ReferenceData;

/// <summary>The provinces folder of this repository, as it is.</summary>
public sealed class ProvinceFilesTests
{
    private static readonly DateOnly LastOldDay = new(2025, 6, 30);
    private static readonly DateOnly MergerDay = new(2025, 7, 1);
    private static readonly DateOnly StatusDay = new(2026, 4, 30);
    private static readonly ProvinceBook Book = RepositoryProvinces.Book;
    private static readonly Lineage Lineage = Book.Lineage();

    [Fact]
    public void The_folder_has_no_mistakes() =>
        Assert.Equal([], ProvinceBookReader.Read(RepositoryProvinces.Folder).Mistakes.Select(m => m.ToString()));

    [Fact]
    public void The_southeast_has_six_provinces_until_the_mergers_and_three_after()
    {
        Assert.Equal(["70", "72", "74", "75", "77", "79"], Lineage.ChildrenOf("southeast", LastOldDay).Select(u => u.Key.Code));
        Assert.Equal(["75", "79", "80"], Lineage.ChildrenOf("southeast", MergerDay).Select(u => u.Key.Code));
        Assert.Equal(["80@origin"], Lineage.ChildrenOf("mekong-delta", LastOldDay).Select(u => u.Key.ToString()));
        Assert.Equal(["Thành phố Đồng Nai"], Lineage.ChildrenOf("southeast", StatusDay).Where(u => u.Key.Code == "75").Select(u => u.FullNameVi));
    }

    [Fact]
    public void The_991_old_communes_became_the_359_new_ones()
    {
        var old = Lineage.On(LastOldDay).Where(u => u.Level == UnitLevel.Commune).ToList();
        var now = Lineage.On(MergerDay).Where(u => u.Level == UnitLevel.Commune).ToList();

        Assert.Equal((991, 359), (old.Count, now.Count));
        Assert.Equal(1066, Lineage.Links.Count(l => l.From.Code.Length == 5 && l.To.ValidFrom == MergerDay));
        Assert.Equal(70, old.Count(u => Lineage.LinksFrom(u.Key).Count() > 1));
        Assert.Equal(["Côn Đảo"], now.Where(u => !Lineage.LinksTo(u.Key).Any()).Select(u => u.NameVi));
        Assert.Equal([168, 95, 96], new[] { "79", "75", "80" }.Select(p => now.Count(u => u.ParentCode == p)));
    }

    [Fact]
    public void Ten_communes_became_wards_with_the_change_of_status_and_the_others_went_on()
    {
        var before = Lineage.ChildrenOf("75", StatusDay.AddDays(-1)).ToList();
        var after = Lineage.ChildrenOf("75", StatusDay).ToList();

        Assert.Equal((95, 23), (before.Count, before.Count(u => u.Kind == UnitKind.Ward)));
        Assert.Equal((95, 33), (after.Count, after.Count(u => u.Kind == UnitKind.Ward)));
        Assert.Equal(10, after.Count(u => u.Key.ValidFrom == StatusDay));
        Assert.All(after.Where(u => u.Key.ValidFrom == StatusDay), u => Assert.Equal(2, Lineage.SameTerritory(u.Key).Count));
    }

    [Fact]
    public void Every_old_province_leads_wholly_into_one_of_today()
    {
        var today = new DateOnly(2026, 11, 22);
        var became = Lineage.On(LastOldDay).Where(u => u.Level == UnitLevel.Province)
            .Select(u => (u.Key.Code, To: Assert.Single(Lineage.BecameBy(u.Key, today))))
            .ToList();

        Assert.All(became, b => Assert.True(b.To.Whole));
        Assert.Equal(
            ["70 75@2026-04-30", "72 80@2025-07-01", "74 79@2025-07-01", "75 75@2026-04-30", "77 79@2025-07-01", "79 79@2025-07-01", "80 80@2025-07-01"],
            became.Select(b => $"{b.Code} {b.To.Unit.Key}"));
    }

    [Fact]
    public void Names_that_differ_only_in_a_tone_stay_two_communes()
    {
        var names = Lineage.Units.Select(u => u.NameVi).ToHashSet();

        Assert.Contains("Lộc Thành", names);
        Assert.Contains("Lộc Thạnh", names);
        Assert.False(VietnameseText.Same("Lộc Thành", "Lộc Thạnh"));
        Assert.All(names, n => Assert.Equal(n, VietnameseText.Tidy(n)));
    }

    [Fact]
    public void The_budget_share_is_a_ratio_of_what_budgets_hold()
    {
        var catalogue = new MetricCatalogue(Book.Metrics);
        var share = catalogue.Find("dx_budget_share")!;

        Assert.Equal((MeasureKind.Ratio, UnitOfMeasure.Percent), (share.Kind, share.Unit));
        Assert.Equal(MeasureKind.Sum, catalogue.Find(share.Numerator!)!.Kind);
        Assert.True(catalogue.Find(share.Denominator!)!.Staged);
    }

    [Fact]
    public void The_published_budget_shares_of_Ho_Chi_Minh_City_are_in_use_and_the_forecast_is_not()
    {
        var shares = Book.Values.Single(v => v.File == "79@origin/observations/budget.csv").Entries.Where(e => e.Metric == "dx_budget_share");

        Assert.Equal(["2021 0.78 accepted", "2022 0.97 accepted", "2023 1 forecast"], shares.Select(e => $"{e.Period} {e.Value} {e.Standing}"));
        Assert.All(shares, e => Assert.Equal("79@origin", e.Unit));
    }

    [Fact]
    public void Three_years_printed_a_million_times_too_small_stay_as_printed_and_out_of_use()
    {
        var defects = Book.Values.SelectMany(v => v.Entries).Where(e => e.Standing == "defect").ToList();

        Assert.Equal(12, defects.Count);
        Assert.All(defects, e => Assert.Equal(("75@origin", "vnd"), (e.Unit, e.UnitOfMeasure)));
    }

    [Fact]
    public void The_one_percent_of_the_region_judges_each_province_from_2022_and_the_law_judges_the_nation()
    {
        var own = Book.Targets.Single(t => t.Id == "dx-budget-1pct-proposal").Command;
        var law = Book.Targets.Single(t => t.Id == "dx-budget-1pct-law").Command;

        Assert.Equal((ScopeKind.EachProvince, "southeast", true), (own.Scope.Kind, own.Scope.Region, own.Terms.Proposed));
        Assert.True(own.Terms.Validity.Judges(new(2022, 1, 1), new(2022, 12, 31)));
        Assert.False(own.Terms.Validity.Judges(new(2021, 1, 1), new(2021, 12, 31)));
        Assert.Equal((ScopeKind.National, false), (law.Scope.Kind, law.Terms.Proposed));
        Assert.False(law.Terms.Validity.Judges(new(2025, 1, 1), new(2025, 12, 31)));
        Assert.Equal(54, Book.Targets.Count);
    }

    [Fact]
    public void The_index_of_2022_is_the_weighted_sum_of_its_parts()
    {
        var values = Book.Values.Single(v => v.File == "79@origin/observations/dti.csv").Entries.Where(e => e.Period == "2022").ToLookup(e => e.Metric, e => decimal.Parse(e.Value, CultureInfo.InvariantCulture));
        using var dti = JsonDocument.Parse(Book.Documents["dti-structure"]);
        var edition = dti.RootElement.GetProperty("editions").EnumerateArray().Single(e => e.GetProperty("id").GetString() == "2022");
        var computed = edition.GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("indices").EnumerateArray())
            .Where(i => i.TryGetProperty("metric", out _))
            .Sum(i => values[i.GetProperty("metric").GetString()!].Single() * i.GetProperty("maxPoints").GetInt32()) / 1000;

        Assert.InRange(computed, values["dti_score"].Single() - 0.0001m, values["dti_score"].Single() + 0.0001m);
    }

    [Fact]
    public void Texts_for_people_are_in_both_languages()
    {
        Assert.All(Book.Metrics, m => Assert.False(string.IsNullOrWhiteSpace(m.NameVi) || string.IsNullOrWhiteSpace(m.NameEn), m.Id));
        Assert.All(Book.Acts, a => Assert.False(string.IsNullOrWhiteSpace(a.Title.Vi) || string.IsNullOrWhiteSpace(a.Title.En), a.Number));
    }
}
