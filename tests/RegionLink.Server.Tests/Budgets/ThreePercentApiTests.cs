using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Budgets;

/// <summary>The law's floor for science, technology, innovation and digital transformation; each test keeps the books of a year of its own.</summary>
public sealed class ThreePercentApiTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly BudgetApi _hcmc = new(server, "79@origin");
    private readonly BudgetApi _brvt = new(server, "77@origin");
    private readonly BudgetApi _binhDuong = new(server, "74@origin");

    [Fact]
    public async Task The_floor_is_missed_by_exactly_what_is_missing_and_met_with_it()
    {
        await _hcmc.OpenAsync(2010);
        await OkAsync(_hcmc.TotalAsync(2010, 1_000_000, confirm: "Số liệu thử"));
        await OkAsync(_hcmc.RecordAsync(2010, "DX", 9_000), HttpStatusCode.Created);
        await ScienceAsync(_hcmc, 2010, "KHCN", 20_999);

        var answer = await AskAsync("79@origin", 2010);
        var floor = answer.GetProperty("floor");
        Assert.Equal(
            (9_000, 20_999, 29_999, 1_000_000),
            (Vnd(floor, "dxVnd"), Vnd(floor, "scienceVnd"), Vnd(floor, "numeratorVnd"), Vnd(floor, "denominatorVnd")));
        Assert.Equal(("missed", 2.9999m, 3m), (Text(floor, "verdict"), floor.GetProperty("percent").GetDecimal(), floor.GetProperty("floorPercent").GetDecimal()));
        Assert.Equal((1, 0.0001m), (Vnd(floor, "gapVnd"), floor.GetProperty("gapPoints").GetDecimal()));

        await ScienceAsync(_hcmc, 2010, "KHCN-2", 1);
        floor = (await AskAsync("79@origin", 2010)).GetProperty("floor");
        Assert.Equal(("met", 0), (Text(floor, "verdict"), Vnd(floor, "gapVnd")));
    }

    [Fact]
    public async Task The_law_behind_it_is_named_with_the_years_it_binds_in()
    {
        var law = (await AskAsync("79@origin", 2025)).GetProperty("legalSource");

        Assert.Equal(("148/2025/QH15", "20.1", "2026-07-01"), (Text(law, "act"), Text(law, "article"), Text(law, "inForceFrom")));
        Assert.False(law.GetProperty("bindsInYear").GetBoolean());
        Assert.True((await AskAsync("79@2025-07-01", 2026)).GetProperty("legalSource").GetProperty("bindsInYear").GetBoolean());
    }

    [Fact]
    public async Task What_is_missing_is_named_and_never_zero()
    {
        await _hcmc.OpenAsync(2011);
        await ScienceAsync(_hcmc, 2011, "KHCN", 5);

        var floor = (await AskAsync("79@origin", 2011)).GetProperty("floor");
        Assert.Equal("notComputable", Text(floor, "verdict"));
        Assert.Equal(JsonValueKind.Null, floor.GetProperty("numeratorVnd").ValueKind);
        Assert.Equal("budget-share.total-missing", Text(Assert.Single(floor.GetProperty("obstacles").EnumerateArray()), "code"));
    }

    [Fact]
    public async Task A_merged_city_is_the_sum_of_its_predecessors()
    {
        foreach (var (api, dx, science, total) in new[] { (_hcmc, 900, 2_000, 100_000), (_brvt, 50, 0, 20_000), (_binhDuong, 50, 1_500, 30_000) })
        {
            await api.OpenAsync(2013);
            await OkAsync(api.TotalAsync(2013, total, confirm: "Số liệu thử"));
            await OkAsync(api.RecordAsync(2013, "DX", dx), HttpStatusCode.Created);
            await ScienceAsync(api, 2013, "KHCN", science);
        }

        var answer = await AskAsync("79@2025-07-01", 2013);
        var floor = answer.GetProperty("floor");
        Assert.Equal((4_500, 150_000, "met"), (Vnd(floor, "numeratorVnd"), Vnd(floor, "denominatorVnd"), Text(floor, "verdict")));
    }

    [Fact]
    public async Task It_is_seen_by_whom_the_lines_are_shared_with_and_takes_no_floor_of_ones_own()
    {
        await _binhDuong.OpenAsync(2017);
        await ScienceAsync(_binhDuong, 2017, "KHCN", 5);

        Assert.Equal(
            "budget-share.not-shared",
            await RefusedAsync(server.Anonymous().GetAsync("/api/v1/provinces/74@origin/three-percent-floor?year=2017&stage=decided"), HttpStatusCode.Forbidden));
        Assert.Equal(
            "request.parameter-unknown",
            await RefusedAsync(server.ClientAs(null, Role.Coordinator).GetAsync("/api/v1/provinces/74@origin/three-percent-floor?year=2017&stage=decided&floor=1"), HttpStatusCode.BadRequest));
    }

    private static async Task ScienceAsync(BudgetApi api, int year, string number, long vnd) => await OkAsync(
        api.Reporter.PostAsJsonAsync("/api/v1/budget-lines", new
        {
            unit = api.Unit,
            year,
            number,
            label = "Nhiệm vụ khoa học và công nghệ",
            classification = new { funding = "state", dx = false, ground = "Không thuộc chuyển đổi số", floor = "threePercent" },
            amounts = new[] { new { stage = "decided", amount = vnd } },
        }),
        HttpStatusCode.Created);

    private Task<JsonElement> AskAsync(string unit, int year) => OkAsync(
        server.ClientAs(null, Role.Coordinator).GetAsync($"/api/v1/provinces/{unit}/three-percent-floor?year={year}&stage=decided"));

    private static long Vnd(JsonElement json, string name) => json.GetProperty(name).GetInt64();

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
