using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Keys;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Identity;

/// <summary>A server whose callers come in by the front door only, with a clock that tests can move. Use as class fixture.</summary>
public sealed class IdentityServer(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Hcmc = "79@2025-07-01";
    public const string DongNai = "75@2026-04-30";

    private static readonly Doer Test = Doer.Platform("test");

    private WebApplication app = null!;
    private int people;

    internal FakeClock Clock { get; } = new();

    public string ConnectionString { get; private set; } = "";

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await postgres.CloneAsync();
        app = await StartAsync(ConnectionString, Clock);
        Address = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>Another server over a database.</summary>
    internal static async Task<WebApplication> StartAsync(string connectionString, TimeProvider clock, params (string Key, string Value)[] settings)
    {
        var made = ServerHost.Create(new ServerOptions(connectionString), builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration["Limits:SignInsPerMinute"] = "0";
            builder.Configuration["Limits:RequestsPerMinute"] = "0";
            foreach (var (key, value) in settings)
            {
                builder.Configuration[key] = value;
            }

            builder.Services.AddSingleton(clock);
        });
        await made.StartAsync();
        return made;
    }

    /// <summary>A browser of its own: keeps cookies.</summary>
    public HttpClient Browser() => new() { BaseAddress = Address };

    /// <summary>A new account; no two have the same login.</summary>
    public async Task<NewAccount> AccountAsync(string? unit, params Role[] roles)
    {
        var login = $"person-{Interlocked.Increment(ref people)}";
        return await Services.GetRequiredService<AccountKeeper>()
            .CreateAsync(login, $"Tài khoản {login}", Key(unit), roles, mustChangePassword: false, Test, CancellationToken.None)
            ?? throw new InvalidOperationException($"{login} is taken.");
    }

    /// <summary>A browser in which somebody with these roles signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string? unit, params Role[] roles)
    {
        var account = await AccountAsync(unit, roles);
        var browser = Browser();
        var answer = await SignInAsync(browser, account.Login, account.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string login, string password) =>
        browser.PostAsJsonAsync("/api/v1/session", new { login, password });

    /// <summary>The secret of a new key and its id.</summary>
    public async Task<(Guid Id, string Secret)> KeyAsync(string? unit, TimeSpan life, params Right[] rights)
    {
        var (key, secret) = await Services.GetRequiredService<ApiKeyKeeper>()
            .CreateAsync("Hệ thống thử", Key(unit), rights, Clock.GetUtcNow() + life, Test, CancellationToken.None);
        return (key.Id, secret);
    }

    /// <summary>A system that shows a key. It follows no redirects: on the way the key would be left behind, and somebody else would arrive.</summary>
    public HttpClient WithKey(string secret)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return client;
    }

    /// <summary>Lines of the access log about a subject, oldest first.</summary>
    public async Task<IReadOnlyList<string>> LogAboutAsync(Guid subject)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select kind from access_log where subject = $1 order by id");
        command.Parameters.Add(new() { Value = subject.ToString() });
        await using var reader = await command.ExecuteReaderAsync();
        var kinds = new List<string>();
        while (await reader.ReadAsync())
        {
            kinds.Add(reader.GetString(0));
        }

        return kinds;
    }

    private static UnitKey? Key(string? unit) => unit is null ? null : UnitKey.Parse(unit);
}

internal static class Answers
{
    /// <summary>The body as JSON.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    /// <summary>The codes of all refusals of a problem answer, after checking that it is a complete one.</summary>
    public static async Task<IReadOnlyList<string>> CodesAsync(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.JsonAsync();
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        var refusals = problem.GetProperty("refusals").EnumerateArray().ToList();
        Assert.All(refusals, r =>
        {
            Assert.NotEmpty(r.GetProperty("vi").GetString()!);
            Assert.NotEmpty(r.GetProperty("en").GetString()!);
        });
        return [.. refusals.Select(r => r.GetProperty("code").GetString()!)];
    }
}
