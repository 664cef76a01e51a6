using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Embedded;
using RegionLink.Runtime.Migrations;
using RegionLink.Server;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Edge;
using RegionLink.Server.Identity.Keys;

namespace RegionLink.Benchmarks;

/// <summary>The real server over a durable PostgreSQL of its own, with keys for its callers and no rate limit.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    public static readonly UnitKey Unit = UnitKey.Parse("79@2025-07-01");

    private readonly EmbeddedPostgres _postgres;
    private readonly WebApplication _app;

    private BenchServer(EmbeddedPostgres postgres, WebApplication app, string connectionString)
    {
        (_postgres, _app, ConnectionString) = (postgres, app, connectionString);
        Address = new Uri(app.Urls.First());
    }

    public string ConnectionString { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public NpgsqlDataSource DataSource => Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<BenchServer> StartAsync(CancellationToken ct)
    {
        var options = EmbeddedPostgresOptions.Temporary() with { Durable = true };
        var postgres = await EmbeddedPostgres.StartAsync(options, ct);
        await using (var source = NpgsqlDataSource.Create(postgres.ConnectionString("postgres")))
        {
            await using var create = source.CreateCommand("create database benchmark");
            await create.ExecuteNonQueryAsync(ct);
        }

        var connection = postgres.ConnectionString("benchmark");
        var app = ServerHost.Create(new ServerOptions(connection), builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.Configure<LimitOptions>(o => (o.RequestsPerMinute, o.SignInsPerMinute) = (0, 0));
        });
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        await app.StartAsync(ct);
        return new(postgres, app, connection);
    }

    public ProcessorTime Spent() => ProcessorTime.Now(Path.Combine(_postgres.DataFolder, "postgres"));

    /// <summary>The secret of a key for the unit with these rights.</summary>
    public async Task<string> KeyAsync(UnitKey? unit, params Right[] rights)
    {
        var keeper = Services.GetRequiredService<ApiKeyKeeper>();
        var (_, secret) = await keeper.CreateAsync("benchmark", unit, rights, DateTimeOffset.UtcNow.AddDays(1), Doer.Platform("benchmark"), CancellationToken.None);
        return secret;
    }

    public async Task<HttpClient> ClientAsync(UnitKey? unit, params Right[] rights)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync(unit, rights));
        return client;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
