using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using RegionLink.Browser.Tests.Fixtures;
using RegionLink.Runtime.Embedded;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>What people see when the server itself fails, on a server of its own whose database is really broken and then really away.</summary>
public sealed class FailurePagesTests(WebFixture web)
{
    [Fact]
    public async Task A_fault_of_ours_and_a_database_that_is_away_are_pages_that_say_what_to_do()
    {
        var ct = TestContext.Current.CancellationToken;
        var database = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.Temporary(), ct);
        await using var app = await WebFixture.CreateAsync(database, ct);
        var account = (await app.Services.GetRequiredService<SampleAccounts>().CreateAsync(ct)).Single(a => a.Login == "79-reporter");
        await app.StartAsync(ct);
        var server = WebFixture.AddressOf(app);
        var stranger = await web.OpenAsync(360);
        var reporter = await web.OpenAsync();
        await reporter.GotoAsync(new Uri(server, "/sign-in").ToString());
        await reporter.Locator("#login").FillAsync(account.Login);
        await reporter.Locator("#password").FillAsync(account.Password);
        await reporter.Locator("#main button[type=submit]:not([formaction])").ClickAsync();
        await Assertions.Expect(reporter.Locator("#password")).ToHaveCountAsync(0);

        await BreakAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), ct);
        await ShowsAsync(stranger, server, "/targets", "vi", 500, "Có lỗi của hệ thống", "error-500-vi-360");
        await Assertions.Expect(stranger.Content()).ToContainTextAsync("Mã tra cứu:");
        await ShowsAsync(reporter, server, "/targets", "en", 500, "Something went wrong here", "error-500-en-1280");
        Assert.DoesNotContain("relation", await reporter.Content().InnerTextAsync(), StringComparison.OrdinalIgnoreCase);

        await database.DisposeAsync();
        await ShowsAsync(stranger, server, "/", "vi", 503, "Cơ sở dữ liệu đang tạm gián đoạn", "error-503-vi-360");
        await ShowsAsync(reporter, server, "/desk", "en", 503, "The database is away for a moment", "error-503-en-1280");
        await app.StopAsync(ct);
    }

    private static async Task BreakAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("alter table target rename to target_away");
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task ShowsAsync(IPage page, Uri server, string address, string language, int status, string title, string picture)
    {
        var answer = await page.GotoAsync(new Uri(server, $"{address}?lang={language}").ToString(), new() { WaitUntil = WaitUntilState.Load });
        Assert.Equal(status, answer!.Status);
        Assert.Contains("script-src 'self'", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        if (status == 503)
        {
            Assert.True(int.Parse(answer.Headers["retry-after"], System.Globalization.CultureInfo.InvariantCulture) > 0);
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await page.KeepPictureAsync(picture);
        await page.HasNoBarriersAsync();
        await page.FitsAsync();
    }
}
