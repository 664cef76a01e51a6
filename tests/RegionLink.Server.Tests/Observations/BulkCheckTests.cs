using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Common;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Keys;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;
using static RegionLink.Server.Tests.Budgets.BudgetApi;

namespace RegionLink.Server.Tests.Observations;

/// <summary>What is asked before a file of observations is written. Each test has a metric or years of its own.</summary>
public sealed class BulkCheckTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    private const string Hcmc = "79@2025-07-01";
    private readonly HttpClient _reporter = published.Server.ClientAs("an", Hcmc, Role.Reporter);
    private readonly HttpClient _colleague = published.Server.ClientAs("binh", Hcmc, Role.Reporter);

    [Theory]
    [InlineData("grdp", 3)]
    [InlineData("grdp_constant_2010", 2_400)]   // copied at once where all of it is new
    public async Task A_file_a_million_times_off_its_history_asks_and_is_taken_with_the_reason(string metric, int rows)
    {
        await OkAsync(LoadAsync("năm.csv", Days(metric, 2101, 1, 12_000_000)), HttpStatusCode.Created);
        var small = Days(metric, 2102, rows, 12);

        using (var asked = await LoadAsync("ngày.csv", small))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
            var refusals = (await asked.JsonAsync()).GetProperty("refusals").EnumerateArray().ToList();
            Assert.Equal(Math.Min(rows, 1_000), refusals.Count);
            Assert.Equal(("observation.scale-jump", "line 2.value"), (refusals[0].GetProperty("code").GetString(), refusals[0].GetProperty("field").GetString()));
        }

        Assert.Equal("observation.scale-jump", await CodeAsync(LoadAsync("ngày.csv", small, "&confirmScaleJump=%20")));
        var taken = await OkAsync(LoadAsync("ngày.csv", small, "&confirmScaleJump=T%C3%ADnh%20l%E1%BA%A1i"), HttpStatusCode.Created);
        Assert.Equal(rows, taken.GetProperty("added").GetInt32());
        await using var command = published.Server.DataSource.CreateCommand(
            "select data::jsonb->'confirmedJumps'->0->>'reason' || ' ' || jsonb_array_length(data::jsonb->'confirmedJumps') from event where stream = $1");
        command.Parameters.Add(new() { Value = $"observation-batch/{taken.GetProperty("batch").GetString()}" });
        Assert.Equal($"Tính lại {Math.Min(rows, 1_000)}", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_system_may_not_vouch_for_a_file()
    {
        await OkAsync(LoadAsync("năm.csv", Days("digital_economy_value_added", 2101, 1, 5_000)), HttpStatusCode.Created);
        var (_, secret) = await published.Server.Services.GetRequiredService<ApiKeyKeeper>().CreateAsync(
            "bulk checks", UnitKey.Parse(Hcmc), [Right.WriteObservations, Right.Import], DateTimeOffset.UtcNow.AddHours(1), Doer.Platform("test"), TestContext.Current.CancellationToken);
        using var system = published.Server.Anonymous();
        system.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        var file = Days("digital_economy_value_added", 2102, 2, 5);

        Assert.Equal("observation.scale-jump", await CodeAsync(LoadAsync("hệ thống.csv", file, client: system)));
        Assert.Equal("observation.answer-needs-person", await CodeAsync(LoadAsync("hệ thống.csv", file, "&confirmScaleJump=x", system)));
        Assert.Equal("import.answer-needs-person", await CodeAsync(system.PostAsync(
            "/api/v1/imports?kind=observations&confirm=scale/value/1000/down%3Dx", new StringContent(file, Encoding.UTF8, "text/csv"))));
    }

    [Fact]
    public async Task What_somebody_else_recorded_is_a_conflict_until_its_revision_is_named()
    {
        await OkAsync(LoadAsync("nguồn.csv", Days("population", 2111, 2, 100)), HttpStatusCode.Created);
        await OkAsync(LoadAsync("nguồn.csv", Days("population", 2111, 2, 101), client: _colleague), HttpStatusCode.Created);   // the same file in newer form

        using (var other = await LoadAsync("khác.csv", Days("population", 2111, 3, 102)))
        {
            Assert.Equal(HttpStatusCode.PreconditionFailed, other.StatusCode);
            Assert.Equal(
                ["line 2.revision observation.revision-missing", "line 3.revision observation.revision-missing"],
                (await other.JsonAsync()).GetProperty("refusals").EnumerateArray().Select(r => $"{r.GetProperty("field").GetString()} {r.GetProperty("code").GetString()}"));
        }

        Assert.Equal([101m, 101m], await ValuesAsync(2111));   // and the third row is not there either
        Assert.Equal("observation.revision-stale", await CodeAsync(LoadAsync("khác.csv", Days("population", 2111, 2, 102, revision: "1")), HttpStatusCode.PreconditionFailed));
        Assert.Equal("observation.revision-unreadable", await CodeAsync(LoadAsync("khác.csv", Days("population", 2111, 2, 102, revision: "-1"))));
        Assert.Equal(2, (await OkAsync(LoadAsync("khác.csv", Days("population", 2111, 2, 102, revision: "2")), HttpStatusCode.Created)).GetProperty("revised").GetInt32());
        Assert.Equal([102m, 102m], await ValuesAsync(2111));
    }

    [Fact]
    public async Task A_large_file_over_one_value_of_somebody_else_is_refused_whole()
    {
        await OkAsync(LoadAsync("một.csv", Days("population", 2121, 1, 100), client: _colleague), HttpStatusCode.Created);

        Assert.Equal("observation.revision-missing", await CodeAsync(LoadAsync("nhiều.csv", Days("population", 2121, 2_400, 101)), HttpStatusCode.PreconditionFailed));
        Assert.Equal([100m], await ValuesAsync(2121));
    }

    [Fact]
    public async Task Of_files_that_bring_the_same_new_value_at_once_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _reporter.PostAsync(
            $"/api/v1/imports?kind=observations&fileName=t{i}.csv",
            new StringContent($"metric,unit,period,value,unitOfMeasure,source\npopulation,{Hcmc},2131,{1_000 + i},persons,S\n", Encoding.UTF8, "text/csv"))));

        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK && a.Content.ReadAsStringAsync().Result.Contains("\"written\":1", StringComparison.Ordinal));
        var item = Assert.Single(await ItemsAsync("metric=population&period=2131&revisions=true"));
        Assert.Equal(1, item.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task A_newer_provinces_folder_leaves_what_somebody_else_recorded_since()
    {
        var (book, _) = ProvinceBookReader.Read(RepositoryProvinces.Folder);
        var file = book!.Values.First(f => f.Entries.Count(e => e is { Standing: null or "accepted", Stage: null or "" }) > 1);
        var (mine, other) = (file.Entries[0], file.Entries[1]);
        var region = published.Server.ClientAs(null, Role.Coordinator);
        var corrected = (decimal.Parse(mine.Value, CultureInfo.InvariantCulture) * 1.5m).ToString(CultureInfo.InvariantCulture);
        await OkAsync(LoadAsync("đính chính.csv", string.Join(
            '\n', "metric,unit,period,value,unitOfMeasure,base,stage,method,source,revision", $"{mine.Metric},{mine.Unit},{mine.Period},{corrected},{mine.UnitOfMeasure},{mine.Base},{mine.Stage},{mine.Method},Đính chính,1"), client: region), HttpStatusCode.Created);

        var newer = file with { Entries = [.. file.Entries.Select(e => e == mine || e == other ? e with { Note = "Bản mới" } : e)] };
        var refused = await published.Server.Services.GetRequiredService<PublishedFacts>().LoadAsync(
            book with { Values = [newer] }, TestContext.Current.CancellationToken);

        Assert.Equal(($"{file.File}, line {mine.Line}", "observation.revision-missing"), (Assert.Single(refused).What, refused[0].Reason.Code));
        Assert.Equal(corrected, Assert.Single(await NowAsync(mine)).GetProperty("value").GetDecimal().ToString(CultureInfo.InvariantCulture));
        Assert.Equal("Bản mới", Assert.Single(await NowAsync(other)).GetProperty("note").GetString());

        async Task<IEnumerable<JsonElement>> NowAsync(Runtime.Observations.ObservationEntry entry) =>
            (await ItemsAsync($"metric={entry.Metric}&unit={entry.Unit}&period={entry.Period}")).Where(o => o.GetProperty("standing").GetString() is "accepted");
    }

    /// <summary>One value a day from the first of January on.</summary>
    private static string Days(string metric, int year, int days, long value, string? revision = null)
    {
        var unit = metric == "population" ? "persons" : "billion_vnd";
        var rows = Enumerable.Range(0, days).Select(d => string.Create(
            CultureInfo.InvariantCulture, $"{metric},{Hcmc},{new DateOnly(year, 1, 1).AddDays(d):yyyy-MM-dd},{value},{unit},Báo cáo thử{(revision is null ? "" : "," + revision)}"));
        return string.Join('\n', rows.Prepend($"metric,unit,period,value,unitOfMeasure,source{(revision is null ? "" : ",revision")}"));
    }

    private Task<HttpResponseMessage> LoadAsync(string title, string file, string query = "", HttpClient? client = null) =>
        (client ?? _reporter).PostAsync($"/api/v1/observations/bulk?title={Uri.EscapeDataString(title)}{query}", new StringContent(file, Encoding.UTF8, "text/csv"));

    /// <summary>The one code that every row of a refused file has.</summary>
    private static async Task<string> CodeAsync(Task<HttpResponseMessage> answer, HttpStatusCode status = HttpStatusCode.UnprocessableEntity) =>
        Assert.Single((await RefusedAsync(answer, status)).Split(' ').Distinct());

    private async Task<List<JsonElement>> ItemsAsync(string query) =>
        [.. (await OkAsync(_reporter.GetAsync($"/api/v1/observations?{query}"))).GetProperty("items").EnumerateArray()];

    private async Task<IEnumerable<decimal>> ValuesAsync(int year) =>
        (await ItemsAsync($"metric=population&periodStart.gte={year}-01-01&periodEnd.lte={year}-12-31")).Select(o => o.GetProperty("value").GetDecimal());
}
