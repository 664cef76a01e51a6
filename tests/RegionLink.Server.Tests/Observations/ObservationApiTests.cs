using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Observations;

/// <summary>Observations through the API. Each test has a year of its own.</summary>
public sealed class ObservationApiTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    private const string Hcmc = "79@2025-07-01";
    private const string Header = "metric,unit,period,value,unitOfMeasure,source\n";
    private readonly HttpClient _reporter = published.Server.ClientAs(Hcmc, Role.Reporter);
    private readonly HttpClient _anybody = published.Server.Anonymous();

    [Fact]
    public async Task The_published_shares_are_found_with_their_source()
    {
        var items = await ItemsAsync("metric=dx_budget_share&unit=79@origin&standing=accepted");

        Assert.Equal([("2021", 0.78m), ("2022", 0.97m)], items.Select(o => (o.GetProperty("period").GetString()!, o.GetProperty("value").GetDecimal())));
        Assert.All(items, o => Assert.Equal(("imported", "percent", false), (o.GetProperty("origin").GetString(), o.GetProperty("unitOfMeasure").GetString(), o.GetProperty("illustrative").GetBoolean())));
        Assert.Equal(items[0].GetRawText(), (await ItemsAsync($"ids={items[0].GetProperty("id").GetString()},none"))[0].GetRawText());
    }

    [Fact]
    public async Task Values_a_province_enters_are_its_own_and_carry_their_origin()
    {
        var made = await OkAsync(EnterAsync(Entry(Hcmc, "2031", 12)), HttpStatusCode.Created);
        Assert.Equal(1, made.GetProperty("added").GetInt32());

        var one = Assert.Single(await ItemsAsync("metric=population&period=2031"));
        Assert.Equal(("entered", 12m, Hcmc), (one.GetProperty("origin").GetString(), one.GetProperty("value").GetDecimal(), one.GetProperty("province").GetString()));
        Assert.Equal("access.other-province", await RefusedAsync(EnterAsync(Entry("80@2025-07-01", "2031", 12)), HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task A_commune_of_the_province_may_be_entered_and_one_of_another_may_not()
    {
        await OkAsync(EnterAsync(Entry("26740@2025-07-01", "2032", 5)), HttpStatusCode.Created);
        Assert.Equal(Hcmc, Assert.Single(await ItemsAsync("metric=population&period=2032")).GetProperty("province").GetString());

        var elsewhere = published.Server.ClientAs("80@2025-07-01", Role.Reporter);
        Assert.Equal("access.other-province", await RefusedAsync(
            elsewhere.PostAsJsonAsync("/api/v1/observations", new { title = "Nhập", observations = new[] { Entry("26740@2025-07-01", "2032", 6) } }),
            HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Every_fault_of_every_row_is_told_and_nothing_written()
    {
        var faults = await EnterAsync(
            Entry(Hcmc, "2033", 1), Entry(Hcmc, "33", 1), new { metric = "nothing", unit = Hcmc, period = "2033", value = 1, unitOfMeasure = "persons", source = "S" });
        using (faults)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, faults.StatusCode);
            var refusals = (await faults.JsonAsync()).GetProperty("refusals").EnumerateArray();
            Assert.Equal(
                [("observations[1].period", "observation.period-unreadable"), ("observations[2].metric", "observation.metric-unknown")],
                refusals.Select(r => (r.GetProperty("field").GetString()!, r.GetProperty("code").GetString()!)));
        }

        Assert.Empty(await ItemsAsync("metric=population&period=2033"));
    }

    [Fact]
    public async Task What_was_known_on_a_day_can_be_read_as_it_was_then()
    {
        await OkAsync(EnterAsync(Entry(Hcmc, "2034", 1)), HttpStatusCode.Created);
        var between = DateTimeOffset.UtcNow;
        await Task.Delay(5, TestContext.Current.CancellationToken);
        await OkAsync(EnterAsync(Entry(Hcmc, "2034", 2)), HttpStatusCode.Created);

        const string question = "metric=population&period=2034";
        Assert.Equal([1m], await ValuesAsync($"{question}&asOf={between.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}"));
        Assert.Equal([2m], await ValuesAsync(question));
        Assert.Equal([2m], await ValuesAsync($"{question}&asOf=2999-12-31"));
        Assert.Empty(await ValuesAsync($"{question}&asOf=2020-01-01"));
        Assert.Equal([1m, 2m], await ValuesAsync($"{question}&revisions=true"));
        var newest = (await OkAsync(_anybody.GetAsync($"/api/v1/observations?{question}"))).GetProperty("items")[0].GetProperty("id").GetString();
        var revisions = (await OkAsync(_anybody.GetAsync($"/api/v1/observation-revisions?of={newest},12,x"))).GetProperty("items").EnumerateArray();
        Assert.Equal([(newest, 1, 1m), (newest, 2, 2m)], revisions.Select(o => (o.GetProperty("of").GetString(), o.GetProperty("revision").GetInt32(), o.GetProperty("value").GetDecimal())));
        Assert.Equal("request.parameter-unreadable", await RefusedAsync(_anybody.GetAsync("/api/v1/observation-revisions?of="), HttpStatusCode.BadRequest));
        Assert.Equal("request.parameter-unreadable", await RefusedAsync(_anybody.GetAsync($"/api/v1/observations?{question}&asOf=yesterday"), HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task A_file_is_recorded_whole_and_once()
    {
        // Near what is published of the city: a value far off is asked about.
        var file = Header + string.Concat(Enumerable.Range(1, 28).Select(d => $"population,{Hcmc},2035-02-{d:00},{14_000_000 + d},persons,Tệp thử\n"));
        var made = await OkAsync(LoadAsync(file), HttpStatusCode.Created);
        Assert.Equal((28, 28), (made.GetProperty("rows").GetInt32(), made.GetProperty("added").GetInt32()));

        var again = await OkAsync(LoadAsync(file));
        Assert.Equal((made.GetProperty("batch").GetString(), 28), (again.GetProperty("batch").GetString(), again.GetProperty("unchanged").GetInt32()));
        Assert.Equal(28, (await ItemsAsync("metric=population&periodStart.gte=2035-02-01&periodEnd.lte=2035-02-28")).Count);
    }

    [Fact]
    public async Task A_faulty_file_is_refused_with_the_lines()
    {
        using var answer = await LoadAsync($"{Header}population,{Hcmc},2036,1,persons,S\npopulation,{Hcmc},2037,\"1,5\",persons,S\n");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var refusal = Assert.Single((await answer.JsonAsync()).GetProperty("refusals").EnumerateArray());
        Assert.Equal(("line 3.value", "observation.value-unreadable"), (refusal.GetProperty("field").GetString(), refusal.GetProperty("code").GetString()));
        Assert.Empty(await ItemsAsync("metric=population&period=2036"));
    }

    [Fact]
    public async Task A_repeated_key_gets_the_first_answer_and_another_body_is_refused()
    {
        async Task<HttpResponseMessage> SendAsync(int value)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/observations")
            {
                Content = JsonContent.Create(new { title = "Nhập tay", observations = new[] { Entry(Hcmc, "2038", value) } }),
            };
            request.Headers.Add("Idempotency-Key", "observations-2038");
            return await _reporter.SendAsync(request);
        }

        var first = await OkAsync(SendAsync(1), HttpStatusCode.Created);
        Assert.Equal(first.GetProperty("batch").GetString(), (await OkAsync(SendAsync(1))).GetProperty("batch").GetString());
        Assert.Equal("request.key-reused", await RefusedAsync(SendAsync(2), HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task What_a_province_keeps_to_itself_others_do_not_see()
    {
        const string tayNinh = "80@2025-07-01";
        var reporter = published.Server.ClientAs(tayNinh, Role.Reporter);
        await OkAsync(
            reporter.PostAsJsonAsync("/api/v1/observations", new { title = "Nhập", observations = new[] { Entry(tayNinh, "2039", 7) } }), HttpStatusCode.Created);
        await OkAsync(published.Server.ClientAs(tayNinh, Role.Approver).PutAsJsonAsync($"/api/v1/provinces/{tayNinh}/sharing", new { observations = "private" }));

        Assert.Empty(await ItemsAsync("metric=population&period=2039"));
        Assert.Single(await ItemsAsync("metric=population&period=2039", reporter));
        Assert.Single(await ItemsAsync("metric=population&period=2039", published.Server.ClientAs(null, Role.Coordinator)));
        Assert.NotEmpty(await ItemsAsync($"unit={tayNinh}&metric=population&period=2025-07-01")); // published by law, not by the province
    }

    [Fact]
    public async Task A_list_taken_out_as_CSV_can_be_put_back_in()
    {
        await OkAsync(EnterAsync(Entry(Hcmc, "2040", 3)), HttpStatusCode.Created);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/observations?metric=population&period=2040");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var answer = await _anybody.SendAsync(request);
        var rows = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = rows[0].Split(',');
        var cells = rows[1].Split(',');
        string Cell(string name) => cells[Array.IndexOf(columns, name)];
        string[] wanted = ["metric", "unit", "period", "value", "unitOfMeasure", "source", "standing"];

        var known = await OkAsync(LoadAsync(string.Join(',', wanted) + "\n" + string.Join(',', wanted.Select(Cell)) + "\n"));
        Assert.Equal(1, known.GetProperty("unchanged").GetInt32());
    }

    private static object Entry(string unit, string period, int value) =>
        new { metric = "population", unit, period, value, unitOfMeasure = "persons", source = "Báo cáo thử", confirmScaleJump = "Số liệu thử" };

    private Task<HttpResponseMessage> EnterAsync(params object[] entries) =>
        _reporter.PostAsJsonAsync("/api/v1/observations", new { title = "Nhập tay", observations = entries });

    private Task<HttpResponseMessage> LoadAsync(string file) =>
        _reporter.PostAsync("/api/v1/observations/bulk?title=t%E1%BB%87p.csv", new StringContent(file, Encoding.UTF8, "text/csv"));

    private async Task<List<JsonElement>> ItemsAsync(string query, HttpClient? client = null) =>
        [.. (await OkAsync((client ?? _anybody).GetAsync($"/api/v1/observations?{query}"))).GetProperty("items").EnumerateArray()];

    private async Task<IEnumerable<decimal>> ValuesAsync(string query) => (await ItemsAsync(query)).Select(o => o.GetProperty("value").GetDecimal());
}
