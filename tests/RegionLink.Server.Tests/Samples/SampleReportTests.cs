using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Identity;
using RegionLink.Server.Samples;
using RegionLink.Server.Tests.Budgets;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Samples;

/// <summary>The made-up periods and reports of <c>up</c>, over what is published.</summary>
public sealed class SampleReportTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    private const string Observed = "select count(*) from observation_row where illustrative or period_start >= '2026-08-15'";

    [Fact]
    public async Task Desks_find_reports_in_every_state_and_none_of_it_is_ever_observed()
    {
        var samples = ActivatorUtilities.CreateInstance<SampleReports>(published.Server.Services);
        await samples.WriteAsync(TestContext.Current.CancellationToken);
        var events = (await VerifiedAsync()).Events;
        await samples.WriteAsync(TestContext.Current.CancellationToken);
        Assert.Equal(events, (await VerifiedAsync()).Events);

        var reports = await ReportsAsync();
        Assert.Equal(9, reports.Count);
        Assert.All(reports, r => Assert.True(r.GetProperty("illustrative").GetBoolean()));
        Assert.Equal(
            ["accepted", "draft", "notStarted", "published", "returned", "submitted"],
            reports.Select(r => r.GetProperty("state").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, reports.Count(r => r.GetProperty("late").GetBoolean() && r.GetProperty("submittedOn").ValueKind is JsonValueKind.String));
        Assert.Contains(reports, r => r.GetProperty("state").GetString() == "returned" && r.GetProperty("figuresReturned").GetInt64() == 2);

        // Whatever relays publications finds nothing to record in them.
        Assert.Equal(0, await published.Server.Services.GetRequiredService<ReportPublications>().RecordAsync(null, TestContext.Current.CancellationToken));
        Assert.Equal(0, await CountAsync(Observed));
    }

    private async Task<List<JsonElement>> ReportsAsync()
    {
        var coordinator = published.Server.ClientAs(null, Role.Coordinator);
        var page = await BudgetApi.OkAsync(coordinator.GetAsync("/api/v1/reports?period.contains=mau-&limit=50"));
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    private async Task<Verification> VerifiedAsync()
    {
        var verified = await published.Server.Services.GetRequiredService<LogVerifier>().VerifyAsync(TestContext.Current.CancellationToken);
        Assert.Empty(verified.Faults);
        return verified;
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = published.Server.DataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
