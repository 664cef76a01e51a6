using System.Net;
using System.Net.Http.Json;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.SecondFactors;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Identity;

/// <summary>A second factor through the API, with the codes an app would show.</summary>
public sealed class SecondFactorTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly IdentityServer _server = new(postgres);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_is_asked_for_once_it_is_confirmed_and_no_code_is_taken_twice()
    {
        var (account, secret, _) = await WithFactorAsync();

        // The code that confirmed it is used up, so the first sign-in waits for the next.
        Assert.Equal("second-factor.code-wrong", await RefusedAsync(account, Code(secret)));
        Next();
        Assert.Equal("second-factor.needed", await RefusedAsync(account, null));
        Assert.Equal("second-factor.code-wrong", await RefusedAsync(account, "000000"));
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(account, Code(secret))).StatusCode);
        Assert.Equal("second-factor.code-wrong", await RefusedAsync(account, Code(secret)));
        var log = await _server.LogAboutAsync(account.Id);
        Assert.Contains("second-factor-set", log);
        Assert.Equal("sign-in-refused", log[^1]);
    }

    [Fact]
    public async Task Without_the_right_password_nobody_learns_that_there_is_one()
    {
        var (account, secret, _) = await WithFactorAsync();
        Next();
        Assert.Equal("session.sign-in-refused", await RefusedAsync(account with { Password = "not the password" }, null));
        Assert.Equal("session.sign-in-refused", await RefusedAsync(account with { Password = "not the password" }, Code(secret)));
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_phone_once()
    {
        var (account, _, codes) = await WithFactorAsync();
        Assert.Equal(SecondFactorKeeper.RecoveryCodes, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(account, codes[0])).StatusCode);
        Assert.Equal("second-factor.code-wrong", await RefusedAsync(account, codes[0]));
        Assert.Contains("recovery-code-used", await _server.LogAboutAsync(account.Id));
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account_as_guessing_passwords_does()
    {
        var (account, secret, _) = await WithFactorAsync();
        Next();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("second-factor.code-wrong", await RefusedAsync(account, $"00000{i}"));
        }

        Assert.Equal("session.sign-in-refused", await RefusedAsync(account, Code(secret)));
        _server.Clock.Forward(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(account, Code(secret))).StatusCode);
    }

    [Fact]
    public async Task The_password_is_asked_for_again_before_it_is_changed_and_other_sessions_end()
    {
        var account = await _server.AccountAsync(null, Role.Researcher);
        using var other = await OpenAsync(account);
        using var browser = await OpenAsync(account);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsJsonAsync("/api/v1/session/second-factor", new { currentPassword = "wrong" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsJsonAsync("/api/v1/session/second-factor/confirmation", new { code = "123456" }, Ct)).StatusCode);

        await SetUpAsync(browser, account);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/session/second-factor", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/api/v1/session/second-factor", Ct)).StatusCode);

        var removal = await browser.PostAsJsonAsync("/api/v1/session/second-factor/removal", new { currentPassword = account.Password }, Ct);
        Assert.Equal(HttpStatusCode.NoContent, removal.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(account, null)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_removes_that_of_somebody_who_lost_it()
    {
        var (account, _, _) = await WithFactorAsync();
        using var administrator = await _server.SignedInAsync(null, Role.Administrator);
        using var removed = await administrator.PostAsync($"/api/v1/accounts/{account.Id}/second-factor/removal", null, Ct);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(account, null)).StatusCode);
        Assert.Contains("second-factor-removed", await _server.LogAboutAsync(account.Id));
    }

    private async Task<(NewAccount Account, byte[] Secret, IReadOnlyList<string> Codes)> WithFactorAsync()
    {
        var account = await _server.AccountAsync(null, Role.Researcher);
        using var browser = await OpenAsync(account);
        var (secret, codes) = await SetUpAsync(browser, account);
        return (account, secret, codes);
    }

    private async Task<(byte[] Secret, IReadOnlyList<string> Codes)> SetUpAsync(HttpClient browser, NewAccount account)
    {
        using var begun = await browser.PostAsJsonAsync("/api/v1/session/second-factor", new { currentPassword = account.Password }, Ct);
        var secret = FromBase32((await begun.JsonAsync()).GetProperty("secret").GetString()!);
        using var done = await browser.PostAsJsonAsync("/api/v1/session/second-factor/confirmation", new { code = Code(secret) }, Ct);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        return (secret, [.. (await done.JsonAsync()).GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)]);
    }

    private async Task<HttpClient> OpenAsync(NewAccount account)
    {
        var browser = _server.Browser();
        using var answer = await IdentityServer.SignInAsync(browser, account.Login, account.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }

    private async Task<HttpResponseMessage> SignInAsync(NewAccount account, string? code)
    {
        using var browser = _server.Browser();
        return await browser.PostAsJsonAsync("/api/v1/session", new { login = account.Login, password = account.Password, code }, Ct);
    }

    private async Task<string?> RefusedAsync(NewAccount account, string? code)
    {
        using var answer = await SignInAsync(account, code);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("refusals")[0].GetProperty("code").GetString();
    }

    private string Code(byte[] secret) => Totp.Code(secret, Totp.StepOf(_server.Clock.GetUtcNow()));

    private void Next() => _server.Clock.Forward(TimeSpan.FromSeconds(30));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
