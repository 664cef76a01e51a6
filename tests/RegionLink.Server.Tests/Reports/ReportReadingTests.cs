using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using static RegionLink.Server.Tests.Reports.ReportServer;

namespace RegionLink.Server.Tests.Reports;

/// <summary>Who sees what of a report, and when a unit is late.</summary>
public sealed class ReportReadingTests(ReportServer server) : IClassFixture<ReportServer>
{
    [Fact]
    public async Task What_is_owed_is_listed_before_anybody_starts()
    {
        var period = await server.OpenAsync();

        var rows = await ListAsync(server.Coordinator, $"period={period}&sort=unit");

        Assert.Equal([DongNai, City], rows.Select(r => r.GetProperty("unit").GetString()));
        Assert.All(rows, r => Assert.Equal(("notStarted", 0, 3), (
            r.GetProperty("state").GetString(), r.GetProperty("figures").GetInt32(), r.GetProperty("figuresAsked").GetInt32())));
    }

    [Fact]
    public async Task Late_is_computed_for_the_day_asked_with_extensions()
    {
        var period = await server.OpenAsync();
        var due = DateOnly.Parse((await ListAsync(server.Coordinator, $"period={period}"))[0].GetProperty("due").GetString()!, CultureInfo.InvariantCulture);
        await server.SubmitAsync(period);

        Assert.Equal([false, false], await LateAsync(period, due));
        Assert.Equal([true, true], await LateAsync(period, due.AddDays(1)));
        Assert.Equal([true, true], await LateAsync(period, server.Today.AddDays(1)));

        // Extended afterwards to today: the city, which handed in today, is in time; Đồng Nai, which did not, is not.
        await OkAsync(server.Coordinator.PostAsJsonAsync(
            $"/api/v1/periods/{period}/extensions", new { unit = City, due = server.Today, reason = "Bão lũ" }));
        Assert.Equal([true, false], await LateAsync(period, server.Today.AddDays(1)));
        Assert.Equal([City], (await ListAsync(server.Coordinator, $"period={period}&late=false")).Select(r => r.GetProperty("unit").GetString()));
        var detail = await DetailAsync(server.Reporter, period);
        Assert.Equal((false, true), (detail.GetProperty("late").GetBoolean(), detail.GetProperty("extended").GetBoolean()));

        Assert.Equal(
            ["request.parameter-unreadable"],
            await RefusedAsync(server.Coordinator.GetAsync("/api/v1/reports?asOf=hôm nay"), HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task A_draft_is_for_the_unit_alone()
    {
        var period = await server.OpenAsync();
        await server.FillAsync(period);

        Assert.True((await DetailAsync(server.Reporter, period)).GetProperty("figuresVisible").GetBoolean());
        Assert.True((await DetailAsync(server.Approver, period)).GetProperty("figuresVisible").GetBoolean());
        foreach (var other in new[] { server.Coordinator, server.Supervisor, server.Researcher, server.Neighbour })
        {
            var report = await DetailAsync(other, period);
            Assert.False(report.GetProperty("figuresVisible").GetBoolean());
            Assert.Empty(report.GetProperty("history").EnumerateArray());
            Assert.All(report.GetProperty("figures").EnumerateArray(), f => Assert.Equal(JsonValueKind.Null, f.GetProperty("figure").ValueKind));
        }

        using var nobody = server.Server.Browser();
        Assert.Equal(["request.not-found"], await RefusedAsync(nobody.GetAsync(Address(period)), HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task What_was_handed_in_is_for_the_ministry_too_and_what_is_published_for_all_who_share()
    {
        var period = await server.OpenAsync();
        await server.SubmitAsync(period);
        Assert.True((await DetailAsync(server.Coordinator, period)).GetProperty("figuresVisible").GetBoolean());
        Assert.False((await DetailAsync(server.Neighbour, period)).GetProperty("figuresVisible").GetBoolean());
        Assert.Empty((await OkAsync(server.Researcher.GetAsync($"/api/v1/report-figures?period={period}"))).GetProperty("items").EnumerateArray());

        await PostAsync(server.Coordinator, period, "/acceptance");
        await PostAsync(server.Coordinator, period, "/publication");

        var report = await DetailAsync(server.Researcher, period);
        var sites = FigureOf(report, Sites);
        Assert.Equal(["CDS-01", "CDS-02"], sites.GetProperty("forms").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal((12m, "entered", "accepted"), (
            sites.GetProperty("figure").GetProperty("value").GetDecimal(),
            sites.GetProperty("figure").GetProperty("origin").GetString(),
            sites.GetProperty("figure").GetProperty("state").GetString()));
        Assert.Equal(3, (await OkAsync(server.Researcher.GetAsync($"/api/v1/report-figures?period={period}"))).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_list_comes_as_a_file_too()
    {
        var period = await server.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/reports?period={period}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));

        using var answer = await server.Coordinator.SendAsync(request, TestContext.Current.CancellationToken);

        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("late", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_and_answers_stand_beside_the_figure_with_their_dates()
    {
        var period = await server.OpenAsync();
        await server.SubmitAsync(period);
        await PostAsync(server.Supervisor, period, "/questions", new { metric = Sites, text = "Vì sao ít hơn năm ngoái?" });

        Assert.Equal(
            ["access.right-missing"],
            await RefusedAsync(
                server.Supervisor.PostAsJsonAsync(Address(period, "/questions/1/answer"), new { text = "Tự trả lời" }), HttpStatusCode.Forbidden));
        await PostAsync(server.Reporter, period, "/questions/1/answer", new { text = "Hai trang đã đóng." });
        Assert.Equal(
            ["report.question-answered"],
            await RefusedAsync(server.Reporter.PostAsJsonAsync(Address(period, "/questions/1/answer"), new { text = "Lần nữa" })));

        var question = Assert.Single((await DetailAsync(server.Supervisor, period)).GetProperty("questions").EnumerateArray().ToList());
        Assert.Equal(("Vì sao ít hơn năm ngoái?", "Hai trang đã đóng."), (
            question.GetProperty("text").GetString(), question.GetProperty("answer").GetString()));
        Assert.True(question.GetProperty("askedAt").GetDateTimeOffset() <= question.GetProperty("answeredAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var period = await server.OpenAsync();
        Assert.Equal(["request.not-found"], await RefusedAsync(server.Coordinator.GetAsync(Address("no-such-period")), HttpStatusCode.NotFound));
        Assert.Equal(["request.not-found"], await RefusedAsync(server.Coordinator.GetAsync(Address(period, unit: "80@2025-07-01")), HttpStatusCode.NotFound));
        Assert.Equal(
            ["report.period-unknown"],
            await RefusedAsync(server.Reporter.PutAsJsonAsync(Address("no-such-period", "/figures"), new { figures = new[] { Figure(Sites, 1) } }), HttpStatusCode.NotFound));
        Assert.Equal(["report.unknown"], await RefusedAsync(server.Coordinator.PostAsync(Address(period, "/acceptance"), null), HttpStatusCode.NotFound));
        Assert.Equal(
            ["access.other-province"],
            await RefusedAsync(server.Neighbour.PutAsJsonAsync(Address(period, "/figures"), new { figures = new[] { Figure(Sites, 1) } }), HttpStatusCode.Forbidden));
    }

    private async Task<IEnumerable<bool>> LateAsync(string period, DateOnly asOf) =>
        (await ListAsync(server.Coordinator, $"period={period}&sort=unit&asOf={asOf:yyyy-MM-dd}")).Select(r => r.GetProperty("late").GetBoolean());

    private static async Task<List<JsonElement>> ListAsync(HttpClient who, string query) =>
        [.. (await OkAsync(who.GetAsync($"/api/v1/reports?{query}"))).GetProperty("items").EnumerateArray()];
}
