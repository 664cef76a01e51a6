using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Periods;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Tests.Identity;
using static RegionLink.Server.Tests.Reports.ReportServer;

namespace RegionLink.Server.Tests.Reports;

/// <summary>Periods over HTTP, what a closed one keeps out, and that their tables and the reports' can be rebuilt.</summary>
public sealed class PeriodTests(ReportServer server) : IClassFixture<ReportServer>
{
    [Fact]
    public async Task A_period_is_opened_once_and_read_by_everybody()
    {
        using var opened = await server.Coordinator.PostAsJsonAsync(
            "/api/v1/periods", Period("2026-05", new DateOnly(2026, 5, 14)), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Created, "/api/v1/periods/2026-05"), (opened.StatusCode, opened.Headers.Location!.OriginalString));
        using var nobody = server.Server.Browser();

        var period = await OkAsync(nobody.GetAsync("/api/v1/periods/2026-05"));

        Assert.Equal(("open", "2026-04-14/2026-05-14", "2026-05-18"), (
            period.GetProperty("state").GetString(), period.GetProperty("about").GetString(), period.GetProperty("due").GetString()));
        Assert.Equal([DongNai, City], period.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("unit").GetString()));
        Assert.Equal(["period.exists"], await RefusedAsync(server.Coordinator.PostAsJsonAsync("/api/v1/periods", Period("2026-05", new(2026, 5, 14)))));
        Assert.Equal(
            ["access.right-missing"],
            await RefusedAsync(server.Reporter.PostAsJsonAsync("/api/v1/periods", Period("2026-06", new(2026, 6, 14))), HttpStatusCode.Forbidden));
        Assert.Equal(["request.not-found"], await RefusedAsync(nobody.GetAsync("/api/v1/periods/2031-01"), HttpStatusCode.NotFound));
        Assert.Equal(
            ["request.not-found"],
            await RefusedAsync(server.Coordinator.PostAsJsonAsync("/api/v1/periods/2031-01/closing", new { }), HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Everything_wrong_with_a_period_is_said_at_once()
    {
        var body = new
        {
            id = "2026-07",
            titleVi = "",
            titleEn = "July",
            start = "2026-07-14",
            end = "2026-06-15",
            about = "tháng bảy",
            dueWorkingDays = 99,
            forms = new[]
            {
                new { id = "A", titleVi = "A", titleEn = "A", metrics = new[] { new { metric = "dti_rank" }, new { metric = "local_budget_expenditure" }, new { metric = "unheard_of" } } },
            },
            units = new[] { "79@origin", City },
        };

        // The old city ended on 2025-06-30: it can owe nothing in 2026.
        Assert.Equal(
            [
                "period.title-missing", "period.dates-reversed", "period.about-unreadable", "period.due-days-out-of-range",
                "period.metric-not-reportable", "period.metric-not-reportable", "period.metric-unknown", "period.unit-unknown",
            ],
            await RefusedAsync(server.Coordinator.PostAsJsonAsync("/api/v1/periods", body)));
    }

    [Fact]
    public async Task A_closed_period_takes_no_figures_until_it_is_reopened()
    {
        var period = await server.OpenAsync();
        await server.FillAsync(period);
        await OkAsync(server.Coordinator.PostAsJsonAsync($"/api/v1/periods/{period}/closing", new { }));

        var body = new { figures = new[] { Figure(Sites, 13) } };
        Assert.Equal(["report.period-closed"], await RefusedAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), body)));
        Assert.Equal(["report.period-closed"], await RefusedAsync(server.Approver.PostAsJsonAsync(Address(period, "/approval"), new { })));
        Assert.Equal(["period.reason-missing"], await RefusedAsync(server.Coordinator.PostAsJsonAsync($"/api/v1/periods/{period}/reopening", new { reason = " " })));

        await OkAsync(server.Coordinator.PostAsJsonAsync($"/api/v1/periods/{period}/reopening", new { reason = "Chờ số của cấp xã" }));
        await OkAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), body));
    }

    [Fact]
    public async Task No_figure_gets_in_after_the_closing_whichever_server_is_asked()
    {
        await using var second = await IdentityServer.StartAsync(server.Server.ConnectionString, server.Server.Clock);
        using var there = new HttpClient { BaseAddress = new Uri(second.Urls.First()) };
        var account = await server.Server.AccountAsync(City, RegionLink.Server.Identity.Role.Reporter);
        using (await IdentityServer.SignInAsync(there, account.Login, account.Password))
        {
            var period = await server.OpenAsync();
            var writes = Enumerable.Range(1, 60).Select(async i =>
            {
                await Task.Delay(i);
                using var answer = await (i % 2 == 0 ? there : server.Reporter).PutAsJsonAsync(
                    Address(period, "/figures"), new { figures = new[] { Figure(Sites, i) } });
                return answer.StatusCode;
            }).ToList();
            await Task.Delay(30);
            await OkAsync(server.Coordinator.PostAsJsonAsync($"/api/v1/periods/{period}/closing", new { }));
            var answers = await Task.WhenAll(writes);

            Assert.All(answers, a => Assert.True(a is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, a.ToString()));
            Assert.Contains(HttpStatusCode.UnprocessableEntity, answers);
            Assert.Empty(await server.RowsAsync(
                """
                select e.stream
                  from event e
                  join event closing on closing.stream = 'period/' || $1 and closing.type = 'closed'
                 where e.stream = 'report/' || $1 || '/' || $2
                   and (e.xid, e.position) > (closing.xid, closing.position)
                """,
                period,
                City));
        }

        await second.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_rebuild_refills_the_tables_with_the_same_bytes()
    {
        var period = await server.OpenAsync();
        await server.SubmitAsync(period);
        await PostAsync(server.Coordinator, period, "/returns", new { figures = new[] { new { metric = Sites, reason = "Thiếu" } } });
        await OkAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), new { figures = new[] { Figure(Sites, 12.50m, "Đủ") } }));
        await server.ApproveAsync(period);
        await PostAsync(server.Approver, period, "/submission");
        await PostAsync(server.Supervisor, period, "/questions", new { metric = Sites, text = "Vì sao lẻ?" });
        await PostAsync(server.Reporter, period, "/questions/1/answer", new { text = "Trung bình kỳ" });
        await PostAsync(server.Coordinator, period, "/acceptance");
        await PostAsync(server.Coordinator, period, "/publication");
        await OkAsync(server.Coordinator.PostAsJsonAsync(
            $"/api/v1/periods/{period}/extensions", new { unit = DongNai, due = server.Today.AddDays(3), reason = "Sáp nhập" }));
        await OkAsync(server.Coordinator.PostAsJsonAsync($"/api/v1/periods/{period}/closing", new { reason = "Hết hạn" }));
        await OkAsync(server.Approver.PutAsJsonAsync($"/api/v1/figure-bindings/{City}/{OnlineFiles}", new { system = "he-thong", reason = "Thử" }));
        var before = await DumpAsync();

        await server.Server.Services.GetRequiredService<Rebuild>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains("12.50", before, StringComparison.Ordinal);
        Assert.Equal(before, await DumpAsync());
        await OkAsync(server.Approver.PostAsJsonAsync($"/api/v1/figure-bindings/{City}/{OnlineFiles}/release", new { reason = "Thử xong" }));
    }

    private async Task<string> DumpAsync()
    {
        var dump = new StringBuilder();
        foreach (var table in PeriodGrain.Tables.Concat(ReportGrain.Tables).Concat(BindingGrain.Tables))
        {
            var rows = await server.RowsAsync($"select t::text from {table} t order by 1");
            Assert.NotEmpty(rows);
            dump.AppendLine(table).AppendJoin('\n', rows).AppendLine();
        }

        return dump.ToString();
    }
}
