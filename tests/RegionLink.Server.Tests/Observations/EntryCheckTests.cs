using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Common;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Keys;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Observations;

/// <summary>What is asked before a value entered through the API is written. Each test has years of its own.</summary>
public sealed class EntryCheckTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    private const string Hcmc = "79@2025-07-01";
    private readonly HttpClient _reporter = published.Server.ClientAs(Hcmc, Role.Reporter);

    [Theory]
    [InlineData("grdp_constant_2010", "2052", 12_000_000_000)]   // a new period, a thousand times the one before
    [InlineData("local_budget_recurrent", "2051", 12)]           // the same period again, a million times smaller
    public async Task A_value_a_thousand_or_a_million_times_off_its_history_asks_and_is_taken_with_the_reason(string metric, string period, long value)
    {
        await OkAsync(EnterAsync(Entry(metric, "2051", 12_000_000)), HttpStatusCode.Created);

        using (var asked = await EnterAsync(Entry(metric, period, value)))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
            var refusal = Assert.Single((await asked.JsonAsync()).GetProperty("refusals").EnumerateArray());
            Assert.Equal(("observation.scale-jump", "observations[0].value"), (refusal.GetProperty("code").GetString(), refusal.GetProperty("field").GetString()));
            Assert.Contains("12,000,000", refusal.GetProperty("en").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal("observation.scale-jump", await RefusedAsync(EnterAsync(Entry(metric, period, value, confirm: "  "))));
        var taken = await OkAsync(EnterAsync(Entry(metric, period, value, confirm: "Đổi giá so sánh")), HttpStatusCode.Created);
        await using var command = published.Server.DataSource.CreateCommand("select data::jsonb->'confirmedJumps'->0->>'reason' from event where stream = $1");
        command.Parameters.Add(new() { Value = $"observation-batch/{taken.GetProperty("batch").GetString()}" });
        Assert.Equal("Đổi giá so sánh", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Growth_of_tenfold_a_first_value_and_a_value_said_again_ask_nothing()
    {
        await OkAsync(EnterAsync(Entry("grdp", "2061", 3)), HttpStatusCode.Created);
        await OkAsync(EnterAsync(Entry("grdp", "2062", 30)), HttpStatusCode.Created);
        await OkAsync(EnterAsync(Entry("grdp", "2063", 30_000, confirm: "Thật")), HttpStatusCode.Created);
        await OkAsync(EnterAsync(Entry("grdp", "2063", 30_000)));
    }

    [Fact]
    public async Task A_system_may_not_vouch_for_a_jump()
    {
        await OkAsync(EnterAsync(Entry("digital_economy_value_added", "2071", 5)), HttpStatusCode.Created);
        var (_, secret) = await published.Server.Services.GetRequiredService<ApiKeyKeeper>().CreateAsync(
            "entry checks", UnitKey.Parse(Hcmc), [Right.WriteObservations], DateTimeOffset.UtcNow.AddHours(1), Doer.Platform("test"), TestContext.Current.CancellationToken);
        using var system = published.Server.Anonymous();
        system.DefaultRequestHeaders.Authorization = new("Bearer", secret);

        Assert.Equal("observation.scale-jump", await RefusedAsync(EnterAsync(system, Entry("digital_economy_value_added", "2072", 5_000))));
        Assert.Equal("observation.answer-needs-person", await RefusedAsync(EnterAsync(system, Entry("digital_economy_value_added", "2072", 5_000, confirm: "Máy nói đúng"))));
    }

    [Theory]
    [InlineData("people_with_electronic_health_record", "percent", "120", "observation.impossible")]
    [InlineData("people_with_electronic_health_record", "percent", "-0.5", "observation.impossible")]
    [InlineData("dti_score", "index_0_1", "71.63", "observation.impossible")]
    [InlineData("people_with_electronic_health_record", "percent", "100", null)]
    [InlineData("grdp_growth", "percent", "120", null)]
    public async Task A_value_that_cannot_be_is_refused_and_growth_may_be_anything(string metric, string unitOfMeasure, string value, string? code)
    {
        var entry = new { metric, unit = Hcmc, period = "2055", value = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unitOfMeasure, source = "Báo cáo thử" };
        if (code is null)
        {
            await OkAsync(EnterAsync(entry), HttpStatusCode.Created);
        }
        else
        {
            Assert.Equal(code, await RefusedAsync(EnterAsync(entry)));
        }
    }

    [Fact]
    public async Task Somebody_elses_newer_edit_is_a_conflict_and_stays()
    {
        await OkAsync(EnterAsync(Entry("local_budget_revenue", "2081", 10, expected: 0)), HttpStatusCode.Created);
        await OkAsync(EnterAsync(Entry("local_budget_revenue", "2081", 11, expected: 1)), HttpStatusCode.Created);

        using (var stale = await EnterAsync(Entry("local_budget_revenue", "2081", 12, expected: 1), Entry("local_budget_revenue", "2082", 5)))
        {
            Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
            var refusal = Assert.Single((await stale.JsonAsync()).GetProperty("refusals").EnumerateArray());
            Assert.Equal(("observation.revision-stale", "observations[0].expectedRevision"), (refusal.GetProperty("code").GetString(), refusal.GetProperty("field").GetString()));
        }

        Assert.Equal([11m], await ValuesAsync("2081"));
        Assert.Empty(await ValuesAsync("2082"));
        await OkAsync(EnterAsync(Entry("local_budget_revenue", "2081", 11, expected: 1)));   // what is held already is no conflict
        await OkAsync(EnterAsync(Entry("local_budget_revenue", "2081", 12, expected: 2)), HttpStatusCode.Created);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_revision_at_once_one_wins()
    {
        await OkAsync(EnterAsync(Entry("local_budget_revenue", "2083", 100)), HttpStatusCode.Created);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => EnterAsync(Entry("local_budget_revenue", "2083", 101 + i, expected: 1))));

        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.PreconditionFailed));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Created);
    }

    [Fact]
    public async Task If_Match_goes_with_a_single_value()
    {
        await OkAsync(EnterAsync(Entry("local_budget_revenue", "2084", 100)), HttpStatusCode.Created);

        Assert.Equal("observation.revision-stale", await RefusedAsync(MatchAsync("\"7\"", Entry("local_budget_revenue", "2084", 101)), HttpStatusCode.PreconditionFailed));
        Assert.Equal("observation.if-match-of-many", await RefusedAsync(
            MatchAsync("\"1\"", Entry("local_budget_revenue", "2084", 101), Entry("local_budget_revenue", "2085", 1)), HttpStatusCode.BadRequest));
        await OkAsync(MatchAsync("\"1\"", Entry("local_budget_revenue", "2084", 101)), HttpStatusCode.Created);
    }

    private static object Entry(string metric, string period, decimal value, int? expected = null, string? confirm = null) => new
    {
        metric, unit = Hcmc, period, value, unitOfMeasure = IsBudget(metric) ? "million_vnd" : "billion_vnd", source = "Báo cáo thử", expectedRevision = expected, confirmScaleJump = confirm,
        stage = IsBudget(metric) ? "decided" : null,
    };

    private static bool IsBudget(string metric) => metric.StartsWith("local_budget", StringComparison.Ordinal);

    private Task<HttpResponseMessage> EnterAsync(params object[] entries) => EnterAsync(_reporter, entries);

    private static Task<HttpResponseMessage> EnterAsync(HttpClient client, params object[] entries) =>
        client.PostAsJsonAsync("/api/v1/observations", new { title = "Nhập tay", observations = entries });

    private Task<HttpResponseMessage> MatchAsync(string version, params object[] entries)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/observations") { Content = JsonContent.Create(new { title = "Nhập tay", observations = entries }) };
        request.Headers.Add("If-Match", version);
        return _reporter.SendAsync(request);
    }

    private async Task<IEnumerable<decimal>> ValuesAsync(string period) =>
        (await OkAsync(_reporter.GetAsync($"/api/v1/observations?metric=local_budget_revenue&period={period}"))).GetProperty("items").EnumerateArray()
            .Select(o => o.GetProperty("value").GetDecimal());
}
