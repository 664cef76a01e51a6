using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Keys;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Faults;

/// <summary>A server is killed in the middle of a large file. Nothing is half written, and the same file again writes exactly the rest.</summary>
public sealed class KilledImportTests(PostgresFixture postgres)
{
    private const string Unit = "79@2025-07-01";
    private const int Projects = 1_500;
    private const int Observations = 300_000;

    private const string Header =
        "Mã dự án;Tên dự án;Chủ đầu tư;Ngày đề xuất;Trụ cột;Nhóm hoạt động;Hình thức;Nghị định áp dụng;Nguồn vốn 1: loại;Nguồn vốn 1: tên;Nguồn vốn 1: số tiền (tỷ đồng)\n";

    [Fact]
    public async Task A_file_of_projects_that_was_cut_off_is_completed_by_sending_it_again()
    {
        var (database, key) = await PreparedAsync();
        await using var source = NpgsqlDataSource.Create(database);
        await using var node = new ServerNode(database);
        await node.StartAsync();
        using var client = Client(key);
        var file = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, Projects).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"KILL-{i:0000};Dự án {i};Sở KH&CN;05/08/2025;Chính quyền số;A03;Mua sắm;73/2019;Ngân sách nhà nước;Vốn sự nghiệp;1\n"))));

        var cut = SendAsync(client, node, "/api/v1/imports?kind=projects&fileName=d%E1%BB%B1%20%C3%A1n.csv", file);
        await UntilAsync(source, "select count(*) from project", atLeast: 50);
        await node.KillAsync();
        await IgnoreAsync(cut);
        var half = await CountAsync(source, "select count(*) from project");
        Assert.InRange(half, 50, Projects - 1);

        await node.StartAsync();
        await SendUntilDoneAsync(client, node, file);

        Assert.Equal(Projects, await CountAsync(source, "select count(*) from project"));
        Assert.Equal(Projects, await CountAsync(source, "select count(*) from event where stream like 'project/%'"));
        Assert.Equal(0, await CountAsync(source, "select count(*) from project where version <> 1"));
        Assert.Empty((await new LogVerifier(source).VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }

    [Fact]
    public async Task A_batch_of_observations_that_was_cut_off_is_not_there_at_all()
    {
        var (database, key) = await PreparedAsync();
        await using var source = NpgsqlDataSource.Create(database);
        await using var node = new ServerNode(database);
        await node.StartAsync();
        using var client = Client(key);
        var before = await CountAsync(source, "select count(*) from observation");
        var first = new DateOnly(1200, 1, 1);
        var file = Encoding.UTF8.GetBytes("metric,unit,period,value,unitOfMeasure,source\n" + string.Concat(Enumerable.Range(0, Observations).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"population,{Unit},{first.AddDays(i):yyyy-MM-dd},{14_000_000 + i},persons,Tệp thử\n"))));

        // The copy into the fact table is under way, and nothing of it is committed.
        var cut = SendAsync(client, node, "/api/v1/observations/bulk?title=large.csv", file);
        await UntilAsync(source, "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and query ilike 'copy %'", atLeast: 1);
        await node.KillAsync();
        await IgnoreAsync(cut);
        await UntilAsync(source, "select 1 - count(*) from pg_stat_activity where datname = current_database() and query ilike 'copy %' and state = 'active'", atLeast: 1);
        Assert.Equal(before, await CountAsync(source, "select count(*) from observation"));
        Assert.Equal(0, await CountAsync(source, "select count(*) from observation_batch where title = 'large.csv'"));

        await node.StartAsync();
        using var again = await SendAsync(client, node, "/api/v1/observations/bulk?title=large.csv", file);
        Assert.True(again.StatusCode is HttpStatusCode.Created, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(before + Observations, await CountAsync(source, "select count(*) from observation"));
        Assert.Equal(1, await CountAsync(source, "select count(*) from observation_batch where title = 'large.csv'"));
    }

    private static async Task SendUntilDoneAsync(HttpClient client, ServerNode node, byte[] file)
    {
        var deadline = DateTime.UtcNow.AddMinutes(3);
        var address = "/api/v1/imports?kind=projects&fileName=d%E1%BB%B1%20%C3%A1n.csv";
        using var sent = await SendAsync(client, node, address, file);
        var import = await sent.JsonAsync();
        while (import.GetProperty("status").GetString() == "running")
        {
            Assert.True(DateTime.UtcNow < deadline, import.ToString());
            await Task.Delay(200, TestContext.Current.CancellationToken);
            import = JsonDocument.Parse(await client.GetStringAsync(
                new Uri(node.Address, $"/api/v1/imports/{import.GetProperty("id").GetString()}"), TestContext.Current.CancellationToken)).RootElement;
        }

        Assert.True(import.GetProperty("status").GetString() == "done", import.ToString());
        var counts = import.GetProperty("counts");
        Assert.Equal(Projects, counts.GetProperty("new").GetInt32() + counts.GetProperty("unchanged").GetInt32());
    }

    private static HttpClient Client(string key) => new() { DefaultRequestHeaders = { Authorization = new("Bearer", key) }, Timeout = TimeSpan.FromMinutes(3) };

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, ServerNode node, string address, byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("text/csv");
        return client.PostAsync(new Uri(node.Address, address), content);
    }

    private static async Task IgnoreAsync(Task<HttpResponseMessage> request)
    {
        try
        {
            (await request).Dispose();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // killed before it answered
        }
    }

    private static async Task UntilAsync(NpgsqlDataSource source, string sql, long atLeast)
    {
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (await CountAsync(source, sql) < atLeast)
        {
            Assert.True(DateTime.UtcNow < deadline, $"Never came to {atLeast}: {sql}");
            await Task.Delay(2);
        }
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A database with the units and metrics of the provinces folder and a key that may load files.</summary>
    private async Task<(string Database, string Key)> PreparedAsync()
    {
        var database = await postgres.CloneAsync();
        await using var app = ServerHost.Create(new ServerOptions(database));
        await app.Services.GetRequiredService<ReferenceStore>().LoadAsync(RepositoryProvinces.Book, TestContext.Current.CancellationToken);
        var (_, secret) = await app.Services.GetRequiredService<ApiKeyKeeper>().CreateAsync(
            "kill test", UnitKey.Parse(Unit), [Right.Import, Right.WriteProjects, Right.WriteObservations], DateTimeOffset.UtcNow.AddHours(1),
            Doer.Platform("test"), TestContext.Current.CancellationToken);
        return (database, secret);
    }
}
