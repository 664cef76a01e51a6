using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Embedded;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Migrations;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;
using RegionLink.Server.Tests.Projects;

namespace RegionLink.Server.Tests.Faults;

/// <summary>
/// PostgreSQL's data and write-ahead log on a file system without a byte of room: first its tables cannot grow, then its log cannot, at which it stops itself. What was
/// acknowledged stays, nothing is done twice, and with room again everything goes on without anybody doing anything.
/// </summary>
public sealed class ReallyFullDiskTests
{
    private const string Unit = "79@2025-07-01";
    private const int DiskMegabytes = 128;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task On_a_full_disk_nothing_acknowledged_is_lost_nothing_done_twice_and_room_is_enough_to_go_on()
    {
        using var disk = SmallDisk.Mount(DiskMegabytes);
        var options = new EmbeddedPostgresOptions(Path.Combine(disk.Path, "data")) { Durable = false, MaxConnections = 50 };
        await using var postgres = await EmbeddedPostgres.StartAsync(options, TestContext.Current.CancellationToken);
        await using var app = await ServeAsync(postgres);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add(TestCallers.Header, TestCallers.Describe("an", UnitKey.Parse(Unit), [Role.Reporter]));
        var (sent, acknowledged) = (new List<int>(), new List<int>());
        Assert.True(await SendAsync(client, sent, acknowledged));

        disk.Fill();
        await UntilRefusedAsync(client, sent, acknowledged);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/v1/projects/{Unit}/DISK-0", TestContext.Current.CancellationToken)).StatusCode);
        await FillLogAsync(postgres);
        await UntilRefusedAsync(client, sent, acknowledged);

        disk.Free();
        foreach (var number in sent.Except(acknowledged).ToList())
        {
            await UntilDoneAsync(client, number);
        }

        foreach (var number in sent)
        {
            Assert.Equal(HttpStatusCode.Created, (await AskAsync(client, number)).StatusCode);   // the first answer again, and nothing written
        }

        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString("regionlink"));
        await using var count = source.CreateCommand("select count(*) || ' ' || count(distinct stream) from event where stream like 'project/%'");
        Assert.Equal($"{sent.Count} {sent.Count}", await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await new LogVerifier(source).VerifyAsync(TestContext.Current.CancellationToken)).Faults);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<WebApplication> ServeAsync(EmbeddedPostgres postgres)
    {
        var ct = TestContext.Current.CancellationToken;
        await postgres.CreateDatabaseAsync("regionlink", ct);
        var connection = postgres.ConnectionString("regionlink");
        await using (var source = NpgsqlDataSource.Create(connection))
        {
            await new Migrator(source).MigrateAsync(ct);
            await new ReferenceStore(source).LoadAsync(RepositoryProvinces.Book, ct);
        }

        var app = ServerHost.Create(
            new ServerOptions(connection) { BeforeAccess = TestCallers.Use },
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Configuration["Limits:RequestsPerMinute"] = "0";
            });
        await app.StartAsync(ct);
        return app;
    }

    /// <summary>New commands until one is answered with an outage. Whatever is acknowledged meanwhile is noted.</summary>
    private static async Task UntilRefusedAsync(HttpClient client, List<int> sent, List<int> acknowledged)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < deadline)
        {
            if (!await SendAsync(client, sent, acknowledged))
            {
                return;
            }
        }

        Assert.Fail("The disk does not get full.");
    }

    private static async Task UntilDoneAsync(HttpClient client, int number)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            using var answer = await AskAsync(client, number);
            if (answer.StatusCode == HttpStatusCode.Created)
            {
                return;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(DateTime.UtcNow < deadline, "It does not recover.");
            await Task.Delay(100);
        }
    }

    /// <summary>A new command: true when it was acknowledged, false when it was refused as an outage; anything else is a failure.</summary>
    private static async Task<bool> SendAsync(HttpClient client, List<int> sent, List<int> acknowledged)
    {
        var number = sent.Count;
        sent.Add(number);
        using var answer = await AskAsync(client, number);
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            acknowledged.Add(number);
            return true;
        }

        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal(["service.unavailable"], await answer.CodesAsync());
        return false;
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, int number)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/projects") { Content = JsonContent.Create(ProjectClient.Proposal(Unit, $"DISK-{number}")) };
        request.Headers.Add("Idempotency-Key", $"really-full-disk-{number}");
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Has PostgreSQL ask for new files of its write-ahead log until there is none to be had.</summary>
    private static async Task FillLogAsync(EmbeddedPostgres postgres)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres.ConnectionString("regionlink")) { Username = "postgres", Pooling = false }.ConnectionString);
        var files = 0;
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () =>
        {
            for (; files < DiskMegabytes / 16; files++)
            {
                await using var command = source.CreateCommand("select pg_logical_emit_message(false, 'disk', 'full'); select pg_switch_wal()");
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }
        });
        TestContext.Current.SendDiagnosticMessage($"{files} files of the write-ahead log were still there");
    }
}
