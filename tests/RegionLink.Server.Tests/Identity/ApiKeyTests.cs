using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Identity;

public sealed class ApiKeyTests(IdentityServer server) : IClassFixture<IdentityServer>
{
    [Fact]
    public async Task A_key_is_shown_once_works_within_its_rights_and_ends_when_revoked()
    {
        using var administrator = await server.SignedInAsync(IdentityServer.Hcmc, Role.Administrator);
        var made = await administrator.PostAsJsonAsync("/api/v1/api-keys", Body(["readShared", "writeBudgets"]));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var answer = await made.JsonAsync();
        var secret = answer.GetProperty("secret").GetString()!;
        var id = answer.GetProperty("key").GetProperty("id").GetString();
        using var system = server.WithKey(secret);

        var me = await (await system.GetAsync("/api/v1/session")).JsonAsync();

        Assert.Equal($"key:{id}", me.GetProperty("actor").GetString());
        Assert.Equal(IdentityServer.Hcmc, me.GetProperty("unit").GetString());
        Assert.Equal(
            ["readPublic", "readShared", "signIn", "writeBudgets"],
            me.GetProperty("rights").EnumerateArray().Select(r => r.GetString()!).Order(StringComparer.Ordinal));
        var read = await administrator.GetAsync(made.Headers.Location);
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await read.JsonAsync()).GetProperty("lastUsedAt").ValueKind);
        Assert.StartsWith((await read.JsonAsync()).GetProperty("prefix").GetString()!, secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await (await administrator.GetAsync("/api/v1/api-keys")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await administrator.DeleteAsync(made.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await administrator.DeleteAsync(made.Headers.Location)).StatusCode);

        var refused = await system.GetAsync("/api/v1/session");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("Bearer", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(["key-created", "key-revoked"], await server.LogAboutAsync(Guid.Parse(id!)));
    }

    [Fact]
    public async Task The_secret_is_nowhere_in_the_database()
    {
        var (_, secret) = await server.KeyAsync(IdentityServer.Hcmc, TimeSpan.FromDays(1), Right.ReadShared);
        await using var command = server.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select (select count(*) from api_key k where position($1 in k::text) > 0) + (select count(*) from access_log l where position($1 in l::text) > 0)");
        command.Parameters.Add(new() { Value = secret });

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Everything_wrong_with_a_new_key_is_said_at_once()
    {
        using var administrator = await server.SignedInAsync(IdentityServer.Hcmc, Role.Administrator);

        var answer = await administrator.PostAsJsonAsync("/api/v1/api-keys", Body(["approveReports", "managePeriods"], days: 500, label: ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["account.label-missing", "api-key.right-not-for-keys", "api-key.right-not-for-binding", "api-key.expiry-not-ahead"],
            await answer.CodesAsync());
        Assert.Equal(["api-key.rights-missing"], await (await administrator.PostAsJsonAsync("/api/v1/api-keys", Body([]))).CodesAsync());
        var elsewhere = await administrator.PostAsJsonAsync("/api/v1/api-keys", Body(["readShared"], unit: IdentityServer.DongNai));
        Assert.Equal(["access.other-province"], await elsewhere.CodesAsync());
        var unreadable = await administrator.PostAsJsonAsync("/api/v1/api-keys", Body(["flyToTheMoon"]));
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);
    }

    private static object Body(string[] rights, int days = 30, string label = "Hệ thống ngân sách", string unit = IdentityServer.Hcmc) =>
        new { label, unit, rights, expiresAt = DateTimeOffset.UtcNow.AddDays(days) };
}
