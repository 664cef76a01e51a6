using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Budgets;
using RegionLink.Server.Tests.Fixtures;
using static RegionLink.Server.Tests.Budgets.BudgetApi;
using static RegionLink.Server.Tests.Scoreboard.BoardAnswer;

namespace RegionLink.Server.Tests.Scoreboard;

/// <summary>The board while provinces work. Each test has a year of its own.</summary>
public sealed class LiveBoardTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    private const string Hcmc = "79@2025-07-01";
    private const string DongNai = "75@2026-04-30";
    private const string TayNinh = "80@2025-07-01";
    private readonly HttpClient _anybody = published.Server.Anonymous();

    [Fact]
    public async Task A_computed_share_shows_its_parts_and_the_missing_dong()
    {
        var api = await new BudgetApi(published.Server, Hcmc).OpenAsync(2023);
        await OkAsync(api.TotalAsync(2023, 100_000_000_001));
        await OkAsync(api.RecordAsync(2023, "A", 999_000_000), HttpStatusCode.Created);

        var board = await BoardAnswer.GetAsync(_anybody, "year=2023&stage=decided");
        Assert.Equal("missed 0.99899999999 -0.00100000001 computed 1", board.Line(OnePercent, Hcmc));
        var cell = board.Cell(OnePercent, Hcmc);
        Assert.Equal(-1_000_001, cell.GetProperty("gapVnd").GetInt64());
        var money = cell.GetProperty("computed").GetProperty("budget");
        Assert.Equal(("B46", 999_000_000, 100_000_000_001), (money.GetProperty("form").GetString(), money.GetProperty("dx").GetInt64(), money.GetProperty("total").GetInt64()));
    }

    [Fact]
    public async Task Every_write_is_on_the_next_board_of_every_server()
    {
        var api = await new BudgetApi(published.Server, DongNai).OpenAsync(2024);
        await OkAsync(api.TotalAsync(2024, 1_000_000));
        await using var other = ServerHost.Create(
            new ServerOptions(published.Server.ConnectionString), builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await other.StartAsync(TestContext.Current.CancellationToken);
        using var elsewhere = new HttpClient { BaseAddress = new Uri(other.Urls.First()) };

        for (var line = 1; line <= 12; line++)
        {
            await OkAsync(api.RecordAsync(2024, $"L{line}", 1_000), HttpStatusCode.Created);
            var expected = $"{(line < 10 ? "missed" : "met")} {line * 0.1m:0.#} {(line * 0.1m) - 1:0.#} computed 1";
            Assert.Equal(expected, (await BoardAnswer.GetAsync(elsewhere, "year=2024")).Line(OnePercent, DongNai));
            Assert.Equal(expected, (await BoardAnswer.GetAsync(_anybody, "year=2024")).Line(OnePercent, DongNai));
        }

        await other.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_region_is_the_sum_of_parts_over_the_sum_of_parts()
    {
        foreach (var (unit, dx, total) in new[] { (Hcmc, 200_000L, 10_000_000L), (DongNai, 1_000, 1_000_000), (TayNinh, 0, 4_000_000) })
        {
            var api = await new BudgetApi(published.Server, unit).OpenAsync(2025);
            await OkAsync(api.TotalAsync(2025, total));
            await OkAsync(api.RecordAsync(2025, "A", dx), HttpStatusCode.Created);
        }

        var board = await BoardAnswer.GetAsync(_anybody, "year=2025&boundary=2026-11-22");
        Assert.Equal("met 2 1 computed 1", board.Line(OnePercent, Hcmc));
        Assert.Equal("missed 0 -1 computed 1", board.Line(OnePercent, TayNinh));
        Assert.Equal("met 1.34 0.34 computed 1", board.Line(OnePercent, "southeast@2025-07-01")); // 201,000 of 15,000,000, not the mean of 2, 0.1 and 0
        Assert.Equal(51_000, board.Cell(OnePercent, "southeast@2025-07-01").GetProperty("gapVnd").GetInt64());
        Assert.Equal("notComputable", (await BoardAnswer.GetAsync(_anybody, "year=2025&stage=executed")).Cell(OnePercent, Hcmc).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_published_share_and_a_computed_one_stand_side_by_side()
    {
        var api = await new BudgetApi(published.Server, "79@origin").OpenAsync(2022);
        await OkAsync(api.TotalAsync(2022, 1_000_000));
        await OkAsync(api.RecordAsync(2022, "A", 12_000), HttpStatusCode.Created);

        var board = await BoardAnswer.GetAsync(_anybody, "year=2022&boundary=2022-12-31");
        Assert.Equal("missed 0.97 -0.03 published 1", board.Line(OnePercent, "79@origin"));
        var computed = board.Cell(OnePercent, "79@origin").GetProperty("computed");
        Assert.Equal((1.2m, "met", 0.2m, 2_000), (
            computed.GetProperty("value").GetDecimal(), computed.GetProperty("verdict").GetString(), computed.GetProperty("gap").GetDecimal(),
            computed.GetProperty("gapVnd").GetInt64()));
    }

    [Fact]
    public async Task Sample_data_carries_its_mark_onto_the_board()
    {
        var api = await new BudgetApi(published.Server, TayNinh).OpenAsync(2020, illustrative: true);
        await api.SampleTotalAsync(2020, 1_000_000);
        await api.SampleLineAsync(2020, "S", 5_000);

        Assert.True((await BoardAnswer.GetAsync(_anybody, "year=2020")).Cell(OnePercent, TayNinh).GetProperty("illustrative").GetBoolean());
    }

    [Fact]
    public async Task A_raise_is_named_by_the_verdict_and_binds_only_its_province()
    {
        var thisYear = DateTime.UtcNow.AddHours(7).Year;   // a raise does not reach into a finished year
        foreach (var unit in new[] { Hcmc, DongNai })
        {
            var api = await new BudgetApi(published.Server, unit).OpenAsync(thisYear);
            await OkAsync(api.TotalAsync(thisYear, 1_000_000));
            await OkAsync(api.RecordAsync(thisYear, "A", 15_000), HttpStatusCode.Created);
        }

        var approver = published.Server.ClientAs(Hcmc, Role.Approver);
        await OkAsync(approver.PostAsJsonAsync(
            $"/api/v1/targets/{OnePercent}/raises",
            new { unit = Hcmc, goal = new { direction = "atLeast", threshold = 2 }, from = $"{thisYear}-01-01", legalSource = "Nghị quyết HĐND" }));

        var board = await BoardAnswer.GetAsync(_anybody, $"year={thisYear}");
        Assert.Equal("atRisk 1.5 -0.5 computed 1+1", board.Line(OnePercent, Hcmc));
        Assert.Equal("onTrack 1.5 0.5 computed 1", board.Line(OnePercent, DongNai));
    }
}
