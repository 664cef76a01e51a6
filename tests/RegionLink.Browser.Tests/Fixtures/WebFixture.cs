using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;
using RegionLink.Runtime.Embedded;
using RegionLink.Runtime.Migrations;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Samples;
using RegionLink.Server.Tests.Identity;

[assembly: AssemblyFixture(typeof(WebFixture))]

namespace RegionLink.Browser.Tests.Fixtures;

/// <summary>
/// What <c>up</c> starts, on a database of its own: the provinces, the sample accounts and the illustrative data; and one browser for the whole
/// run. Pictures of pages go to <c>artifacts/screenshots</c> of the checkout.
/// </summary>
public sealed class WebFixture : IAsyncLifetime
{
    // Milliseconds a busy machine is given; a page that is there answers at once.
    private const float Patience = 120_000;

    private EmbeddedPostgres _database = null!;
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>A name, not a number: passkeys do not work on addresses of numbers.</summary>
    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    /// <summary>The identity provider people may sign in by; on another host than the pages.</summary>
    internal StubProvider Provider { get; private set; } = null!;

    /// <summary>Passwords of the sample accounts by login: <c>79-reporter</c>, <c>79-approver</c>, <c>coordinator</c>…</summary>
    public IReadOnlyDictionary<string, string> Passwords { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        _database = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.Temporary(), ct);
        Provider = await StubProvider.StartAsync();
        _app = await CreateAsync(_database, ct, [.. Provider.Settings]);
        Passwords = (await _app.Services.GetRequiredService<SampleAccounts>().CreateAsync(ct)).ToDictionary(a => a.Login, a => a.Password);
        await ActivatorUtilities.CreateInstance<SampleData>(_app.Services).WriteAsync(ct);
        await ActivatorUtilities.CreateInstance<SampleReports>(_app.Services).WriteAsync(ct);
        await _app.StartAsync(ct);
        Address = AddressOf(_app);

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Chromium.Options);
    }

    /// <summary>A page in a browser of its own: no cookies of others.</summary>
    /// <param name="width">360 for a phone, 1280 for a desk.</param>
    /// <param name="script">False for a reader without JavaScript.</param>
    /// <param name="cookies">A session to go on with, as <see cref="IBrowserContext.StorageStateAsync"/> gave it; null for none.</param>
    public async Task<IPage> OpenAsync(int width = 1280, bool script = true, string? cookies = null)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            StorageState = cookies,
            TimezoneId = "Asia/Ho_Chi_Minh",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (Provider is not null)
        {
            await Provider.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>A server that is not started yet, on a database made for it with the provinces in it.</summary>
    internal static async Task<WebApplication> CreateAsync(EmbeddedPostgres database, CancellationToken ct, params (string Key, string Value)[] settings)
    {
        await database.CreateDatabaseAsync("regionlink", ct);
        var app = ServerHost.Create(new ServerOptions(database.ConnectionString("regionlink")), builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration["Limits:RequestsPerMinute"] = "0";
            builder.Configuration["Limits:SignInsPerMinute"] = "0";
            foreach (var (key, value) in settings)
            {
                builder.Configuration[key] = value;
            }
        });
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        var (book, mistakes) = ProvinceBookReader.Read(ProvinceFolder.Find()!);
        Assert.Empty(mistakes);
        await app.Services.GetRequiredService<ReferenceStore>().LoadAsync(book!, ct);
        await app.Services.GetRequiredService<ReferenceCache>().RefreshAsync(ct);
        Assert.Empty(await app.Services.GetRequiredService<PublishedFacts>().LoadAsync(book!, ct));
        return app;
    }

    internal static Uri AddressOf(WebApplication app) => new UriBuilder(app.Urls.First()) { Host = "localhost" }.Uri;
}
