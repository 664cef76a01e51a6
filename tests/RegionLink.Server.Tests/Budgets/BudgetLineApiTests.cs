using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Budgets;

public sealed class BudgetLineApiTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly string[] NoStage = [];

    private static int _unit = 10;

    /// <summary>Each test has a province of its own.</summary>
    private async Task<BudgetApi> ProvinceAsync() => await new BudgetApi(server, $"{Interlocked.Increment(ref _unit)}@origin").OpenAsync(2026);

    [Fact]
    public async Task A_line_is_taken_in_and_found_again()
    {
        var api = await ProvinceAsync();
        using var created = await api.RecordAsync(2026, "CDS-1", 5_000_000_000);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", created.Headers.ETag!.Tag);
        Assert.Equal($"/api/v1/budget-lines/{api.Unit}/2026/CDS-1", created.Headers.Location!.OriginalString);
        var line = await OkAsync(api.Reporter.GetAsync(created.Headers.Location));
        Assert.Equal("Nâng cấp nền tảng số", line.GetProperty("label").GetString());
        var amount = line.GetProperty("amounts")[0];
        Assert.Equal(("decided", 5_000_000_000, "entered"), (amount.GetProperty("stage").GetString(), amount.GetProperty("amount").GetInt64(), amount.GetProperty("origin").GetString()));
        Assert.Equal("A02", line.GetProperty("classification").GetProperty("category").GetString());
        Assert.False(line.GetProperty("illustrative").GetBoolean());
    }

    [Fact]
    public async Task Every_refusal_comes_at_once_in_both_languages()
    {
        var api = await ProvinceAsync();
        var body = new
        {
            unit = api.Unit,
            year = 2027,
            number = "A",
            label = " ",
            classification = new { funding = "nonState", dx = true, floor = "onePercent" },
            amounts = new[] { new { stage = "decided", amount = -1 }, new { stage = "decided", amount = 1 } },
            parent = "nowhere",
            project = "99@origin/DA-1",
        };

        // The project is looked up, too; there is none.
        Assert.Equal(
            "budget.fiscal-year-not-opened budget.label-missing budget.ground-missing budget.category-missing budget.floor-needs-state "
            + "budget.amount-out-of-range budget.stage-repeated budget.project-unknown budget.parent-unknown",
            await RefusedAsync(api.Reporter.PostAsJsonAsync("/api/v1/budget-lines", body)));
    }

    [Fact]
    public async Task Malformed_requests_are_told_every_fault()
    {
        var api = await ProvinceAsync();
        var faults = await RefusedAsync(
            api.Reporter.PostAsJsonAsync("/api/v1/budget-lines", new
            {
                unit = "seventy-nine",
                year = "2026",
                number = "A",
                classification = new { funding = "private", colour = "red" },
                amounts = new[] { new { stage = "decided", amount = 1.5 } },
            }),
            HttpStatusCode.BadRequest);

        Assert.Equal(
            ["request.field-missing", "request.field-unknown", "request.field-unreadable", "request.field-unreadable", "request.field-unreadable", "request.field-unreadable"],
            faults.Split(' ').Order());
    }

    [Fact]
    public async Task An_adjustment_keeps_the_old_amount_and_the_reason()
    {
        var api = await ProvinceAsync();
        await OkAsync(api.RecordAsync(2026, "A", 10), HttpStatusCode.Created);
        object[] amounts = [new { stage = "decided", amount = 12, source = "NQ 15/NQ-HĐND" }];

        Assert.Equal("budget.reason-missing", await RefusedAsync(api.PostLineAsync(2026, "A", "adjust", new { amounts })));
        var line = await OkAsync(api.PostLineAsync(2026, "A", "adjust", new { amounts, reason = "Điều chỉnh giữa năm" }));

        Assert.Equal((12, 2), (line.GetProperty("amounts")[0].GetProperty("amount").GetInt64(), line.GetProperty("version").GetInt64()));
        var history = await OkAsync(api.Reporter.GetAsync($"/api/v1/budget-lines/{api.Unit}/2026/A/history"));
        Assert.Equal(["recorded", "amount-adjusted"], history.EnumerateArray().Select(h => h.GetProperty("type").GetString()));
        var fact = history[1].GetProperty("fact");
        Assert.Equal((10, "Điều chỉnh giữa năm"), (fact.GetProperty("before").GetInt64(), fact.GetProperty("reason").GetString()));
        Assert.StartsWith("user:", history[1].GetProperty("by").GetString(), StringComparison.Ordinal);

        var earlier = await OkAsync(api.Reporter.GetAsync($"/api/v1/histories/budget-lines?ids={api.Unit}/2026/A&before=2"));
        Assert.Equal("recorded", Assert.Single(earlier[0].GetProperty("changes").EnumerateArray()).GetProperty("type").GetString());
        foreach (var wrong in (string[])["ids=", "ids=a&last=0", "ids=a&last=201", $"ids={string.Join(',', Enumerable.Range(0, 501))}"])
        {
            Assert.Equal("request.parameter-unreadable", await RefusedAsync(api.Reporter.GetAsync($"/api/v1/histories/budget-lines?{wrong}"), HttpStatusCode.BadRequest));
        }
    }

    [Fact]
    public async Task A_thousandfold_amount_has_to_be_confirmed()
    {
        var api = await ProvinceAsync();
        await OkAsync(api.RecordAsync(2026, "A", 10), HttpStatusCode.Created);
        object[] amounts = [new { stage = "decided", amount = 10_000 }];

        Assert.Equal("budget.line-scale-jump", await RefusedAsync(api.PostLineAsync(2026, "A", "adjust", new { amounts, reason = "Sửa" })));
        await OkAsync(api.PostLineAsync(2026, "A", "adjust", new { amounts, reason = "Sửa", confirmScaleJump = "Ghi nhầm nghìn đồng" }));
    }

    [Fact]
    public async Task Classifying_and_withdrawing_are_changes_of_the_line()
    {
        var api = await ProvinceAsync();
        await OkAsync(api.RecordAsync(2026, "A", 10, dx: null), HttpStatusCode.Created);

        Assert.Equal("budget.ground-missing", await RefusedAsync(api.PostLineAsync(2026, "A", "classify", new { funding = "state", dx = false })));
        var line = await OkAsync(api.PostLineAsync(2026, "A", "classify", new { funding = "state", dx = false, ground = "Chi khác" }));
        Assert.False(line.GetProperty("classification").GetProperty("dx").GetBoolean());
        line = await OkAsync(api.PostLineAsync(2026, "A", "withdraw", new { reason = "Nhập trùng" }));
        Assert.Equal("Nhập trùng", line.GetProperty("withdrawnBecause").GetString());
        Assert.Equal("budget.line-withdrawn", await RefusedAsync(api.PostLineAsync(2026, "A", "classify", new { funding = "state" })));
    }

    [Fact]
    public async Task A_stale_version_is_412_and_a_repeated_key_is_done_once()
    {
        var api = await ProvinceAsync();
        await OkAsync(api.RecordAsync(2026, "A", 10), HttpStatusCode.Created);
        object[] amounts = [new { stage = "executed", amount = 3 }];
        HttpRequestMessage Request(string? ifMatch, object body)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/budget-lines/{api.Unit}/2026/A/adjust") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", "adjust-1");
            if (ifMatch is not null)
            {
                request.Headers.IfMatch.Add(new EntityTagHeaderValue(ifMatch));
            }

            return request;
        }

        using var first = await api.Reporter.SendAsync(Request("\"1\"", new { amounts }));
        using var again = await api.Reporter.SendAsync(Request("\"1\"", new { amounts }));
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (again.StatusCode, again.Headers.ETag!.Tag));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal("request.key-reused", await RefusedAsync(api.Reporter.SendAsync(Request("\"1\"", new { amounts = NoStage })), HttpStatusCode.Conflict));
        using var stale = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/budget-lines/{api.Unit}/2026/A/withdraw") { Content = JsonContent.Create(new { reason = "Nhập trùng" }) };
        stale.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
        Assert.Equal("request.stale", await RefusedAsync(api.Reporter.SendAsync(stale), HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task What_is_not_there_is_404()
    {
        var api = await ProvinceAsync();

        Assert.Equal("request.not-found", await RefusedAsync(api.Reporter.GetAsync($"/api/v1/budget-lines/{api.Unit}/2026/nope"), HttpStatusCode.NotFound));
        Assert.Equal("request.not-found", await RefusedAsync(api.Reporter.GetAsync($"/api/v1/budget-lines/{api.Unit}/2026/nope/history"), HttpStatusCode.NotFound));
        Assert.Equal("request.not-found", await RefusedAsync(api.Reporter.GetAsync($"/api/v1/budget-lines/{api.Unit}/x/nope"), HttpStatusCode.NotFound));
        Assert.Equal("request.not-found", await RefusedAsync(api.PostLineAsync(2026, "nope", "withdraw", new { reason = "Nhập trùng" }), HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Nobody_writes_for_another_province()
    {
        var (api, other) = (await ProvinceAsync(), await ProvinceAsync());
        await OkAsync(api.RecordAsync(2026, "A", 10), HttpStatusCode.Created);

        Assert.Equal(
            "access.other-province",
            await RefusedAsync(other.Reporter.PostAsJsonAsync("/api/v1/budget-lines", Line(api.Unit, 2026, "B", 1)), HttpStatusCode.Forbidden));
        Assert.Equal(
            "access.other-province",
            await RefusedAsync(
                other.Reporter.PostAsJsonAsync($"/api/v1/budget-lines/{api.Unit}/2026/A/withdraw", new { reason = "Sai" }), HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Lines_are_seen_as_the_province_shares_them()
    {
        var (api, other) = (await ProvinceAsync(), await ProvinceAsync());
        await OkAsync(api.RecordAsync(2026, "A", 10), HttpStatusCode.Created);
        using var anonymous = server.Anonymous();
        using var ministry = server.ClientAs(null, Role.Coordinator);

        await AssertSeenByAsync(api, other.Reporter, true);
        await AssertSeenByAsync(api, anonymous, false);

        await OkAsync(api.Approver.PutAsJsonAsync($"/api/v1/provinces/{api.Unit}/sharing", new { budgetLines = "private" }));
        await AssertSeenByAsync(api, other.Reporter, false);
        await AssertSeenByAsync(api, api.Reporter, true);
        await AssertSeenByAsync(api, ministry, true);

        await OkAsync(api.Approver.PutAsJsonAsync($"/api/v1/provinces/{api.Unit}/sharing", new { budgetLines = "public" }));
        await AssertSeenByAsync(api, anonymous, true);
    }

    [Fact]
    public async Task The_list_is_filtered_paged_and_downloaded()
    {
        var api = await ProvinceAsync();
        foreach (var i in Enumerable.Range(1, 5))
        {
            await OkAsync(api.RecordAsync(2026, $"L{i}", i * 1_000_000_000L, dx: i % 2 == 0), HttpStatusCode.Created);
        }

        var dx = await OkAsync(api.Reporter.GetAsync($"/api/v1/budget-lines?unit={api.Unit}&dx=true&decided.gte=3000000000"));
        Assert.Equal("L4", Assert.Single(dx.GetProperty("items").EnumerateArray()).GetProperty("number").GetString());

        var page = await OkAsync(api.Reporter.GetAsync($"/api/v1/budget-lines?unit={api.Unit}&limit=3&total=true"));
        Assert.Equal((3, 5), (page.GetProperty("items").GetArrayLength(), page.GetProperty("total").GetInt32()));
        var rest = await OkAsync(api.Reporter.GetAsync($"/api/v1/budget-lines?unit={api.Unit}&limit=3&cursor={page.GetProperty("next").GetString()}"));
        Assert.Equal(["L4", "L5"], rest.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()));

        var byIds = await OkAsync(api.Reporter.GetAsync($"/api/v1/budget-lines?ids={api.Unit}/2026/L1,{api.Unit}/2026/L5,{api.Unit}/2026/L9"));
        Assert.Equal(2, byIds.GetProperty("items").GetArrayLength());

        using var asCsv = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/budget-lines?unit={api.Unit}");
        asCsv.Headers.Accept.ParseAdd("text/csv");
        using var csv = await api.Reporter.SendAsync(asCsv);
        Assert.Equal(6, (await csv.Content.ReadAsStringAsync()).Trim().Split('\n').Length);
    }

    private static async Task AssertSeenByAsync(BudgetApi api, HttpClient reader, bool seen)
    {
        using var one = await reader.GetAsync($"/api/v1/budget-lines/{api.Unit}/2026/A");
        using var history = await reader.GetAsync($"/api/v1/budget-lines/{api.Unit}/2026/A/history");
        var histories = await OkAsync(reader.GetAsync($"/api/v1/histories/budget-lines?ids={api.Unit}/2026/A,no key,{api.Unit}/2026/none"));
        Assert.Equal(seen ? 1 : 0, histories.GetArrayLength());
        JsonElement list = await OkAsync(reader.GetAsync($"/api/v1/budget-lines?unit={api.Unit}"));
        var expected = seen ? HttpStatusCode.OK : HttpStatusCode.NotFound;
        Assert.Equal((expected, expected, seen ? 1 : 0), (one.StatusCode, history.StatusCode, list.GetProperty("items").GetArrayLength()));
    }
}
