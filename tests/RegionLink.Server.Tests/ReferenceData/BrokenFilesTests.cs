using System.Text;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.ReferenceData;

/// <summary>A copy of the provinces folder with mistakes planted in it.</summary>
public sealed class BrokenFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("provinces-").FullName;

    public BrokenFilesTests()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryProvinces.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(RepositoryProvinces.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_sound_copy_has_the_hash_of_the_original()
    {
        var (book, mistakes) = ProvinceBookReader.Read(_folder);

        Assert.Empty(mistakes);
        Assert.Equal(RepositoryProvinces.Book.Hash, book!.Hash);
    }

    [Fact]
    public void A_changed_fact_changes_the_hash()
    {
        Replace("79@origin/observations/budget.csv", "dx_budget_share,2022,0.97,", "dx_budget_share,2022,0.98,");

        Assert.NotEqual(RepositoryProvinces.Book.Hash, ProvinceBookReader.Read(_folder).Book!.Hash);
    }

    [Fact]
    public void Every_mistake_of_every_file_is_listed_with_its_place()
    {
        Replace("79@origin/unit.json", "\"kind\": \"municipality\"", "\"kind\": \"kingdom\", \"population\": 9");
        Replace("70@origin/unit.json", "\"ward\": 20", "\"ward\": 21");
        Replace("77@origin/communes.csv", "26506@origin,2025-06-30,ward", "26506@origin,30/06/2025,ward");
        Replace("commune-lineage.csv", "\n25198@origin,25195@2025-07-01,whole,1662/NQ-UBTVQH15,commune-mapping,", "\n25198@origin,25195@2025-07-01,part,1662/NQ-UBTVQH15,somebody,");
        Replace("metrics/budget.json", "\"numerator\": \"dx_budget_expenditure\"", "\"numerator\": \"dx_budget_spending\"");
        Replace("targets/budget-share.json", "\"scope\": \"each-province\"", "\"scope\": \"every-province\"");
        Replace("targets/resolution-24.json", "\"thresholdUpper\": 35", "\"thresholdUpper\": 25");
        Replace("75@origin/observations/dti.csv", "dti_rank,2022,43,rank,63,", "dti_rank,2022,43,rank,,");
        Replace("79@origin/observations/economy.csv", "grdp,2024,1778000,billion_vnd,,,,conflict", "grdp,2024,1778000,billion_vnd,,,,accepted");
        Replace("74@origin/observations/economy.csv", "grdp,2021,", "grp,2021,");
        Replace("legal.json", "\"number\": \"749/QĐ-TTg\"", "\"number\": \"750/QĐ-TTg\"");
        Replace("wordings.json", "\"estimate at year end\"", "\"estimate\"");
        Replace("dti-structure.json", "\"maxPoints\": 1000", "\"maxPoints\": 900");
        File.WriteAllText(Path.Combine(_folder, "79@origin", "observations", "dti.csv"), "metric,period\n");
        File.WriteAllText(Path.Combine(_folder, "activity-categories.json"), "{ \"act\": ");
        File.WriteAllBytes(Path.Combine(_folder, "72@origin", "observations", "economy.csv"), Encoding.Latin1.GetBytes("Tây Ninh"));
        File.WriteAllText(Path.Combine(_folder, "75@origin", "observation.csv"), "metric\n");
        File.Delete(Path.Combine(_folder, "80@2025-07-01", "unit.json"));

        var (book, mistakes) = ProvinceBookReader.Read(_folder);
        var found = mistakes.Select(m => $"{m.File} | {m.Where} | {m.Reason.Code}").ToHashSet();

        Assert.Null(book);
        string[] planted =
        [
            "79@origin/unit.json | kind | reference.field-unreadable",
            "79@origin/unit.json | population | reference.field-unknown",
            "70@origin/unit.json | counts.communes | reference.count-differs",
            "70@origin/unit.json | counts.communes | reference.weights-differ",
            "77@origin/communes.csv | line 2 | reference.cell-unreadable",
            "commune-lineage.csv | line 3 | reference.source-unknown",
            "metrics/budget.json | metrics[0] | metric.part-unknown",
            "targets/budget-share.json | targets[0].scope | reference.field-unreadable",
            "targets/resolution-24.json | targets[0] | target.upper-missing",
            "75@origin/observations/dti.csv | line 2 | observation.base-missing",
            "79@origin/observations/economy.csv | line 9 | observation.twice",
            "74@origin/observations/economy.csv | line 2 | reference.metric-unknown",
            "dti-structure.json | editions[1] | reference.weights-differ",
            "wordings.json | texts[38] | reference.twice-defined",
            "79@origin/observations/dti.csv | line 1 | reference.header-differs",
            "activity-categories.json | line 1 | reference.not-json",
            "72@origin/observations/economy.csv |  | reference.not-utf8",
            "75@origin/observation.csv |  | reference.file-unknown",
            "80@2025-07-01/unit.json |  | reference.file-missing",
        ];
        Assert.Equal([], planted.Where(p => !found.Contains(p)));
        Assert.Contains(mistakes, m => m.Reason.Code == "unit.part-alone" && m.Reason.En.Contains("25198@origin", StringComparison.Ordinal));
        Assert.Contains(mistakes, m => m.Reason.Code == "reference.act-unknown" && m.Reason.En.Contains("749/QĐ-TTg", StringComparison.Ordinal));
    }

    [Fact]
    public void Mistakes_are_said_in_both_languages_with_line_and_remedy()
    {
        Replace("75@origin/observations/dti.csv", "dti-2022-table", "dti-table");

        var mistake = Assert.Single(ProvinceBookReader.Read(_folder).Mistakes);

        Assert.Equal("75@origin/observations/dti.csv, line 2: There is no source \"dti-table\" in sources.csv; add it or mend the name.", mistake.ToString());
        Assert.Equal("75@origin/observations/dti.csv, dòng 2: Không có nguồn \"dti-table\" trong sources.csv; thêm nguồn hoặc sửa tên.", mistake.InVietnamese());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_mistake() => Assert.Equal(
        "reference.folder-missing", Assert.Single(ProvinceBookReader.Read(Path.Combine(_folder, "nowhere")).Mistakes).Reason.Code);

    private void Replace(string file, string before, string after)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not contain {before}");
        File.WriteAllText(path, text[..at] + after + text[(at + before.Length)..]);
    }
}
