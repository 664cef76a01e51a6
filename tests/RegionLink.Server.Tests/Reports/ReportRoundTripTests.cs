using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Identity;
using static RegionLink.Server.Tests.Reports.ReportServer;

namespace RegionLink.Server.Tests.Reports;

/// <summary>A report from the first figure to the observation, by people who signed in.</summary>
public sealed class ReportRoundTripTests(ReportServer server) : IClassFixture<ReportServer>
{
    private const string Observed = """
        select o.metric || ' ' || o.value || ' ' || o.origin || ' ' || o.source || ' ' || o.published || ' ' || o.illustrative
          from observation_row o
          join period p on p.start_on = o.period_start and p.end_on = o.period_end
         where p.key = $1
           and o.superseded_by is null
         order by o.metric
        """;

    [Fact]
    public async Task A_report_goes_all_the_way()
    {
        var period = await server.OpenAsync();
        await server.FillAsync(period);

        // Whoever may approve did not enter; whoever entered has no right to approve.
        Assert.Equal(
            ["access.right-missing"],
            await RefusedAsync(server.Reporter.PostAsJsonAsync(Address(period, "/approval"), new { }), HttpStatusCode.Forbidden));
        await server.ApproveAsync(period);
        await PostAsync(server.Approver, period, "/submission");
        Assert.Equal(
            ["report.locked"],
            await RefusedAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), new { figures = new[] { Figure(Sites, 13, "Đếm lại") } })));

        // The ministry sends one figure back; only that one is corrected and approved again.
        await PostAsync(server.Coordinator, period, "/returns", new { figures = new[] { new { metric = Sites, reason = "Thiếu trang của cấp xã" } } });
        Assert.Equal(
            ["figure.not-returned"],
            await RefusedAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), new { figures = new[] { Figure(OnlineFiles, 90, "Sửa") } })));
        await OkAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), new { figures = new[] { Figure(Sites, 15, "Bổ sung ba trang") } }));
        Assert.Equal(["figure.not-approved"], await RefusedAsync(server.Approver.PostAsync(Address(period, "/submission"), null)));
        await server.ApproveAsync(period);
        Assert.Equal("resubmitted", (await PostAsync(server.Approver, period, "/submission")).GetProperty("state").GetString());

        await PostAsync(server.Coordinator, period, "/acceptance");
        Assert.Equal("published", (await PostAsync(server.Coordinator, period, "/publication")).GetProperty("state").GetString());
        Assert.Equal(
            [
                $"{OnlineFiles} 88.5 entered report {period}/{City} true false",
                $"{Share} 0.97 entered report {period}/{City} true false",
                $"{Sites} 15 entered report {period}/{City} true false",
            ],
            await server.RowsAsync(Observed, period));
    }

    [Fact]
    public async Task What_was_approved_and_published_is_corrected_in_its_report_only()
    {
        var period = await server.OpenAsync();
        await server.FillAsync(period);
        await server.ApproveAsync(period);
        await PostAsync(server.Approver, period, "/submission");
        await PostAsync(server.Coordinator, period, "/acceptance");
        await PostAsync(server.Coordinator, period, "/publication");
        var row = Assert.Single(await server.RowsAsync(
            $"select o.period || ' ' || o.value || ' ' || o.unit_of_measure from observation_row o where o.metric = '{Sites}' and o.source = $1", $"report {period}/{City}")).Split(' ');
        var file = $"metric,unit,period,value,unitOfMeasure,source,revision\n{Sites},{City},{row[0]},99,{row[2]},Tự sửa,1\n";

        Assert.Equal(["observation.published-by-report"], await RefusedAsync(server.Reporter.PostAsJsonAsync("/api/v1/observations", new
        {
            title = "Sửa", observations = new[] { new { metric = Sites, unit = City, period = row[0], value = 99, unitOfMeasure = row[2], source = "Tự sửa" } },
        })));
        Assert.Equal(["observation.published-by-report"], await RefusedAsync(server.Reporter.PostAsync("/api/v1/observations/bulk?title=sua.csv", Csv(file))));
        Assert.Equal(["observation.published-by-report"], await RefusedAsync(server.Reporter.PostAsync(
            "/api/v1/imports?kind=observations&dryRun=true", Csv(file.Replace("revision", "rowVersion", StringComparison.Ordinal)))));
        Assert.Equal([row[1]], await server.RowsAsync(
            $"select o.value::text from observation_row o where o.metric = '{Sites}' and o.source = $1 and o.superseded_by is null", $"report {period}/{City}"));

        static StringContent Csv(string text) => new(text, System.Text.Encoding.UTF8, "text/csv");
    }

    [Fact]
    public async Task Every_change_is_kept_with_its_old_value_who_when_and_why()
    {
        var period = await server.OpenAsync();
        await server.FillAsync(period);
        await server.ApproveAsync(period);
        await OkAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), new { figures = new[] { Figure(Sites, 14, "Đếm lại") } }));

        var history = (await DetailAsync(server.Reporter, period)).GetProperty("history").EnumerateArray()
            .Where(l => l.GetProperty("what").GetString() == "figureSet" && l.GetProperty("metric").GetString() == Sites).ToList();

        Assert.Equal([null, 12m], history.Select(l => l.TryGetProperty("was", out var was) && was.ValueKind != System.Text.Json.JsonValueKind.Null ? was.GetDecimal() : (decimal?)null));
        Assert.Equal([12m, 14m], history.Select(l => l.GetProperty("value").GetDecimal()));
        Assert.Equal("Đếm lại", history[1].GetProperty("text").GetString());
        Assert.StartsWith("user:", history[1].GetProperty("by").GetString(), StringComparison.Ordinal);
        Assert.True(history[1].GetProperty("at").GetDateTimeOffset() <= server.Server.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Somebody_with_both_roles_still_needs_a_second_person()
    {
        var period = await server.OpenAsync();
        using var both = await server.Server.SignedInAsync(City, Role.Reporter, Role.Approver);
        await OkAsync(both.PutAsJsonAsync(Address(period, "/figures"), new { figures = new[] { Figure(OnlineFiles, 88), Figure(Sites, 12), Figure(Share, 1) } }));

        Assert.Equal(
            ["figure.own-entry", "figure.own-entry", "figure.own-entry"],
            await RefusedAsync(both.PostAsJsonAsync(Address(period, "/approval"), new { })));
        Assert.Equal(
            ["figure.not-approved", "figure.not-approved", "figure.not-approved"],
            await RefusedAsync(both.PostAsync(Address(period, "/submission"), null)));

        await server.ApproveAsync(period);
        Assert.Equal("submitted", (await PostAsync(both, period, "/submission")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Faults_are_all_listed_and_nothing_is_taken()
    {
        var period = await server.OpenAsync();
        var body = new
        {
            figures = new object[]
            {
                new { metric = OnlineFiles, unitOfMeasure = "sites" },
                new { metric = Sites, unitOfMeasure = "sites", value = 3, noDataReason = "chưa đếm" },
                Figure(Share, 1),
                new { metric = "unheard_of", unitOfMeasure = "percent", value = 1 },
            },
        };

        Assert.Equal(
            ["figure.value-missing", "figure.unit-mismatch", "figure.value-and-no-data", "figure.not-asked"],
            await RefusedAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), body)));
        Assert.Equal("notStarted", (await DetailAsync(server.Reporter, period)).GetProperty("state").GetString());

        var malformed = await RefusedAsync(
            server.Reporter.PutAsJsonAsync(
                Address(period, "/figures"), new { figures = new[] { new { metric = Sites, value = "12", unit = "sites" } } }),
            HttpStatusCode.BadRequest);
        Assert.Equal(3, malformed.Count); // a text for a number, an unknown field, a missing one
    }

    [Fact]
    public async Task A_publication_left_behind_by_a_crash_is_recorded_once()
    {
        var period = await server.OpenAsync();
        await server.SubmitAsync(period);
        await PostAsync(server.Coordinator, period, "/acceptance");
        await PostAsync(server.Coordinator, period, "/publication");
        var recorded = await server.RowsAsync(Observed, period);

        // As if the server had died between the publication and the observations, or right after them.
        var publications = server.Server.Services.GetRequiredService<ReportPublications>();
        await server.RowsAsync("delete from report_publication_recorded where key like $1 || '/%' returning key", $"{period}/{City}");
        Assert.Equal(1, await publications.RecordAsync($"{period}/{City}", TestContext.Current.CancellationToken));
        Assert.Equal(0, await publications.RecordAsync($"{period}/{City}", TestContext.Current.CancellationToken));
        Assert.Equal(recorded, await server.RowsAsync(Observed, period));
        Assert.Equal(3, recorded.Count);
    }

    [Fact]
    public async Task A_published_figure_that_is_corrected_becomes_a_revision()
    {
        var period = await server.OpenAsync();
        await server.SubmitAsync(period);
        await PostAsync(server.Coordinator, period, "/acceptance");
        await PostAsync(server.Coordinator, period, "/publication");

        await PostAsync(server.Coordinator, period, "/returns", new { figures = new[] { new { metric = Sites, reason = "Kiểm toán nêu số khác" } } });
        await OkAsync(server.Reporter.PutAsJsonAsync(Address(period, "/figures"), new { figures = new[] { Figure(Sites, 11, "Theo kiểm toán") } }));
        await server.ApproveAsync(period);
        await PostAsync(server.Approver, period, "/submission");
        await PostAsync(server.Coordinator, period, "/acceptance");
        await PostAsync(server.Coordinator, period, "/publication");

        Assert.Equal(
            ["1 12", "2 11"],
            await server.RowsAsync(
                """
                select o.revision || ' ' || o.value
                  from observation_row o
                  join period p on p.start_on = o.period_start and p.end_on = o.period_end
                 where p.key = $1
                   and o.metric = $2
                 order by o.revision
                """,
                period,
                Sites));
    }

    [Fact]
    public async Task An_illustrative_report_goes_the_whole_way_and_none_of_it_is_observed()
    {
        var period = await server.OpenAsync(illustrative: true);
        await server.SubmitAsync(period);
        await PostAsync(server.Coordinator, period, "/acceptance");

        Assert.Equal("published", (await PostAsync(server.Coordinator, period, "/publication")).GetProperty("state").GetString());
        Assert.Empty(await server.RowsAsync(Observed, period));
        Assert.True((await DetailAsync(server.Reporter, period)).GetProperty("illustrative").GetBoolean());
    }
}
