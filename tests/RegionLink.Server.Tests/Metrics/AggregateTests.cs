using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Metrics;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Metrics;
using RegionLink.Server.Tests.Budgets;
using RegionLink.Server.Tests.Fixtures;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Metrics;

/// <summary>Values on any boundaries, through the API. Each test has a year of its own, away from what is published.</summary>
public sealed class AggregateTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    private const string Hcmc = "79@2025-07-01";
    private const string TayNinh = "80@2025-07-01";
    private static readonly string[] Predecessors = ["74@origin", "77@origin", "79@origin"];
    private readonly HttpClient _anybody = published.Server.Anonymous();

    [Fact]
    public async Task The_published_shares_are_given_as_they_were_published_on_the_boundaries_of_their_time()
    {
        var items = await ItemsAsync("metrics/dx_budget_share/aggregate?period=2021,2022&boundary=2022-12-31");

        var hcmc = items.Where(i => i.GetProperty("unit").GetString() == "79@origin").ToList();
        Assert.Equal([("2021", 0.78m, "own"), ("2022", 0.97m, "own")], hcmc.Select(i => (Text(i, "period"), i.GetProperty("value").GetDecimal(), Text(i, "basis"))));
        Assert.All(hcmc, i => Assert.NotEmpty(Text(i.GetProperty("parts").EnumerateArray().Single(), "source")));
        Assert.All(items.Except(hcmc), i => Assert.NotEmpty(Codes(i)));
        Assert.Contains(items, i => Text(i, "unit") == "southeast@origin");
    }

    [Fact]
    public async Task The_past_of_a_merged_province_adds_sums_and_recomputes_ratios()
    {
        await EnterAsync(Hcmc, [.. Predecessors.SelectMany((unit, n) => new[] { Entry("grdp", unit, "1990", 10 * (n + 1), "billion_vnd"), Entry("population", unit, "1990-12-31", 1_000_000 * (n + 1), "persons") })]);

        var items = await ItemsAsync($"aggregates?metrics=grdp,population,grdp_per_capita,dti_rank&period=1990&units={Hcmc}");

        Assert.Equal([60m, 6_000_000m, 0.01m], items.Take(3).Select(i => i.GetProperty("value").GetDecimal()));
        Assert.Equal(["added", "added", "divided"], items.Take(3).Select(i => Text(i, "basis")));
        Assert.Equal(Predecessors, items[0].GetProperty("parts").EnumerateArray().Select(p => Text(p, "unit")));
        Assert.Equal(6, items[2].GetProperty("parts").GetArrayLength());
        Assert.Equal((JsonValueKind.Null, "metric.not-combinable"), (items[3].GetProperty("value").ValueKind, Codes(items[3])));
    }

    [Fact]
    public async Task A_missing_predecessor_is_named_and_not_counted_as_nothing()
    {
        await EnterAsync(Hcmc, Entry("grdp", "79@origin", "1991", 10, "billion_vnd"), Entry("grdp", "77@origin", "1991", 10, "billion_vnd"));

        var one = Assert.Single(await ItemsAsync($"metrics/grdp/aggregate?period=1991&units={Hcmc}"));

        Assert.Equal("metric.value-missing", Codes(one));
        Assert.Contains("74@origin", one.GetProperty("reasons")[0].GetProperty("en").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_that_was_split_is_never_apportioned()
    {
        await EnterAsync(TayNinh, Entry("population", "25555@origin", "1992-12-31", 900, "persons"));

        var one = Assert.Single(await ItemsAsync("metrics/population/aggregate?period=1992&units=25480@2025-07-01"));

        Assert.Contains("metric.unit-split", Codes(one), StringComparison.Ordinal);
        Assert.Contains("25555@origin", one.GetProperty("reasons").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_make_a_year_only_when_none_is_missing()
    {
        await EnterAsync(Hcmc, [.. Enumerable.Range(1, 11).Select(m => Entry("grdp", Hcmc, $"2041-{m:00}", m, "billion_vnd"))]);
        var question = $"metrics/grdp/aggregate?period=2041,2041-01/2041-06&units={Hcmc}";
        var before = await ItemsAsync(question);
        await EnterAsync(Hcmc, Entry("grdp", Hcmc, "2041-12", 12, "billion_vnd"));
        var after = await ItemsAsync(question);

        Assert.Equal("metric.period-incomplete", Codes(before[0]));
        Assert.Contains("01/12/2041", before[0].GetProperty("reasons").GetRawText(), StringComparison.Ordinal);
        Assert.Equal((21m, 6), (before[1].GetProperty("value").GetDecimal(), before[1].GetProperty("periods").GetInt32()));
        Assert.Equal((78m, 12), (after[0].GetProperty("value").GetDecimal(), after[0].GetProperty("periods").GetInt32()));
    }

    [Fact]
    public async Task What_was_known_on_a_day_is_aggregated_as_it_was_known_then()
    {
        await EnterAsync(Hcmc, Entry("grdp", Hcmc, "2042", 1, "billion_vnd"));
        var between = DateTimeOffset.UtcNow;
        await Task.Delay(5, TestContext.Current.CancellationToken);
        await EnterAsync(Hcmc, Entry("grdp", Hcmc, "2042", 2, "billion_vnd"));

        var question = $"metrics/grdp/aggregate?period=2042&units={Hcmc}";
        Assert.Equal(2, Assert.Single(await ItemsAsync(question)).GetProperty("value").GetDecimal());
        Assert.Equal(1, Assert.Single(await ItemsAsync($"{question}&asOf={between.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}")).GetProperty("value").GetDecimal());
        Assert.Equal("metric.value-missing", Codes(Assert.Single(await ItemsAsync($"{question}&asOf=2020-01-01"))));
    }

    [Fact]
    public async Task The_region_is_the_sum_of_its_provinces_and_needs_all_of_them()
    {
        await EnterAsync(Hcmc, Entry("grdp", Hcmc, "2043", 1, "billion_vnd"));
        await EnterAsync(TayNinh, Entry("grdp", TayNinh, "2043", 2, "billion_vnd"));
        const string question = "metrics/grdp/aggregate?period=2043&boundary=2043-12-31";
        var before = (await ItemsAsync(question))[^1];
        await EnterAsync("75@2026-04-30", Entry("grdp", "75@2026-04-30", "2043", 4, "billion_vnd"));
        var after = (await ItemsAsync(question))[^1];

        Assert.Equal(("southeast@2025-07-01", "metric.value-missing"), (Text(before, "unit"), Codes(before)));
        Assert.Equal((7m, "added", 3), (after.GetProperty("value").GetDecimal(), Text(after, "basis"), after.GetProperty("parts").GetArrayLength()));
    }

    [Fact]
    public async Task What_a_province_keeps_to_itself_is_missing_for_others()
    {
        await EnterAsync(TayNinh, Entry("grdp", TayNinh, "2044", 7, "billion_vnd"));
        var approver = published.Server.ClientAs(TayNinh, Role.Approver);
        var question = $"metrics/grdp/aggregate?period=2044&units={TayNinh}";
        await OkAsync(approver.PutAsJsonAsync($"/api/v1/provinces/{TayNinh}/sharing", new { observations = "private" }));
        try
        {
            Assert.Equal("metric.value-missing", Codes(Assert.Single(await ItemsAsync(question))));
            Assert.Equal(7, Assert.Single(await ItemsAsync(question, approver)).GetProperty("value").GetDecimal());
        }
        finally
        {
            await OkAsync(approver.PutAsJsonAsync($"/api/v1/provinces/{TayNinh}/sharing", new { observations = "public" }));
        }
    }

    [Fact]
    public async Task Sample_data_marks_whatever_it_enters_and_can_be_left_out()
    {
        await EnterAsync(Hcmc, Entry("grdp", "74@origin", "1993", 1, "billion_vnd"), Entry("grdp", "77@origin", "1993", 1, "billion_vnd"));
        var reference = await published.Server.Services.GetRequiredService<ReferenceCache>().GetAsync(TestContext.Current.CancellationToken);
        var sheet = ObservationEntry.Read([new ObservationEntry("grdp", "79@origin", "1993", "1", "billion_vnd", "Mẫu")], reference.Observations());
        Assert.IsType<BatchAnswer.Recorded>(await published.Server.Services.GetRequiredService<ObservationBatches>().RecordAsync(
            sheet, new ObservationBatch("Mẫu", null, Origin.Entered, Published: true, Illustrative: true), BudgetNode.Envelope(), TestContext.Current.CancellationToken));

        var question = $"metrics/grdp/aggregate?period=1993&units={Hcmc}";
        var marked = Assert.Single(await ItemsAsync(question));
        Assert.Equal((3m, true), (marked.GetProperty("value").GetDecimal(), marked.GetProperty("illustrative").GetBoolean()));
        Assert.Equal("metric.value-missing", Codes(Assert.Single(await ItemsAsync($"{question}&illustrative=false"))));
    }

    [Fact]
    public async Task The_answer_comes_as_a_file_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/metrics/dx_budget_share/aggregate?period=2022&units=79@origin,70@origin");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var answer = await _anybody.SendAsync(request);
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("metric,metricName,unit,name,period,value,unitOfMeasure,basis,provisional,illustrative,observations,sources,reasonCodes,reasons,licence", lines[0]);
        Assert.StartsWith("dx_budget_share,Tỷ lệ chi ngân sách cho chuyển đổi số,79@origin,Thành phố Hồ Chí Minh,2022,0.97,percent,own,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(UseTerms.Published.Vi + "\"", lines[1], StringComparison.Ordinal);
        Assert.Contains(",metric.value-missing,", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metrics/nothing/aggregate?period=2022", HttpStatusCode.NotFound, "metric.unknown")]
    [InlineData("metrics/grdp/aggregate", HttpStatusCode.BadRequest, "request.parameter-unreadable")]
    [InlineData("metrics/grdp/aggregate?period=22&boundary=1.1.2022&asOf=yesterday&stage=planned&illustrative=maybe&parts=some&colour=red", HttpStatusCode.BadRequest,
        "request.parameter-unknown request.parameter-unreadable request.parameter-unreadable request.parameter-unreadable request.parameter-unreadable request.parameter-unreadable request.parameter-unreadable")]
    [InlineData("metrics/grdp/aggregate?period=2022&units=79@origin&within=VN", HttpStatusCode.BadRequest, "request.parameter-unreadable")]
    [InlineData("metrics/grdp/aggregate?period=2022&within=atlantis&method=guess", HttpStatusCode.UnprocessableEntity, "unit.code-unknown-on metric.method-unknown")]
    [InlineData("aggregates?metrics=grdp,nothing&period=2022&units=79@1900-01-01", HttpStatusCode.UnprocessableEntity, "unit.unknown metric.unknown")]
    [InlineData("aggregates?period=2022", HttpStatusCode.BadRequest, "request.parameter-unreadable")]
    public async Task A_question_that_makes_no_sense_is_refused_with_every_reason(string question, HttpStatusCode status, string codes) =>
        Assert.Equal(codes, await RefusedAsync(_anybody.GetAsync($"/api/v1/{question}"), status));

    [Fact]
    public async Task A_question_for_too_much_is_refused_before_it_is_asked()
    {
        var years = string.Join(',', Enumerable.Range(1900, 300));

        Assert.Equal("metric.asked-too-much", await RefusedAsync(_anybody.GetAsync($"/api/v1/metrics/population/aggregate?period={years}&within=79&boundary=2025-07-01")));
    }

    /// <summary>Years of months with gaps, quarters, days that are no months, estimates and what predecessors held: with and without parts the answers are the same.</summary>
    [Fact]
    public async Task Months_added_by_the_database_make_what_the_rules_make_of_them()
    {
        var random = new Random(20_261_129);
        string[] units = [Hcmc, .. Predecessors];
        foreach (var (n, unit) in units.Index())
        {
            // The first year is whole everywhere; later ones lack months, and of two units hold something else beside them.
            string[] stretches =
            [
                .. Enumerable.Range(0, 36).Where(m => m < 12 || random.Next(16) > 0).Select(m => $"{2051 + (m / 12)}-{(m % 12) + 1:00}"),
                .. new[] { "2052-01/2052-03", "2052-04-01/2052-04-15", "2053", "2053-06-16/2053-06-30" }.Where(_ => n > 1 && random.Next(2) == 0),
            ];
            await EnterAsync(Hcmc, [.. stretches.Select(period => Entry("grdp", unit, period, random.Next(-50_000, 100_000) / 100m, "billion_vnd", random.Next(9) == 0 ? "estimate" : "accepted"))]);
            await EnterAsync(Hcmc, [.. stretches.Where(_ => random.Next(2) == 0).Select(period => Entry("population", unit, period, random.Next(1, 9), "persons"))]);
        }

        var answers = new List<JsonElement>();
        foreach (var periods in new[] { "2051,2052,2053", "2052", "2053", "2052-07/2052-09", "2051-01/2051-06,2051-07/2052-06", "2052,2052-01/2052-06", "2051-12-15/2052-01-14,2053", "2053-06", "2051/2053" })
        {
            answers.AddRange(await ItemsAsync($"aggregates?metrics=grdp,population,grdp_per_capita&period={periods}&units={string.Join(',', units)}"));
            answers.AddRange(await ItemsAsync($"aggregates?metrics=grdp&period={periods}&within=VN&boundary=2024-01-01"));
        }

        Assert.Contains(answers, a => a.GetProperty("periods").GetInt32() == 12 && a.GetProperty("provisional").GetBoolean());
        Assert.Contains(answers, a => Codes(a).Contains("metric.period-incomplete", StringComparison.Ordinal));
        var asked = new AggregateQuestion(["grdp"], [UnitKey.Parse(Hcmc)], null, [FigurePeriod.Year(2051)], null, BudgetStage.Decided, null, WithIllustrative: true, WithParts: false);
        var added = await published.Server.Services.GetRequiredService<MonthSumReader>().ReadAsync(
            asked, new Dictionary<string, string> { ["grdp"] = "" }, units.Select(UnitKey.Parse), new TableViewer(Everything: false, [], SignedIn: false), TestContext.Current.CancellationToken);
        Assert.Equal(units.Length, added.Count);
    }

    private static object Entry(string metric, string unit, string period, decimal value, string unitOfMeasure, string standing = "accepted") =>
        new { metric, unit, period, value, unitOfMeasure, standing, source = "Báo cáo thử", confirmScaleJump = "Số liệu thử" };

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static string Codes(JsonElement item) =>
        string.Join(' ', item.GetProperty("reasons").EnumerateArray().Select(r => Text(r, "code")).Distinct());

    private Task EnterAsync(string province, params object[] entries) => OkAsync(
        published.Server.ClientAs(province, Role.Reporter).PostAsJsonAsync("/api/v1/observations", new { title = "Nhập tay", observations = entries }),
        HttpStatusCode.Created);

    /// <summary>The answer with what lies behind each value; without it, it must be the same.</summary>
    private async Task<List<JsonElement>> ItemsAsync(string question, HttpClient? client = null)
    {
        var items = await AskedAsync(question, client);
        var without = await AskedAsync($"{question}&parts=false", client);
        Assert.All(without, i => Assert.Equal(JsonValueKind.Null, i.GetProperty("parts").ValueKind));
        Assert.Equal(items.Select(AllButParts), without.Select(AllButParts));
        return items;
    }

    private async Task<List<JsonElement>> AskedAsync(string question, HttpClient? client) =>
        [.. (await OkAsync((client ?? _anybody).GetAsync($"/api/v1/{question}"))).GetProperty("items").EnumerateArray()];

    private static string AllButParts(JsonElement item) =>
        string.Join('\n', item.EnumerateObject().Where(p => p.Name != "parts").Select(p => $"{p.Name}: {p.Value.GetRawText()}"));
}
