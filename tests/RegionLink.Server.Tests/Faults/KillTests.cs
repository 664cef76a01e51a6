using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.EventLog;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Keys;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Projects;

namespace RegionLink.Server.Tests.Faults;

/// <summary>
/// Two server processes write the same grains under load and are killed again and again. Every command that was acknowledged is in the
/// log, and every command, however often it had to be sent, is there once.
/// </summary>
public sealed class KillTests(PostgresFixture postgres)
{
    private const string Unit = "79@2025-07-01";
    private const int Projects = 4;
    private const int Writers = 8;
    private const int Kills = 6;

    [Fact]
    public async Task No_acknowledged_command_is_lost_and_none_is_applied_twice()
    {
        var database = await postgres.CloneAsync();
        var key = await KeyAsync(database);
        await using var one = new ServerNode(database);
        await using var two = new ServerNode(database);
        await Task.WhenAll(one.StartAsync(), two.StartAsync());
        ServerNode[] nodes = [one, two];
        using var client = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", key) }, Timeout = TimeSpan.FromSeconds(10) };
        for (var i = 0; i < Projects; i++)
        {
            await SendUntilAnsweredAsync(client, nodes, HttpMethod.Post, "/api/v1/projects", ProjectClient.Proposal(Unit, $"KILL-{i}"));
        }

        using var loaded = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(w => WriteAsync(client, nodes, w, loaded.Token)).ToList();
        var random = new Random(20261122);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(300, 1200), TestContext.Current.CancellationToken);
            var victim = nodes[kill % 2];
            await victim.KillAsync();
            await victim.StartAsync();
        }

        await loaded.CancelAsync();
        var acknowledged = (await Task.WhenAll(writers)).Sum(w => w.Acknowledged);
        var repeated = writers.Sum(w => w.Result.Repeated);

        await using var source = NpgsqlDataSource.Create(database);
        var written = await ScalarAsync(source, "select count(*) from event where type = 'revised'");
        Assert.True(acknowledged > 50, $"Only {acknowledged} commands were acknowledged: the test had no load.");
        Assert.True(repeated > 0, "No command had to be repeated: the kills hit nothing.");
        Assert.Equal(acknowledged, written);
        Assert.Equal(written, await ScalarAsync(source, "select count(distinct data::text) from event where type = 'revised'"));
        Assert.Equal(0, await ScalarAsync(source, """
            select count(*)
              from project p
             where p.version <> (select max(e.version) from event e where e.stream = 'project/' || p.key)
            """));
        Assert.Empty((await new LogVerifier(source).VerifyAsync(TestContext.Current.CancellationToken)).Faults);
        TestContext.Current.SendDiagnosticMessage($"{acknowledged} acknowledged, {written} in the log, {repeated} sent again, {Kills} kills");
    }

    private static async Task<(int Acknowledged, int Repeated)> WriteAsync(HttpClient client, ServerNode[] nodes, int writer, CancellationToken stop)
    {
        var (acknowledged, repeated) = (0, 0);
        while (!stop.IsCancellationRequested)
        {
            repeated += await SendUntilAnsweredAsync(
                client, nodes, HttpMethod.Put, $"/api/v1/projects/{Unit}/KILL-{writer % Projects}/profile", Profile($"lần {acknowledged} của người {writer}"));
            acknowledged++;
        }

        return (acknowledged, repeated);
    }

    /// <summary>Sends one command, with one key, to one server or the other until it is acknowledged; returns how often it was sent again.</summary>
    private static async Task<int> SendUntilAnsweredAsync(HttpClient client, ServerNode[] nodes, HttpMethod method, string path, object body)
    {
        var key = Guid.NewGuid().ToString();
        var deadline = DateTime.UtcNow.AddMinutes(3);
        for (var attempt = 0; ; attempt++)
        {
            Assert.True(DateTime.UtcNow < deadline, "A command is not answered for three minutes.");
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(nodes[attempt % nodes.Length].Address, path)) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", key);
                using var answer = await client.SendAsync(request);
                if (answer.IsSuccessStatusCode)
                {
                    return attempt;
                }

                Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // killed before it answered: whether it was done is unknown, so the same command is sent again
            }

            await Task.Delay(20);
        }
    }

    private static object Profile(string description) => new
    {
        name = "Dự án kiểm thử",
        ownerAgency = "Sở Khoa học và Công nghệ",
        pillar = "government",
        category = "A02",
        form = "procurement",
        regime = "73/2019",
        funding = new[] { new { kind = "state", name = "Vốn sự nghiệp", amount = 1_000_000_000 } },
        description,
    };

    private static async Task<string> KeyAsync(string database)
    {
        await using var app = ServerHost.Create(new ServerOptions(database));
        var (_, secret) = await app.Services.GetRequiredService<ApiKeyKeeper>().CreateAsync(
            "kill test", UnitKey.Parse(Unit), [Right.WriteProjects], DateTimeOffset.UtcNow.AddHours(1), Doer.Platform("test"), TestContext.Current.CancellationToken);
        return secret;
    }

    private static async Task<long> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
