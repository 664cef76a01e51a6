using System.Net;
using System.Net.Http.Json;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Targets;

public sealed class TargetApiTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    private const string Hcmc = "79@2025-07-01";
    private static readonly int ThisYear = DateTime.UtcNow.AddHours(7).Year;
    private static int _number;
    private readonly HttpClient _ministry = published.Server.ClientAs(null, Role.Coordinator);
    private readonly HttpClient _approver = published.Server.ClientAs(Hcmc, Role.Approver);

    [Fact]
    public async Task The_published_targets_are_listed_and_found()
    {
        var list = await OkAsync(_approver.GetAsync("/api/v1/targets?metric=dx_budget_share&id=dx-budget-1pct-law,dx-budget-1pct-proposal"));
        Assert.Equal(["dx-budget-1pct-law", "dx-budget-1pct-proposal"], list.GetProperty("items").EnumerateArray().Select(t => t.GetProperty("id").GetString()));

        var one = await OkAsync(_approver.GetAsync("/api/v1/targets/nq24-digital-economy-2030"));
        var goal = one.GetProperty("versions")[0].GetProperty("terms").GetProperty("goal");
        Assert.Equal(("between", 30m, 35m), (goal.GetProperty("direction").GetString(), goal.GetProperty("threshold").GetDecimal(), goal.GetProperty("upper").GetDecimal()));
    }

    [Fact]
    public async Task A_target_is_set_changed_ended_and_its_history_kept()
    {
        var id = await SetAsync();
        var changed = await OkAsync(_ministry.PostAsJsonAsync($"/api/v1/targets/{id}/versions", new { terms = Terms(2, $"{ThisYear + 1}-01-01"), reason = "Nghị quyết mới" }));
        Assert.Equal([1m, 2m], changed.GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("terms").GetProperty("goal").GetProperty("threshold").GetDecimal()));
        await OkAsync(_ministry.PostAsJsonAsync($"/api/v1/targets/{id}/end", new { until = $"{ThisYear + 5}-12-31", reason = "Hết giai đoạn" }));

        var history = await OkAsync(_approver.GetAsync($"/api/v1/targets/{id}/history"));
        Assert.Equal(["target-set", "target-changed", "target-ended"], history.EnumerateArray().Select(h => h.GetProperty("type").GetString()));
        var many = await OkAsync(_approver.GetAsync($"/api/v1/histories/targets?ids=no-such,{id}&last=2"));
        Assert.Equal(["target-changed", "target-ended"], Assert.Single(many.EnumerateArray()).GetProperty("changes").EnumerateArray().Select(h => h.GetProperty("type").GetString()));
        var versions = (await OkAsync(_approver.GetAsync($"/api/v1/target-versions?target={id}&sort=number"))).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([(1, 1m, null), (2, 2m, "Nghị quyết mới")], versions.Select(v => (v.GetProperty("number").GetInt32(), v.GetProperty("threshold").GetDecimal(), v.GetProperty("reason").GetString())));
        Assert.Equal($"{ThisYear + 5}-12-31", versions[1].GetProperty("endedOn").GetString());
        var listed = (await OkAsync(_approver.GetAsync($"/api/v1/targets?id={id}"))).GetProperty("items")[0];
        Assert.Equal((2, $"{ThisYear + 5}-12-31"), (listed.GetProperty("currentVersion").GetInt32(), listed.GetProperty("validUntil").GetString()));
    }

    [Fact]
    public async Task Every_refusal_of_a_new_target_comes_at_once()
    {
        var terms = new
        {
            goal = new { direction = "between", threshold = 5 },
            due = new { everyYearFrom = 2026, by = "2030-12-31" },
            legalSource = " ",
            from = "2026-01-01",
            until = "2025-01-01",
        };
        Assert.Equal(
            "target.upper-missing target.legal-source-missing target.validity-reversed target.due-unclear target.metric-unknown target.scope-unit-missing",
            await RefusedAsync(_ministry.PostAsJsonAsync(
                "/api/v1/targets", new { id = "unsound", metric = "nothing", scope = "unit", unitOfMeasure = "percent", terms })));
        Assert.Equal("target.id-unusable target.upper-missing target.legal-source-missing target.validity-reversed target.due-unclear", await RefusedAsync(_ministry.PostAsJsonAsync(
            "/api/v1/targets", new { id = "Có dấu", metric = "dx_budget_share", scope = "region", unitOfMeasure = "percent", terms })));
    }

    [Fact]
    public async Task A_threshold_that_can_only_be_a_mistake_is_refused_and_the_board_goes_on()
    {
        var terms = new { goal = new { direction = "atLeast", threshold = 79228162514264337593543950335m }, due = new { everyYearFrom = ThisYear }, legalSource = "Thử" };
        Assert.Equal("target.out-of-range", await RefusedAsync(_ministry.PostAsJsonAsync(
            "/api/v1/targets", new { id = "mistyped", metric = "dx_budget_share", scope = "eachProvince", unitOfMeasure = "percent", terms })));
        await OkAsync(_ministry.GetAsync("/api/v1/scoreboard"));
    }

    [Fact]
    public async Task A_province_raises_its_own_target_and_never_lowers_it()
    {
        var id = await SetAsync();
        await OkAsync(RaiseAsync(id, _approver, Hcmc, 1.5m));
        Assert.Equal("target.not-stricter", await RefusedAsync(RaiseAsync(id, _approver, Hcmc, 1.2m)));
        Assert.Equal("access.other-province", await RefusedAsync(RaiseAsync(id, _approver, "80@2025-07-01", 2), HttpStatusCode.Forbidden));
        Assert.Equal("access.right-missing", await RefusedAsync(RaiseAsync(id, _ministry, Hcmc, 2), HttpStatusCode.Forbidden));

        await OkAsync(_ministry.PostAsJsonAsync($"/api/v1/targets/{id}/raises/cancel", new { unit = Hcmc, reason = "Gõ nhầm" }));
        var raises = (await OkAsync(_approver.GetAsync($"/api/v1/target-raises?target={id}"))).GetProperty("items");
        Assert.Equal("Gõ nhầm", Assert.Single(raises.EnumerateArray()).GetProperty("cancelledBecause").GetString());
    }

    [Fact]
    public async Task A_stale_reader_does_not_change_a_target()
    {
        var id = await SetAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/targets/{id}/end")
        {
            Content = JsonContent.Create(new { until = $"{ThisYear}-12-31", reason = "Hết hiệu lực" }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"7\"");
        using var answer = await _ministry.SendAsync(request);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Fact]
    public async Task There_is_nothing_to_do_with_a_target_that_is_not_there()
    {
        Assert.Equal("request.not-found", await RefusedAsync(_approver.GetAsync("/api/v1/targets/none"), HttpStatusCode.NotFound));
        Assert.Equal("request.not-found", await RefusedAsync(_approver.GetAsync("/api/v1/targets/none/history"), HttpStatusCode.NotFound));
        Assert.Equal("request.not-found", await RefusedAsync(RaiseAsync("none", _approver, Hcmc, 2), HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Rebuilding_gives_the_same_rows()
    {
        var id = await SetAsync();
        await OkAsync(RaiseAsync(id, _approver, Hcmc, 1.5m));
        await OkAsync(_ministry.PostAsJsonAsync($"/api/v1/targets/{id}/end", new { until = $"{ThisYear + 1}-12-31", reason = "Hết giai đoạn" }));
        var before = await RowsAsync();

        await new Runtime.Grains.Rebuild(published.Server.DataSource, [
            Runtime.Grains.GrainRegistration.Of(Runtime.Targets.TargetGrain.Type, Runtime.Targets.TargetGrain.Tables),
            Runtime.Observations.ObservationBatchLog.Registration,
        ]).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before, await RowsAsync());
    }

    private async Task<string> RowsAsync()
    {
        await using var command = published.Server.DataSource.CreateCommand("""
            select string_agg(md5(r), '' order by r)
              from (select t::text from target t union all select v::text from target_version v union all select r::text from target_raise r
                    union all select b::text from observation_batch b) as rows (r)
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> SetAsync()
    {
        var id = $"test-{Interlocked.Increment(ref _number)}";
        var set = await OkAsync(
            _ministry.PostAsJsonAsync("/api/v1/targets", new { id, metric = "dx_budget_share", scope = "eachProvince", unitOfMeasure = "percent", terms = Terms(1, $"{ThisYear}-01-01") }),
            HttpStatusCode.Created);
        Assert.Equal(id, set.GetProperty("id").GetString());
        return id;
    }

    private static object Terms(decimal threshold, string from) => new
    {
        goal = new { direction = "atLeast", threshold },
        due = new { everyYearFrom = int.Parse(from[..4], System.Globalization.CultureInfo.InvariantCulture) },
        legalSource = "Nghị quyết thử nghiệm",
        from,
    };

    private static Task<HttpResponseMessage> RaiseAsync(string id, HttpClient client, string unit, decimal threshold) => client.PostAsJsonAsync(
        $"/api/v1/targets/{id}/raises", new { unit, goal = new { direction = "atLeast", threshold }, from = $"{ThisYear}-01-01", legalSource = "Nghị quyết HĐND" });
}
