using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Fixtures;

/// <summary>A whole server on a real port over a database of its own. Use as class fixture.</summary>
public sealed class ServerFixture(PostgresFixture postgres) : IAsyncLifetime
{
    private WebApplication _app = null!;

    public string ConnectionString { get; private set; } = "";

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public NpgsqlDataSource DataSource => _app.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await postgres.CloneAsync();
        _app = ServerHost.Create(
            new ServerOptions(ConnectionString) { Environment = "Development", BeforeAccess = TestCallers.Use },
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Configuration["Limits:RequestsPerMinute"] = "0";
            });
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
    }

    /// <summary>Nobody in particular.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Address };

    /// <summary>Somebody with these roles, bound to a unit (text of its key) or, when null, to the region.</summary>
    public HttpClient ClientAs(string? unit, params Role[] roles) => ClientAs($"{string.Join('-', roles)}@{unit ?? "region"}", unit, roles);

    /// <summary>The same as a certain person, for rules about two different people.</summary>
    public HttpClient ClientAs(string person, string? unit, params Role[] roles)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add(TestCallers.Header, TestCallers.Describe(person, unit is null ? null : UnitKey.Parse(unit), roles));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
