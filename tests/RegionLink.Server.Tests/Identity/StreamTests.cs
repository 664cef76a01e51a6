using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Identity;

public sealed class StreamTests(IdentityServer server) : IClassFixture<IdentityServer>
{
    [Fact]
    public async Task A_stream_of_changes_ends_with_the_session_that_opened_it()
    {
        var account = await server.AccountAsync(null, Role.Researcher);
        using var browser = server.Browser();
        await IdentityServer.SignInAsync(browser, account.Login, account.Password);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var answer = await browser.GetAsync("/api/v1/changes", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        Assert.NotNull(await reader.ReadLineAsync(limit.Token));

        Assert.True((await browser.DeleteAsync("/api/v1/session", limit.Token)).IsSuccessStatusCode);

        while (await reader.ReadLineAsync(limit.Token) is not null)
        {
            // the rest of what was on its way, then the end; without it the limit fails the test
        }
    }
}
