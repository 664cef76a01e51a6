using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Scoreboard;

/// <summary>What is reported for parts of a year, on the board of the year. Each test has a year of its own, away from what is published.</summary>
public sealed class PartsOfYearTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    private const string Hcmc = "79@2025-07-01";
    private readonly HttpClient _anybody = published.Server.Anonymous();

    [Fact]
    public async Task Reporting_months_from_day_15_to_day_14_make_a_year_only_when_none_is_missing()
    {
        var target = await TargetAsync("grdp", "billion_vnd");
        var months = Enumerable.Range(1, 11).Select(m => Days(new(2045, m, 15), new DateOnly(2045, m, 14).AddMonths(1))).Prepend("2045-01-01/2045-01-14");
        await EnterAsync(Hcmc, [.. months.Select((days, i) => Entry("grdp", Hcmc, days, i + 1, "billion_vnd"))]);

        var board = await BoardAnswer.GetAsync(_anybody, "year=2045");
        Assert.Equal(["metric.period-incomplete"], board.Reasons(target, Hcmc));
        Assert.Contains("15 Dec 2045", board.ReasonTexts(target, Hcmc), StringComparison.Ordinal);

        await EnterAsync(Hcmc, Entry("grdp", Hcmc, "2045-12-15/2045-12-31", 13, "billion_vnd"));
        var cell = (await BoardAnswer.GetAsync(_anybody, "year=2045")).Cell(target, Hcmc);
        Assert.Equal((91m, "computed"), (cell.GetProperty("value").GetDecimal(), cell.GetProperty("basis").GetString()));
        Assert.Equal(13, cell.GetProperty("computed").GetProperty("parts").GetArrayLength());
        Assert.Equal("2045-12-15/2045-12-31", cell.GetProperty("computed").GetProperty("parts")[12].GetProperty("period").GetString());
    }

    [Fact]
    public async Task The_share_of_the_year_is_recomputed_from_the_parts_of_its_months_and_stands_before_the_share_of_the_last_month()
    {
        var target = await TargetAsync("digital_economy_share_grdp", "percent");
        await EnterAsync(Hcmc, Entry("digital_economy_share_grdp", Hcmc, "2046-12", 50, "percent"));
        Assert.Equal("published", (await BoardAnswer.GetAsync(_anybody, "year=2046")).Cell(target, Hcmc).GetProperty("basis").GetString());

        await EnterAsync(Hcmc, [.. Enumerable.Range(1, 12).SelectMany(m => new[]
        {
            Entry("digital_economy_value_added", Hcmc, $"2046-{m:00}", m == 12 ? 50 : 10, "billion_vnd"), Entry("grdp", Hcmc, $"2046-{m:00}", 100, "billion_vnd"),
        })]);
        var cell = (await BoardAnswer.GetAsync(_anybody, "year=2046")).Cell(target, Hcmc);

        Assert.Equal((13.333333333333m, "computed"), (cell.GetProperty("value").GetDecimal(), cell.GetProperty("basis").GetString()));
        Assert.Equal((50m, "2046-12"), (cell.GetProperty("published").GetProperty("value").GetDecimal(), cell.GetProperty("published").GetProperty("period").GetString()));
    }

    [Fact]
    public async Task Values_that_can_only_be_a_mistake_cost_their_own_cell_and_not_the_board()
    {
        var target = await TargetAsync("digital_economy_share_grdp", "percent");
        await EnterAsync(
            Hcmc,
            Entry("digital_economy_value_added", Hcmc, "2049", 9_999_999_999_999_999_999_999_999_999m, "billion_vnd"),
            Entry("grdp", Hcmc, "2049", 0.0000000000000000001m, "billion_vnd"));

        Assert.Equal(["metric.out-of-range"], (await BoardAnswer.GetAsync(_anybody, "year=2049")).Reasons(target, Hcmc));
        var asked = await OkAsync(_anybody.GetAsync($"/api/v1/metrics/digital_economy_share_grdp/aggregate?units={Hcmc}&period=2049"));
        Assert.Contains("metric.out-of-range", asked.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_of_the_merger_is_put_together_from_both_sides_of_it()
    {
        var target = await TargetAsync("grdp", "billion_vnd");
        string[] old = ["79@origin", "77@origin", "74@origin"];
        await EnterAsync(Hcmc, [.. old.Take(2).SelectMany(unit => Enumerable.Range(1, 6).Select(m => Entry("grdp", unit, $"2025-{m:00}", 1, "billion_vnd")))]);
        await EnterAsync(Hcmc, [.. Enumerable.Range(7, 6).Select(m => Entry("grdp", Hcmc, $"2025-{m:00}", 10, "billion_vnd"))]);

        var before = await BoardAnswer.GetAsync(_anybody, "year=2025&boundary=2025-12-31");
        Assert.Equal(["metric.value-missing"], before.Reasons(target, Hcmc));
        Assert.Contains("74@origin", before.ReasonTexts(target, Hcmc), StringComparison.Ordinal);
        Assert.Contains("Jan 2025–Jun 2025", before.ReasonTexts(target, Hcmc), StringComparison.Ordinal);

        await EnterAsync(Hcmc, Entry("grdp", "74@origin", "2025-01/2025-06", 8, "billion_vnd"));
        var cell = (await BoardAnswer.GetAsync(_anybody, "year=2025&boundary=2025-12-31")).Cell(target, Hcmc);
        Assert.Equal((80m, "computed", 19), (
            cell.GetProperty("value").GetDecimal(), cell.GetProperty("basis").GetString(), cell.GetProperty("computed").GetProperty("parts").GetArrayLength()));

        var aggregate = (await OkAsync(_anybody.GetAsync($"/api/v1/metrics/grdp/aggregate?period=2025&units={Hcmc}"))).GetProperty("items")[0];
        Assert.Equal((80m, "added", 19), (aggregate.GetProperty("value").GetDecimal(), aggregate.GetProperty("basis").GetString(), aggregate.GetProperty("parts").GetArrayLength()));
    }

    private async Task<string> TargetAsync(string metric, string unitOfMeasure)
    {
        var id = $"parts-{Guid.NewGuid():n}";
        await OkAsync(
            published.Server.ClientAs(null, Role.Coordinator).PostAsJsonAsync("/api/v1/targets", new
            {
                id,
                metric,
                scope = "eachProvince",
                unitOfMeasure,
                terms = new { goal = new { direction = "atLeast", threshold = 1 }, due = new { everyYearFrom = 2025 }, legalSource = "Nghị quyết thử", from = "2025-01-01" },
            }),
            HttpStatusCode.Created);
        return id;
    }

    private static string Days(DateOnly first, DateOnly last) => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}/{last:yyyy-MM-dd}");

    private static object Entry(string metric, string unit, string period, decimal value, string unitOfMeasure) =>
        new { metric, unit, period, value, unitOfMeasure, source = "Báo cáo thử", confirmScaleJump = "Số liệu thử" };

    private Task<JsonElement> EnterAsync(string province, params object[] entries) => OkAsync(
        published.Server.ClientAs(province, Role.Reporter).PostAsJsonAsync("/api/v1/observations", new { title = "Nhập tay", observations = entries }),
        HttpStatusCode.Created);
}
