using System.Net;
using System.Text.RegularExpressions;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Web;

/// <summary>The door of the pages, seen from outside: no leaks, no way to another host, no session that was there before.</summary>
public sealed partial class SignInPageTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly IdentityServer _server = new(postgres);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/glossary", "/glossary")]
    [InlineData("/?year=2026&stage=decided", "/?year=2026&stage=decided")]
    [InlineData("//evil.example/x", "/users")]
    [InlineData("/\\evil.example", "/users")]
    [InlineData("https://evil.example", "/users")]
    [InlineData("/\t/evil.example", "/users")]
    [InlineData("/sign-out", "/users")]
    public async Task Signing_in_leads_back_to_a_page_of_this_server_only(string returnTo, string leadsTo)
    {
        var account = await _server.AccountAsync(null, Role.Administrator);
        using var browser = Browser();
        using var answer = await SignInAsync(browser, account.Login, account.Password, ("returnTo", returnTo));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(leadsTo, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_page_for_people_who_signed_in_offers_the_door_and_leads_back()
    {
        using var browser = Browser();
        using var answer = await browser.GetAsync("/users?q=abc", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("value=\"/users?q=abc\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_a_missing_account_and_a_locked_one_read_the_same()
    {
        var account = await _server.AccountAsync(null, Role.Researcher);
        using var browser = Browser();
        var wrong = await RefusalAsync(browser, account.Login, "not the password");
        var missing = await RefusalAsync(browser, "nobody-here", "not the password");
        for (var i = 0; i < 5; i++)
        {
            await RefusalAsync(browser, account.Login, "not the password");
        }

        var locked = await RefusalAsync(browser, account.Login, account.Password);
        Assert.Equal(wrong, missing);
        Assert.Equal(wrong, locked);
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_that_was_in_the_browser()
    {
        var account = await _server.AccountAsync(null, Role.Administrator);
        using var browser = Browser();
        using var first = await SignInAsync(browser, account.Login, account.Password);
        var planted = SessionOf(first);
        using var second = await SignInAsync(browser, account.Login, account.Password);
        Assert.NotEqual(planted, SessionOf(second));

        using var thief = Browser();
        thief.DefaultRequestHeaders.Add("Cookie", planted);
        using var refused = await thief.GetAsync("/users", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var own = await browser.GetAsync("/users", Ct);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task What_was_typed_when_the_session_had_ended_is_carried_through_the_door()
    {
        var account = await _server.AccountAsync(null, Role.Administrator);
        using var browser = Browser();
        using var form = Form(("login", "nguoi-moi"), ("label", "Phòng CNTT <tổng hợp>"), ("roles", "researcher"));
        using var late = await browser.PostAsync("/users/new", form, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        var door = await late.Content.ReadAsStringAsync(Ct);
        Assert.Contains("name=\"held:label\" value=\"Phòng CNTT &lt;tổng hợp&gt;\"", door, StringComparison.Ordinal);

        using var again = await SignInAsync(
            browser, account.Login, account.Password,
            ("held-action", "/users/new"), ("held:login", "nguoi-moi"), ("held:label", "Phòng CNTT"), ("held:roles", "researcher"));
        var resume = await again.Content.ReadAsStringAsync(Ct);
        Assert.Contains("action=\"/users/new\"", resume, StringComparison.Ordinal);

        using var rest = Form(("form-token", TokenIn(resume)), ("login", "nguoi-moi"), ("label", "Phòng CNTT"), ("roles", "researcher"));
        using var sent = await browser.PostAsync("/users/new", rest, Ct);
        Assert.Contains("nguoi-moi", await sent.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused_before_anything_of_it_is_kept()
    {
        using var browser = Browser();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var form = Form(("login", "x"));
        using var answer = await browser.PostAsync("/users/new", form, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("held:", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private HttpClient Browser()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _server.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    private static async Task<string> RefusalAsync(HttpClient browser, string login, string password)
    {
        using var answer = await SignInAsync(browser, login, password);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return Summary().Match(await answer.Content.ReadAsStringAsync(Ct)).Value is { Length: > 0 } reason ? reason : throw new InvalidOperationException("No reason was told.");
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string login, string password, params (string Name, string Value)[] more)
    {
        // The page about oneself, or the door in its place: either has a token.
        using var door = await browser.GetAsync("/account", Ct);
        var page = await door.Content.ReadAsStringAsync(Ct);
        using var form = Form([("form-token", TokenIn(page)), ("login", login), ("password", password), .. more]);
        return await browser.PostAsync("/sign-in", form, Ct);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static string TokenIn(string html) => WebUtility.HtmlDecode(Token().Match(html).Groups["token"].Value);

    private static string SessionOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("regionlink=", StringComparison.Ordinal)).Split(';')[0];

    [GeneratedRegex("name=\"form-token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("error-summary.*?</ul>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Summary();
}
