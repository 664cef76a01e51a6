using System.Net;
using System.Net.Http.Json;
using RegionLink.Runtime.EventLog;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Projects;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Faults;

/// <summary>
/// PostgreSQL has no room left (SQLSTATE 53100), raised where it would be: on the write of an event. What was acknowledged stays, what was not
/// is told to come again, reading goes on, and with room again the same requests are done, once.
/// </summary>
public sealed class FullDiskTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Unit = "79@2025-07-01";
    private const int Writers = 12;

    private const string Fill = """
        create function no_room() returns trigger language plpgsql as $$
        begin
          raise exception 'could not extend file "base/16384/16402": No space left on device' using errcode = '53100';
        end
        $$;
        create trigger disk_is_full before insert on event for each statement execute function no_room();
        """;

    private const string Free = "drop trigger disk_is_full on event; drop function no_room()";

    [Fact]
    public async Task A_full_disk_refuses_writes_loses_nothing_and_is_over_when_there_is_room()
    {
        var reporter = server.ClientAs(Unit, Role.Reporter);
        await AllAsync(reporter, "A", HttpStatusCode.Created);

        await ExecuteAsync(Fill);
        var refused = await AllAsync(reporter, "B", HttpStatusCode.ServiceUnavailable);
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));
        Assert.Equal(["service.unavailable"], await refused[0].CodesAsync());
        Assert.Equal(HttpStatusCode.OK, (await reporter.GetAsync($"/api/v1/projects/{Unit}/A-0", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(Writers, await CountAsync());

        await ExecuteAsync(Free);
        await AllAsync(reporter, "B", HttpStatusCode.Created);   // the same requests with the same keys
        await AllAsync(reporter, "B", HttpStatusCode.Created);   // and answered again as the first time
        Assert.Equal(2 * Writers, await CountAsync());
        Assert.Empty((await new LogVerifier(server.DataSource).VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }

    private static async Task<HttpResponseMessage[]> AllAsync(HttpClient client, string series, HttpStatusCode expected)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async i =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/projects") { Content = JsonContent.Create(ProjectClient.Proposal(Unit, $"{series}-{i}")) };
            request.Headers.Add("Idempotency-Key", $"full-disk-{series}-{i}");
            return await client.SendAsync(request);
        }));
        foreach (var answer in answers)
        {
            Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        return answers;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = server.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> CountAsync()
    {
        await using var command = server.DataSource.CreateCommand("select count(*) from event where stream like 'project/%'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
