using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Projects;

/// <summary>The list of delays and the rule of delays are two pieces of code; here they answer the same for every day.</summary>
public sealed class ProjectDelayTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly TableViewer Region = new(Everything: true, [], SignedIn: true);

    private static readonly string[] Numbers = ["D-1", "D-2", "D-3", "D-4", "D-5"];

    /// <summary>Up to a day the list asks what held then; from today on it reads the project's own row.</summary>
    [Theory]
    [InlineData("2025-06-25", "2026-01-10", "2027-01-01", 200)]
    [InlineData("2026-01-11", "2026-02-10", "2026-01-11", 60)]
    public async Task The_list_of_delays_says_for_every_day_what_the_rule_says(string first, string last, string today, int atLeast)
    {
        var projects = await ProjectsAsync();
        var (listed, judged) = (new List<string>(), new List<string>());
        for (var day = Day(first); day <= Day(last); day = day.AddDays(1))
        {
            listed.AddRange(await ListedAsync(day, Day(today)));
            judged.AddRange(projects.Select(p => (p.Number, Judged: Timeliness.Of(p, day))).Where(p => p.Judged.Late || p.Judged.Slow).Select(p => Line(
                day, p.Number, p.Judged.Overdue.Length, p.Judged.Late ? p.Judged.Overdue[0].Due : null, p.Judged.Late ? p.Judged.Overdue[0].DaysLate : null,
                p.Judged.WorkSlow, p.Judged.MoneySlow, p.Judged.Report?.AsOf)));
        }

        Assert.True(judged.Count > atLeast, "The projects are hardly ever delayed: this compares nothing.");
        Assert.Equal(judged, listed);
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused()
    {
        using var client = new ProjectClient(server, ProjectClient.Hcmc);
        using var answer = await client.SendAsync(HttpMethod.Get, "delayed?asOf=31/12/2025");

        Assert.Equal(["parameter-unreadable"], await ProjectClient.RefusedAsync(System.Net.HttpStatusCode.BadRequest, answer));
    }

    private async Task<List<Project>> ProjectsAsync()
    {
        var reader = server.Services.GetRequiredService<ProjectReader>();
        var keys = Array.ConvertAll(Numbers, n => new ProjectKey(UnitKey.Parse(ProjectClient.Hcmc), n));
        if (await reader.FindAsync(keys[0], Region, TestContext.Current.CancellationToken) is null)
        {
            await MakeProjectsAsync();
        }

        var projects = new List<Project>();
        foreach (var key in keys)
        {
            projects.Add((await reader.FindAsync(key, Region, TestContext.Current.CancellationToken))!.State);
        }

        return projects;
    }

    private async Task MakeProjectsAsync()
    {
        using var city = new ProjectClient(server, ProjectClient.Hcmc);
        await city.RunningAsync("D-1");
        await city.DoAsync("D-1", "steps/B1/completion", """{ "on": "2025-10-20" }""");
        await city.DoAsync("D-1", "progress", """{ "asOf": "2025-08-31", "percent": 10, "disbursed": 0, "plannedPercent": 20.01, "delayReasons": ["staff"] }""");
        await city.DoAsync("D-1", "progress", """{ "asOf": "2025-09-30", "percent": 20, "disbursed": 90, "plannedPercent": 30, "plannedDisbursed": 100 }""");
        await city.DoAsync("D-1", "progress", """{ "asOf": "2025-10-31", "percent": 30, "disbursed": 179, "plannedDisbursed": 200, "delayReasons": ["bidding"] }""");

        await city.RunningAsync("D-2");
        await city.DoAsync("D-2", "baselines", """{ "on": "2025-10-10", "reason": "Chờ vốn", "authority": "UBND", "dues": [{ "code": "B1", "due": "2025-11-15" }, { "code": "B3", "due": "2025-11-30" }] }""");
        await city.DoAsync("D-2", "baselines", """{ "on": "2025-11-20", "reason": "Chờ vốn", "authority": "UBND", "dues": [{ "code": "B1", "due": "2025-12-15" }], "added": [{ "code": "B4", "name": "Thử", "phase": "closing", "required": true, "due": "2025-11-10" }] }""");
        await city.DoAsync("D-2", "steps/B3/skip", """{ "on": "2025-12-20", "reason": "Không cần" }""");

        await city.RunningAsync("D-3");
        await city.DoAsync("D-3", "cancellation", """{ "on": "2025-11-05", "reason": "Trùng lặp" }""");

        await city.RunningAsync("D-4");
        await city.DoAsync("D-4", "steps/B1/completion", """{ "on": "2025-09-30" }""");
        await city.DoAsync("D-4", "steps/B3/completion", """{ "on": "2025-12-01" }""");
        await city.DoAsync("D-4", "completion", """{ "on": "2025-12-02" }""");

        await city.RunningAsync("D-5");
        await city.DoAsync("D-5", "steps/B1/skip", """{ "on": "2025-10-05", "reason": "Nhầm" }""");
        await city.DoAsync("D-5", "steps/B1/reopening", """{ "reason": "Cần lại" }""");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<IEnumerable<string>> ListedAsync(DateOnly day, DateOnly today)
    {
        var table = ProjectDelayTable.AsOf(day, today);
        var page = await server.Services.GetRequiredService<TableReader>().PageAsync(
            table, new TableRequest { Limit = 100, Sort = table.Find("number") }, Region, TestContext.Current.CancellationToken);
        return page.Rows.Select(row =>
        {
            var value = table.Columns.Zip(row).ToDictionary(c => c.First.Name, c => c.Second);
            return Line(
                day, (string)value["number"]!, (long)value["overdueSteps"]!, (DateOnly?)value["overdueSince"], (long?)value["daysLate"],
                (bool)value["workSlow"]!, (bool)value["moneySlow"]!, (DateOnly?)value["reportedOn"]);
        });
    }

    private static string Line(
        DateOnly day, string number, long steps, DateOnly? since, long? daysLate, bool workSlow, bool moneySlow, DateOnly? reportedOn) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:O} {number}: {steps} since {since:O} ({daysLate} days), work {workSlow}, money {moneySlow}, report {reportedOn:O}");
}
