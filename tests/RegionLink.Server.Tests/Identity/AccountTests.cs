using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Tests.Identity;

public sealed class AccountTests(IdentityServer server) : IClassFixture<IdentityServer>
{
    private static readonly string[] Reporter = ["reporter"];
    private static readonly string[] Coordinator = ["coordinator"];

    [Fact]
    public async Task An_administrator_makes_an_account_whose_holder_first_chooses_a_password()
    {
        using var administrator = await server.SignedInAsync(null, Role.Administrator);
        var made = await administrator.PostAsJsonAsync(
            "/api/v1/accounts", new { login = "So-KHCN.79", label = "Sở KH&CN: nhập liệu", unit = IdentityServer.Hcmc, roles = Reporter });

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var account = await made.JsonAsync();
        Assert.Equal("so-khcn.79", account.GetProperty("login").GetString());
        using var holder = server.Browser();
        var first = await (await IdentityServer.SignInAsync(holder, "so-khcn.79", account.GetProperty("password").GetString()!)).JsonAsync();
        Assert.True(first.GetProperty("mustChangePassword").GetBoolean());
        Assert.DoesNotContain("writeProjects", Names(first.GetProperty("rights")));

        var changed = await holder.PutAsJsonAsync(
            "/api/v1/session/password", new { currentPassword = account.GetProperty("password").GetString(), newPassword = "ba con mèo đen" });

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Contains("writeProjects", Names((await (await holder.GetAsync("/api/v1/session")).JsonAsync()).GetProperty("rights")));
        Assert.Equal(["account-created", "signed-in", "password-changed"], await server.LogAboutAsync(account.GetProperty("id").GetGuid()));
        var read = await administrator.GetAsync(made.Headers.Location);
        Assert.Equal("Sở KH&CN: nhập liệu", (await read.JsonAsync()).GetProperty("label").GetString());
        Assert.DoesNotContain("hash", await read.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Everything_wrong_with_a_new_account_is_said_at_once()
    {
        using var administrator = await server.SignedInAsync(null, Role.Administrator);

        var answer = await administrator.PostAsJsonAsync(
            "/api/v1/accounts", new { login = "Nguyễn", label = " ", unit = IdentityServer.Hcmc, roles = Coordinator });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["account.login-malformed", "account.label-missing", "account.role-needs-region"], await answer.CodesAsync());
        var unbound = await administrator.PostAsJsonAsync("/api/v1/accounts", new { login = "abc", label = "x", unit = (string?)null, roles = Reporter });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unbound.StatusCode);
        Assert.Equal(["account.role-needs-unit"], await unbound.CodesAsync());
        var existing = await server.AccountAsync(null, Role.Researcher);
        var taken = await administrator.PostAsJsonAsync(
            "/api/v1/accounts", new { login = existing.Login, label = "x", unit = IdentityServer.Hcmc, roles = Reporter });
        Assert.Equal(["account.login-taken"], await taken.CodesAsync());
    }

    [Fact]
    public async Task A_unit_s_administrator_keeps_the_accounts_of_that_unit_and_sees_no_others()
    {
        var own = await server.AccountAsync(IdentityServer.Hcmc, Role.Approver);
        var foreign = await server.AccountAsync(IdentityServer.DongNai, Role.Approver);
        var regional = await server.AccountAsync(null, Role.Coordinator);
        using var administrator = await server.SignedInAsync(IdentityServer.Hcmc, Role.Administrator);

        var list = await (await administrator.GetAsync("/api/v1/accounts?limit=500")).JsonAsync();

        var seen = list.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetString()).ToList();
        Assert.Contains($"{own.Id}", seen);
        Assert.DoesNotContain($"{foreign.Id}", seen);
        Assert.DoesNotContain($"{regional.Id}", seen);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/api/v1/accounts/{foreign.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.PostAsync($"/api/v1/accounts/{regional.Id}/password", null)).StatusCode);
        var stranger = await administrator.PostAsJsonAsync(
            "/api/v1/accounts", new { login = "stranger", label = "x", unit = IdentityServer.DongNai, roles = Reporter });
        Assert.Equal(["access.other-province"], await stranger.CodesAsync());
        var upwards = await administrator.PostAsJsonAsync("/api/v1/accounts", new { login = "upwards", label = "x", unit = (string?)null, roles = Coordinator });
        Assert.Equal(["access.region-only"], await upwards.CodesAsync());
        var moved = await administrator.PutAsJsonAsync(
            $"/api/v1/accounts/{own.Id}", new { label = "x", unit = (string?)null, roles = Coordinator, disabled = false });
        Assert.Equal(["access.region-only"], await moved.CodesAsync());

        using var region = await server.SignedInAsync(null, Role.Administrator);
        var all = await (await region.GetAsync("/api/v1/accounts?limit=500")).JsonAsync();
        Assert.Superset(
            new HashSet<string> { $"{own.Id}", $"{foreign.Id}", $"{regional.Id}" },
            all.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetString()!).ToHashSet());
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_a_stale_change_is_refused()
    {
        var account = await server.AccountAsync(IdentityServer.Hcmc, Role.Reporter);
        using var holder = server.Browser();
        await IdentityServer.SignInAsync(holder, account.Login, account.Password);
        using var administrator = await server.SignedInAsync(null, Role.Administrator);
        var before = await administrator.GetAsync($"/api/v1/accounts/{account.Id}");
        var body = new { label = "Đã nghỉ", unit = IdentityServer.Hcmc, roles = Reporter, disabled = true };

        var changed = await PutAsync(administrator, account.Id, body, before.Headers.ETag!);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("\"2\"", changed.Headers.ETag?.Tag);
        Assert.False((await (await holder.GetAsync("/api/v1/session")).JsonAsync()).GetProperty("signedIn").GetBoolean());
        Assert.Equal(HttpStatusCode.Unauthorized, (await IdentityServer.SignInAsync(holder, account.Login, account.Password)).StatusCode);
        var late = await PutAsync(administrator, account.Id, body with { disabled = false }, before.Headers.ETag!);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal(["request.stale"], await late.CodesAsync());
    }

    [Fact]
    public async Task Nobody_locks_out_or_promotes_themselves()
    {
        var account = await server.AccountAsync(null, Role.Administrator);
        using var administrator = server.Browser();
        await IdentityServer.SignInAsync(administrator, account.Login, account.Password);

        var disabled = await administrator.PutAsJsonAsync(
            $"/api/v1/accounts/{account.Id}", new { label = "x", roles = new[] { "administrator" }, disabled = true, unit = (string?)null });
        var promoted = await administrator.PutAsJsonAsync(
            $"/api/v1/accounts/{account.Id}", new { label = "x", roles = new[] { "administrator", "coordinator" }, disabled = false, unit = (string?)null });

        Assert.Equal(["account.own-account"], await disabled.CodesAsync());
        Assert.Equal(["account.own-account"], await promoted.CodesAsync());
    }

    [Fact]
    public async Task A_reset_password_unlocks_ends_sessions_and_must_be_changed()
    {
        var account = await server.AccountAsync(IdentityServer.Hcmc, Role.Reporter);
        using var holder = server.Browser();
        await IdentityServer.SignInAsync(holder, account.Login, account.Password);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => IdentityServer.SignInAsync(server.Browser(), account.Login, "wrong")));
        using var administrator = await server.SignedInAsync(IdentityServer.Hcmc, Role.Administrator);

        var reset = await (await administrator.PostAsync($"/api/v1/accounts/{account.Id}/password", null)).JsonAsync();

        Assert.False((await (await holder.GetAsync("/api/v1/session")).JsonAsync()).GetProperty("signedIn").GetBoolean());
        Assert.Equal(HttpStatusCode.Unauthorized, (await IdentityServer.SignInAsync(holder, account.Login, account.Password)).StatusCode);
        var again = await IdentityServer.SignInAsync(holder, account.Login, reset.GetProperty("password").GetString()!);
        Assert.True((await again.JsonAsync()).GetProperty("mustChangePassword").GetBoolean());
    }

    [Fact]
    public async Task The_first_administrator_is_made_once_per_login()
    {
        var first = server.Services.GetRequiredService<FirstAdministrator>();

        var (account, refusals) = await first.CreateAsync(" Quan-Tri ");

        Assert.Empty(refusals);
        Assert.Equal("quan-tri", account!.Login);
        Assert.True(await first.ExistsAsync());
        Assert.Equal(["account.login-taken"], (await first.CreateAsync("quan-tri")).Refusals.Select(r => r.Code));
        Assert.Equal(["account.login-malformed"], (await first.CreateAsync("quản trị")).Refusals.Select(r => r.Code));
        using var browser = server.Browser();
        Assert.Equal(HttpStatusCode.OK, (await IdentityServer.SignInAsync(browser, account.Login, account.Password)).StatusCode);
    }

    [Fact]
    public async Task Sample_accounts_are_made_once_and_sign_in_as_what_they_say()
    {
        var samples = server.Services.GetRequiredService<SampleAccounts>();

        var made = await samples.CreateAsync();

        Assert.Superset(
            new HashSet<Role> { Role.Coordinator, Role.Supervisor, Role.Researcher, Role.Administrator }, made.Select(a => a.Role).ToHashSet());
        Assert.Equal(made.Count, made.Select(a => a.Password).Distinct().Count());
        Assert.Empty(await samples.CreateAsync());
        foreach (var account in made)
        {
            using var browser = server.Browser();
            var me = await (await IdentityServer.SignInAsync(browser, account.Login, account.Password)).JsonAsync();
            Assert.False(me.GetProperty("mustChangePassword").GetBoolean());
            Assert.Equal([account.Role.Name()], Names(me.GetProperty("roles")));
        }
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, Guid id, object body, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/v1/accounts/{id}", UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(tag);
        return await client.SendAsync(request);
    }

    private static IEnumerable<string> Names(System.Text.Json.JsonElement list) => list.EnumerateArray().Select(n => n.GetString()!);
}
