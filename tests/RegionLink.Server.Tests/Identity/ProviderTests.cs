using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Identity;

/// <summary>Signing in by an identity provider, from the browser's side and over real HTTP.</summary>
public sealed partial class ProviderTests(PostgresFixture postgres) : IAsyncLifetime
{
    private StubProvider _provider = null!;
    private WebApplication _app = null!;
    private Uri _address = null!;
    private int _people;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _provider = await StubProvider.StartAsync();
        _app = await IdentityServer.StartAsync(await postgres.CloneAsync(), TimeProvider.System, [.. _provider.Settings]);
        _address = new(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_linked_an_account_signs_in_by_the_provider_and_goes_on_where_it_began()
    {
        var account = await AccountAsync();
        await LinkAsync(account);
        using var browser = Browser();

        using var entered = await ThroughAsync(browser, "/sign-in/provider?returnTo=/account/provider");

        Assert.Equal((HttpStatusCode.SeeOther, "/account/provider"), (entered.StatusCode, entered.Headers.Location?.ToString()));
        Assert.Contains("person-1", await browser.GetStringAsync("/account/provider", Ct), StringComparison.Ordinal);
        Assert.Equal(["identity-linked", "signed-in"], (await LogAboutAsync(account.Id)).TakeLast(2));
    }

    public static TheoryData<string, Action<SecurityTokenDescriptor>> SpoiltTokens => new()
    {
        { "another nonce", token => token.Subject = new([token.Subject.FindFirst("sub")!, new Claim("nonce", "638000000000000000.other")]) },
        { "no nonce", token => token.Subject = new([token.Subject.FindFirst("sub")!]) },
        { "for somebody else", token => token.Audience = "another-client" },
        { "by somebody else", token => token.Issuer = "https://evil.example" },
        { "over", token => (token.IssuedAt, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1)) },
        { "never over", token => token.Expires = null },
        { "another's key", token => token.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "one" }, SecurityAlgorithms.RsaSha256) },
        { "a key nobody knows", token => token.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "two" }, SecurityAlgorithms.RsaSha256) },
        { "the client's secret as key", token => token.SigningCredentials = new(new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(StubProvider.Secret)), SecurityAlgorithms.HmacSha256) },
        { "not signed", token => token.SigningCredentials = null },
    };

    [Theory]
    [MemberData(nameof(SpoiltTokens), DisableDiscoveryEnumeration = true)]
    public async Task A_token_that_is_not_the_answer_opens_nothing(string what, Action<SecurityTokenDescriptor> spoil)
    {
        await LinkAsync(await AccountAsync());
        _provider.Spoil = spoil;
        using var browser = Browser();

        using var answer = await ThroughAsync(browser, "/sign-in/provider");

        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{what}: {answer.StatusCode}");
        await IsRefusedAsync(answer, "Không kiểm chứng được");
        await IsNobodyAsync(browser);
    }

    [Fact]
    public async Task An_answer_is_good_once_and_in_the_browser_that_asked()
    {
        await LinkAsync(await AccountAsync());
        using var asking = Browser();
        using var other = Browser();
        var brought = await AnswerOfAsync(asking, "/sign-in/provider");

        using (var elsewhere = await other.GetAsync(brought, Ct))
        {
            await IsRefusedAsync(elsewhere, "không thuộc lần đăng nhập nào");
        }

        using (var forged = await asking.GetAsync(brought.Replace("state=", "state=x", StringComparison.Ordinal), Ct))
        {
            await IsRefusedAsync(forged, "không thuộc lần đăng nhập nào");
        }

        // That spent the errand: the true answer comes too late now, and no second one is taken.
        using (var late = await asking.GetAsync(brought, Ct))
        {
            await IsRefusedAsync(late, "không thuộc lần đăng nhập nào");
        }

        await IsNobodyAsync(asking);
        await IsNobodyAsync(other);
    }

    [Fact]
    public async Task An_identity_nobody_linked_and_a_disabled_account_read_the_same()
    {
        var account = await AccountAsync();
        await LinkAsync(account);
        await ExecuteAsync("update account set disabled = true where id = $1", account.Id);
        using var disabled = Browser();
        using var unknown = Browser();

        using var refused = await ThroughAsync(disabled, "/sign-in/provider");
        _provider.Person = "person-2";
        using var stranger = await ThroughAsync(unknown, "/sign-in/provider");

        await IsRefusedAsync(refused, "chưa gắn với tài khoản nào");
        await IsRefusedAsync(stranger, "chưa gắn với tài khoản nào");
        await IsNobodyAsync(disabled);
    }

    [Fact]
    public async Task The_second_factor_of_an_account_is_asked_for_here_too()
    {
        var account = await AccountAsync();
        await LinkAsync(account);
        await ExecuteAsync("insert into second_factor (account, sealed_secret, confirmed_at, created_at) values ($1, 'sealed', now(), now())", account.Id);
        using var browser = Browser();

        using var answer = await ThroughAsync(browser, "/sign-in/provider");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("action=\"/sign-in/code\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await IsNobodyAsync(browser);
    }

    [Fact]
    public async Task A_link_takes_the_password_and_belongs_to_one_account()
    {
        var (first, second) = (await AccountAsync(), await AccountAsync());
        await LinkAsync(first);
        using var browser = await SignedInAsync(second);

        using (var wrong = await BeginLinkAsync(browser, "not the password"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var taken = await FinishLinkAsync(browser, second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("đã gắn với một tài khoản khác", await TextAsync(taken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_account_began_to_link_no_other_finishes()
    {
        var (first, second) = (await AccountAsync(), await AccountAsync());
        using var browser = await SignedInAsync(first);
        using var begun = await BeginLinkAsync(browser, first.Password);
        var there = Leave().Match(await TextAsync(begun)).Groups["there"].Value;
        using var changed = await IdentityServer.SignInAsync(browser, second.Login, second.Password);

        using var answer = await browser.GetAsync(await ProviderSaysAsync(there), Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("identity-linked", await LogAboutAsync(second.Id));
    }

    [Fact]
    public async Task Without_the_link_the_provider_opens_nothing_and_other_sessions_have_ended()
    {
        var account = await AccountAsync();
        await LinkAsync(account);
        using var byProvider = Browser();
        using var entered = await ThroughAsync(byProvider, "/sign-in/provider");
        using var own = await SignedInAsync(account);

        using var removed = await PostAsync(own, "/account/provider", "/account/provider/removal");

        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        await IsNobodyAsync(byProvider);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/account", Ct)).StatusCode);
        using var again = await ThroughAsync(byProvider, "/sign-in/provider");
        await IsRefusedAsync(again, "chưa gắn với tài khoản nào");
    }

    [Fact]
    public async Task Who_stops_at_the_provider_is_told_so_and_a_provider_that_is_away_is_no_fault_of_theirs()
    {
        await LinkAsync(await AccountAsync());
        using var browser = Browser();
        _provider.Person = null;
        using (var stopped = await ThroughAsync(browser, "/sign-in/provider"))
        {
            await IsRefusedAsync(stopped, "Bạn đã dừng");
        }

        _provider.Person = "person-1";
        var brought = await AnswerOfAsync(browser, "/sign-in/provider");
        await _provider.StopAsync();
        using var away = await browser.GetAsync(brought, Ct);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Contains("hiện không trả lời", await TextAsync(away), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://sso.example.gov.vn", "regionlink", "openid", "https")]
    [InlineData("https://sso.example.gov.vn", "", "openid", "ClientId")]
    [InlineData("https://sso.example.gov.vn", "regionlink", "profile", "Scope")]
    public async Task A_provider_that_cannot_be_safe_keeps_the_server_from_starting(string authority, string client, string scope, string named)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(async () => await IdentityServer.StartAsync(
            await postgres.CloneAsync(), TimeProvider.System,
            ("OpenIdConnect:Authority", authority), ("OpenIdConnect:ClientId", client), ("OpenIdConnect:Scope", scope)));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private async Task LinkAsync(NewAccount account)
    {
        using var browser = await SignedInAsync(account);
        using var linked = await FinishLinkAsync(browser, account);
        Assert.Equal((HttpStatusCode.SeeOther, "/account/provider?linked"), (linked.StatusCode, linked.Headers.Location?.ToString()));
    }

    private async Task<HttpResponseMessage> FinishLinkAsync(HttpClient browser, NewAccount account)
    {
        using var begun = await BeginLinkAsync(browser, account.Password);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        return await browser.GetAsync(await ProviderSaysAsync(Leave().Match(await TextAsync(begun)).Groups["there"].Value), Ct);
    }

    private static Task<HttpResponseMessage> BeginLinkAsync(HttpClient browser, string password) =>
        PostAsync(browser, "/account/provider", "/account/provider", ("currentPassword", password));

    /// <summary>To the provider and back, as a browser goes.</summary>
    private static async Task<HttpResponseMessage> ThroughAsync(HttpClient browser, string door) => await browser.GetAsync(await AnswerOfAsync(browser, door), Ct);

    private static async Task<string> AnswerOfAsync(HttpClient browser, string door)
    {
        using var left = await browser.GetAsync(door, Ct);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        return await ProviderSaysAsync(left.Headers.Location!.AbsoluteUri);
    }

    private static async Task<string> ProviderSaysAsync(string question)
    {
        using var there = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await there.GetAsync(question, Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.AbsoluteUri;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = WebUtility.HtmlDecode(Token().Match(await browser.GetStringAsync(page, Ct)).Groups["token"].Value);
        using var form = new FormUrlEncodedContent(fields.Append(("form-token", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await browser.PostAsync(address, form, Ct);
    }

    private static async Task IsRefusedAsync(HttpResponseMessage answer, string because)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(because, await TextAsync(answer), StringComparison.Ordinal);
    }

    private static async Task IsNobodyAsync(HttpClient browser) => Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/account", Ct)).StatusCode);

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

    private HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _address, DefaultRequestHeaders = { { "Accept", "text/html" } } };

    private async Task<HttpClient> SignedInAsync(NewAccount account)
    {
        var browser = Browser();
        using var answer = await IdentityServer.SignInAsync(browser, account.Login, account.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }

    private async Task<NewAccount> AccountAsync() => await _app.Services.GetRequiredService<AccountKeeper>().CreateAsync(
        $"linked-{++_people}", "Sở KH&CN", null, [Role.Coordinator], mustChangePassword: false, Doer.Platform("test"), Ct) ?? throw new InvalidOperationException();

    private async Task ExecuteAsync(string sql, Guid id)
    {
        await using var command = _app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<IReadOnlyList<string>> LogAboutAsync(Guid account)
    {
        await using var command = _app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select array_agg(kind order by id) from access_log where subject = $1");
        command.Parameters.Add(new() { Value = $"{account:D}" });
        return await command.ExecuteScalarAsync(Ct) as string[] ?? [];
    }

    [GeneratedRegex("name=\"form-token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(?<there>http://127[^\"]+/authorize[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leave();
}
