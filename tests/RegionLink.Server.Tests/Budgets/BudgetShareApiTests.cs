using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Budgets;

/// <summary>Over the real units of the provinces folder; each test keeps the books of a year of its own.</summary>
public sealed class BudgetShareApiTests(ServerFixture server) : IClassFixture<ServerFixture>, IAsyncLifetime
{
    private const long Million = 1_000_000;

    private BudgetApi _hcmc = null!;
    private BudgetApi _brvt = null!;
    private BudgetApi _binhDuong = null!;
    private BudgetApi _merged = null!;
    private HttpClient _ministry = null!;

    public async ValueTask InitializeAsync()
    {
        var (book, _) = ProvinceBookReader.Read(ProvinceFolder.Find()!);
        await new ReferenceStore(server.DataSource).LoadAsync(book!, TestContext.Current.CancellationToken);
        await server.Services.GetRequiredService<ReferenceCache>().RefreshAsync(TestContext.Current.CancellationToken);
        _hcmc = new BudgetApi(server, "79@origin");
        _brvt = new BudgetApi(server, "77@origin");
        _binhDuong = new BudgetApi(server, "74@origin");
        _merged = new BudgetApi(server, "79@2025-07-01");
        _ministry = server.ClientAs(null, Role.Coordinator);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_share_just_below_one_percent_is_missed_by_what_is_missing()
    {
        await BooksAsync(_hcmc, 2010, 9_999 * Million, 1_000_000 * Million);

        var share = (await AskAsync("79@origin", 2010)).GetProperty("share");

        Assert.Equal((true, false, false), (Flag(share, "computable"), Flag(share, "reached"), Flag(share, "illustrative")));
        Assert.Equal((9_999 * Million, 1_000_000 * Million, "B46"), (Vnd(share, "numeratorVnd"), Vnd(share, "denominatorVnd"), share.GetProperty("form").GetString()));
        Assert.Equal((0.9999m, 0.0001m, Million), (share.GetProperty("percent").GetDecimal(), share.GetProperty("gapPoints").GetDecimal(), Vnd(share, "gapVnd")));
        Assert.Equal("computed", share.GetProperty("origin").GetString());

        await OkAsync(_hcmc.RecordAsync(2010, "MORE", Million), HttpStatusCode.Created);
        share = (await AskAsync("79@origin", 2010)).GetProperty("share");
        Assert.Equal((true, 0), (Flag(share, "reached"), Vnd(share, "gapVnd")));
    }

    [Fact]
    public async Task Parents_other_money_and_other_stages_stay_out_of_the_numerator()
    {
        await BooksAsync(_hcmc, 2011, 1_000, 1_000_000);
        await OkAsync(_hcmc.RecordAsync(2011, "PART", 300, parent: "79@origin/2011/A"), HttpStatusCode.Created);
        await OkAsync(_hcmc.RecordAsync(2011, "DONOR", 5_000, funding: "nonState"), HttpStatusCode.Created);
        await OkAsync(_hcmc.RecordAsync(2011, "LATER", 70, dx: null), HttpStatusCode.Created);
        await OkAsync(_hcmc.PostLineAsync(2011, "PART", "adjust", new { amounts = new[] { new { stage = "executed", amount = 1 } } }));

        var share = (await AskAsync("79@origin", 2011)).GetProperty("share");

        Assert.Equal((300, 5_000, 70), (Vnd(share, "numeratorVnd"), Vnd(share, "nonStateDxVnd"), Vnd(share, "unclassifiedVnd")));
        Assert.Equal(["79@origin budget-share.total-missing"], Obstacles((await AskAsync("79@origin", 2011, "executed")).GetProperty("share")));
    }

    [Fact]
    public async Task What_is_missing_is_named_and_never_zero()
    {
        await _hcmc.OpenAsync(2012);
        await OkAsync(_hcmc.TotalAsync(2012, 1_000_000, confirm: "Số liệu thử"));

        var share = (await AskAsync("79@origin", 2012)).GetProperty("share");

        Assert.False(Flag(share, "computable"));
        Assert.Equal(JsonValueKind.Null, share.GetProperty("percent").ValueKind);
        Assert.Equal(["79@origin budget-share.lines-missing"], Obstacles(share));
    }

    [Fact]
    public async Task The_past_of_the_merged_city_is_the_sum_of_its_three_predecessors()
    {
        await BooksAsync(_hcmc, 2013, 900, 100_000);
        await BooksAsync(_brvt, 2013, 50, 20_000);
        Assert.Equal(
            ["74@origin budget-share.lines-missing", "74@origin budget-share.total-missing"],
            Obstacles((await AskAsync("79@2025-07-01", 2013)).GetProperty("share")));

        await BooksAsync(_binhDuong, 2013, 50, 30_000);
        var share = (await AskAsync("79@2025-07-01", 2013)).GetProperty("share");
        Assert.Equal((1_000, 150_000), (Vnd(share, "numeratorVnd"), Vnd(share, "denominatorVnd")));
    }

    [Fact]
    public async Task A_boundary_date_shows_the_units_of_that_day()
    {
        await BooksAsync(_hcmc, 2014, 900, 100_000);
        await BooksAsync(_brvt, 2014, 50, 20_000);
        await BooksAsync(_binhDuong, 2014, 50, 30_000);

        var then = await AskAsync("79@2025-07-01", 2014, boundary: "2024-12-31");
        Assert.Equal(["74@origin", "77@origin", "79@origin"], Units(then.GetProperty("share")));
        Assert.True(Flag(then, "sameTerritory"));
        Assert.Equal([50, 50, 900], then.GetProperty("perUnit").EnumerateArray().Select(u => Vnd(u, "numeratorVnd")));

        var now = await AskAsync("77@origin", 2014, boundary: "2026-01-01");
        Assert.Equal(["79@2025-07-01"], Units(now.GetProperty("share")));
        Assert.False(Flag(now, "sameTerritory"));
        Assert.Equal(then.GetProperty("share").GetProperty("numeratorVnd").GetInt64(), now.GetProperty("share").GetProperty("numeratorVnd").GetInt64());
    }

    [Fact]
    public async Task The_year_of_the_merger_adds_old_lines_to_new_ones_over_the_new_total()
    {
        await _hcmc.OpenAsync(2025);
        await OkAsync(_hcmc.RecordAsync(2025, "OLD", 40), HttpStatusCode.Created);
        await BooksAsync(_merged, 2025, 60, 10_000);

        var share = (await AskAsync("79@2025-07-01", 2025)).GetProperty("share");

        Assert.Equal((100, 10_000, true), (Vnd(share, "numeratorVnd"), Vnd(share, "denominatorVnd"), Flag(share, "reached")));
    }

    [Fact]
    public async Task A_year_that_began_after_the_merger_is_the_new_units_alone()
    {
        Assert.Equal(
            ["79@2025-07-01 budget-share.lines-missing", "79@2025-07-01 budget-share.total-missing"],
            Obstacles((await AskAsync("79@2025-07-01", 2027)).GetProperty("share")));

        await BooksAsync(_merged, 2027, 60, 10_000);
        Assert.Equal(60, Vnd((await AskAsync("79@2025-07-01", 2027)).GetProperty("share"), "numeratorVnd"));
    }

    [Fact]
    public async Task Sample_data_marks_the_share_and_can_be_left_out()
    {
        await _hcmc.OpenAsync(2015, illustrative: true);
        await _hcmc.SampleTotalAsync(2015, 1_000);
        await _hcmc.SampleLineAsync(2015, "SAMPLE", 10);

        var share = (await AskAsync("79@origin", 2015)).GetProperty("share");
        Assert.Equal((true, true), (Flag(share, "computable"), Flag(share, "illustrative")));
        var real = (await AskAsync("79@origin", 2015, more: "&realOnly=true")).GetProperty("share");
        Assert.Equal(["79@origin budget-share.lines-missing", "79@origin budget-share.total-missing"], Obstacles(real));

        await OkAsync(_hcmc.TotalAsync(2015, 2_000, confirm: "Số liệu thử"));
        await OkAsync(_hcmc.RecordAsync(2015, "REAL", 10), HttpStatusCode.Created);
        share = (await AskAsync("79@origin", 2015)).GetProperty("share");
        Assert.Equal((10, 2_000, false), (Vnd(share, "numeratorVnd"), Vnd(share, "denominatorVnd"), Flag(share, "illustrative")));
    }

    [Fact]
    public async Task The_region_is_all_its_provinces_of_the_day()
    {
        var region = await AskAsync("southeast@origin", 2016, boundary: "2016-12-31");

        Assert.Equal(["70@origin", "72@origin", "74@origin", "75@origin", "77@origin", "79@origin"], Units(region.GetProperty("share")));
        Assert.False(Flag(region.GetProperty("share"), "computable"));
    }

    [Fact]
    public async Task A_share_is_seen_by_whom_the_lines_are_shared_with()
    {
        await BooksAsync(_binhDuong, 2017, 50, 30_000);
        const string Address = "/api/v1/provinces/74@origin/budget-share?year=2017&stage=decided";

        Assert.Equal("budget-share.not-shared", await RefusedAsync(server.Anonymous().GetAsync(Address), HttpStatusCode.Forbidden));
        await OkAsync(_hcmc.Reporter.GetAsync(Address));
    }

    [Fact]
    public async Task A_question_with_faults_is_told_all_of_them() => Assert.Equal(
        "request.parameter-unknown request.parameter-unreadable request.parameter-unreadable request.parameter-unreadable request.parameter-unreadable",
        await RefusedAsync(
            _ministry.GetAsync("/api/v1/provinces/79@origin/budget-share?stage=planned&boundary=2025&floor=101&colour=red"), HttpStatusCode.BadRequest));

    [Theory]
    [InlineData("99@origin", "")]
    [InlineData("79@origin", "&boundary=9999-99-99")]
    public async Task A_unit_nobody_knows_is_404_and_a_day_that_is_none_400(string unit, string more)
    {
        using var answer = await _ministry.GetAsync($"/api/v1/provinces/{unit}/budget-share?year=2022&stage=decided{more}");

        Assert.Equal(more.Length == 0 ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_year_is_opened_within_the_life_of_the_unit()
    {
        static Task<HttpResponseMessage> OpenAsync(BudgetApi api, int year) =>
            api.Approver.PutAsync($"/api/v1/provinces/{api.Unit}/fiscal-years/{year}", null);

        Assert.True(Flag(await OkAsync(OpenAsync(_hcmc, 2020)), "open"));
        Assert.Equal("province.unit-not-there", await RefusedAsync(OpenAsync(_hcmc, 2026)));
        Assert.Equal("province.unit-not-there", await RefusedAsync(OpenAsync(_merged, 2024)));
        Assert.Equal("request.not-found", await RefusedAsync(OpenAsync(new BudgetApi(server, "99@origin"), 2026), HttpStatusCode.NotFound));
    }

    private static async Task BooksAsync(BudgetApi api, int year, long dx, long total)
    {
        await api.OpenAsync(year);
        await OkAsync(api.TotalAsync(year, total, confirm: "Số liệu thử"));
        await OkAsync(api.RecordAsync(year, "A", dx), HttpStatusCode.Created);
    }

    private Task<JsonElement> AskAsync(string unit, int year, string stage = "decided", string? boundary = null, string more = "") => OkAsync(
        _ministry.GetAsync($"/api/v1/provinces/{unit}/budget-share?year={year}&stage={stage}{(boundary is null ? "" : $"&boundary={boundary}")}{more}"));

    private static bool Flag(JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    private static long Vnd(JsonElement json, string name) => json.GetProperty(name).GetInt64();

    private static IEnumerable<string?> Units(JsonElement share) => share.GetProperty("units").EnumerateArray().Select(u => u.GetString());

    private static IEnumerable<string> Obstacles(JsonElement share) =>
        share.GetProperty("obstacles").EnumerateArray().Select(o => $"{o.GetProperty("unit").GetString()} {o.GetProperty("code").GetString()}");
}
