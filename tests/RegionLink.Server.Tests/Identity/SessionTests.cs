using System.Net;
using System.Net.Http.Json;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Identity;

public sealed class SessionTests(IdentityServer server) : IClassFixture<IdentityServer>
{
    [Fact]
    public async Task Whoever_signs_in_is_known_until_signing_out_even_to_a_copied_cookie()
    {
        var account = await server.AccountAsync(IdentityServer.Hcmc, Role.Reporter);
        using var browser = server.Browser();

        var answer = await IdentityServer.SignInAsync(browser, $" {account.Login.ToUpperInvariant()} ", account.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var me = await (await browser.GetAsync("/api/v1/session")).JsonAsync();
        Assert.True(me.GetProperty("signedIn").GetBoolean());
        Assert.Equal($"user:{account.Id}", me.GetProperty("actor").GetString());
        Assert.Equal(IdentityServer.Hcmc, me.GetProperty("unit").GetString());
        Assert.Equal("reporter", me.GetProperty("roles")[0].GetString());
        Assert.Contains("writeProjects", me.GetProperty("rights").EnumerateArray().Select(r => r.GetString()));

        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = server.Address };
        thief.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.True((await (await thief.GetAsync("/api/v1/session")).JsonAsync()).GetProperty("signedIn").GetBoolean());

        Assert.Equal(HttpStatusCode.NoContent, (await browser.DeleteAsync("/api/v1/session")).StatusCode);

        Assert.False((await (await browser.GetAsync("/api/v1/session")).JsonAsync()).GetProperty("signedIn").GetBoolean());
        Assert.False((await (await thief.GetAsync("/api/v1/session")).JsonAsync()).GetProperty("signedIn").GetBoolean());
        Assert.Equal(["account-created", "signed-in", "signed-out"], await server.LogAboutAsync(account.Id));
    }

    [Theory]
    [InlineData("somebody.else", "a wrong password")]
    [InlineData("x", "a wrong password")]
    [InlineData("người dùng", "a wrong password")]
    [InlineData("", "")]
    public async Task Nobody_learns_whether_an_account_exists(string login, string password)
    {
        var account = await server.AccountAsync(IdentityServer.Hcmc, Role.Reporter);
        using var browser = server.Browser();
        var known = await IdentityServer.SignInAsync(browser, account.Login, "a wrong password");

        var unknown = await IdentityServer.SignInAsync(browser, login, password);

        Assert.Equal(HttpStatusCode.Unauthorized, known.StatusCode);
        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(["session.sign-in-refused"], await known.CodesAsync());
        Assert.Equal(await TextWithoutTraceAsync(known), await TextWithoutTraceAsync(unknown));

        static async Task<string> TextWithoutTraceAsync(HttpResponseMessage answer) =>
            string.Join('\n', (await answer.JsonAsync()).EnumerateObject().Where(p => p.Name != "traceId"));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_growing_while()
    {
        var account = await server.AccountAsync(IdentityServer.Hcmc, Role.Reporter);
        using var browser = server.Browser();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => IdentityServer.SignInAsync(browser, account.Login, "wrong")));

        Assert.Equal(HttpStatusCode.Unauthorized, (await IdentityServer.SignInAsync(browser, account.Login, account.Password)).StatusCode);

        server.Clock.Forward(TimeSpan.FromSeconds(16));
        Assert.Equal(HttpStatusCode.Unauthorized, (await IdentityServer.SignInAsync(browser, account.Login, "wrong")).StatusCode);
        server.Clock.Forward(TimeSpan.FromSeconds(16));
        Assert.Equal(HttpStatusCode.Unauthorized, (await IdentityServer.SignInAsync(browser, account.Login, account.Password)).StatusCode);
        server.Clock.Forward(TimeSpan.FromSeconds(16));
        Assert.Equal(HttpStatusCode.OK, (await IdentityServer.SignInAsync(browser, account.Login, account.Password)).StatusCode);

        // A good password wipes the slate.
        Assert.Equal(HttpStatusCode.Unauthorized, (await IdentityServer.SignInAsync(browser, account.Login, "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await IdentityServer.SignInAsync(browser, account.Login, account.Password)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_without_use_and_after_seven_days_of_use()
    {
        using var idle = await server.SignedInAsync(IdentityServer.Hcmc, Role.Reporter);
        using var busy = await server.SignedInAsync(IdentityServer.Hcmc, Role.Reporter);

        for (var hours = 0; hours < 7 * 24 - 11; hours += 11)
        {
            Assert.True(await SignedInAsync(busy));
            server.Clock.Forward(TimeSpan.FromHours(11));
        }

        Assert.False(await SignedInAsync(idle));
        server.Clock.Forward(TimeSpan.FromHours(11));
        Assert.False(await SignedInAsync(busy));

        static async Task<bool> SignedInAsync(HttpClient browser) =>
            (await (await browser.GetAsync("/api/v1/session")).JsonAsync()).GetProperty("signedIn").GetBoolean();
    }

    [Fact]
    public async Task A_session_opened_at_one_server_is_known_to_another()
    {
        using var browser = await server.SignedInAsync(IdentityServer.Hcmc, Role.Approver);
        await using var other = await IdentityServer.StartAsync(server.ConnectionString, server.Clock);
        var answer = await browser.GetAsync("/api/v1/session");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        // Cookies belong to a host whatever its port, so the browser shows the same one to the other server.
        var there = await (await browser.GetAsync(new Uri($"{other.Urls.First()}/api/v1/session"))).JsonAsync();

        Assert.True(there.GetProperty("signedIn").GetBoolean());
        await other.StopAsync();
    }

    [Fact]
    public async Task A_new_password_ends_other_sessions_and_the_old_password()
    {
        var account = await server.AccountAsync(null, Role.Researcher);
        using var here = server.Browser();
        using var elsewhere = server.Browser();
        await IdentityServer.SignInAsync(here, account.Login, account.Password);
        await IdentityServer.SignInAsync(elsewhere, account.Login, account.Password);

        var bad = await here.PutAsJsonAsync("/api/v1/session/password", new { currentPassword = account.Password, newPassword = account.Login });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Equal(["account.password-too-short", "account.password-contains-login"], await bad.CodesAsync());
        var wrong = await here.PutAsJsonAsync("/api/v1/session/password", new { currentPassword = "wrong", newPassword = "mật khẩu mới rất dài" });
        Assert.Equal(["account.password-wrong"], await wrong.CodesAsync());

        var good = await here.PutAsJsonAsync("/api/v1/session/password", new { currentPassword = account.Password, newPassword = "mật khẩu Hòa Bình" });

        Assert.Equal(HttpStatusCode.NoContent, good.StatusCode);
        Assert.True((await (await here.GetAsync("/api/v1/session")).JsonAsync()).GetProperty("signedIn").GetBoolean());
        Assert.False((await (await elsewhere.GetAsync("/api/v1/session")).JsonAsync()).GetProperty("signedIn").GetBoolean());
        using var again = server.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await IdentityServer.SignInAsync(again, account.Login, account.Password)).StatusCode);
        var decomposed = "mật khẩu Hòa Bình".Normalize(System.Text.NormalizationForm.FormD);
        Assert.Equal(HttpStatusCode.OK, (await IdentityServer.SignInAsync(again, account.Login, decomposed)).StatusCode);
    }

    [Fact]
    public async Task An_anonymous_reader_is_told_what_is_open_to_it()
    {
        using var browser = server.Browser();

        var me = await (await browser.GetAsync("/api/v1/session")).JsonAsync();

        Assert.False(me.GetProperty("signedIn").GetBoolean());
        Assert.Equal(["readPublic", "signIn"], me.GetProperty("rights").EnumerateArray().Select(r => r.GetString()));
    }
}
