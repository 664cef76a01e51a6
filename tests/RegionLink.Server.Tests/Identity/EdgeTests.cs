using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Identity;

public sealed class EdgeTests(IdentityServer server) : IClassFixture<IdentityServer>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "https://somewhere.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", null, true)]
    public async Task A_write_another_site_made_the_browser_send_is_refused(string header, string? value, bool passes)
    {
        using var browser = await server.SignedInAsync(IdentityServer.Hcmc, Role.Reporter);
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri("/api/v1/session", UriKind.Relative));
        request.Headers.Add(header, value ?? server.Address.GetLeftPart(UriPartial.Authority));

        var answer = await browser.SendAsync(request);

        Assert.Equal(passes ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden, answer.StatusCode);
        if (!passes)
        {
            Assert.Equal(["access.cross-site"], await answer.CodesAsync());
        }
    }

    [Fact]
    public async Task Reads_from_another_site_and_calls_with_a_key_pass()
    {
        using var system = server.WithKey((await server.KeyAsync(null, TimeSpan.FromDays(1), Right.ReadShared)).Secret);
        system.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.NoContent, (await system.DeleteAsync("/api/v1/session")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/session")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/session")]
    [InlineData("/api/v1/audit")]
    [InlineData("/nowhere")]
    public async Task Every_answer_tells_browsers_to_trust_it_with_nothing(string path)
    {
        using var browser = server.Browser();

        var answer = await browser.GetAsync(path);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task What_somebody_signed_in_reads_is_kept_by_no_shared_cache()
    {
        using var browser = await server.SignedInAsync(IdentityServer.Hcmc, Role.Reporter);

        var answer = await browser.GetAsync("/api/v1/session");

        Assert.True(answer.Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task A_sign_in_with_a_huge_body_is_refused_before_it_is_read()
    {
        using var browser = server.Browser();
        using var content = new StringContent($"{{\"login\":\"{new string('a', 5000)}\",\"password\":\"x\"}}", Encoding.UTF8, "application/json");

        var answer = await browser.PostAsync("/api/v1/session", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(["request.too-large"], await answer.CodesAsync());
    }

    [Fact]
    public async Task Too_many_sign_ins_and_too_many_requests_have_to_wait()
    {
        await using var strict = await IdentityServer.StartAsync(
            server.ConnectionString, server.Clock, ("Limits:SignInsPerMinute", "3"), ("Limits:RequestsPerMinute", "120"));
        using var browser = new HttpClient { BaseAddress = new Uri(strict.Urls.First()) };

        var signIns = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => browser.PostAsJsonAsync("/api/v1/session", new { login = "nobody", password = "x" })));
        var reads = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => browser.GetAsync("/api/v1/session")));

        Assert.Equal(3, signIns.Count(a => a.StatusCode == HttpStatusCode.Unauthorized));
        var refused = signIns.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(["access.too-many-requests"], await refused.CodesAsync());
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains(reads, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Contains(reads, a => a.StatusCode == HttpStatusCode.TooManyRequests);
        await strict.StopAsync();
    }

    [Theory]
    [InlineData("127.0.0.0/8, 10.0.0.0/8", HttpStatusCode.Unauthorized)]
    [InlineData("10.0.0.0/8", HttpStatusCode.TooManyRequests)]
    [InlineData("", HttpStatusCode.TooManyRequests)]
    public async Task Callers_behind_a_trusted_balancer_and_no_other_are_told_apart(string trusted, HttpStatusCode second)
    {
        await using var behind = await IdentityServer.StartAsync(
            server.ConnectionString, server.Clock, ("Limits:SignInsPerMinute", "1"), ("Proxies:Trusted", trusted));
        using var first = new HttpClient { BaseAddress = new Uri(behind.Urls.First()) };
        first.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.1");
        using var other = new HttpClient { BaseAddress = first.BaseAddress };
        other.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.2");

        Assert.Equal(HttpStatusCode.Unauthorized, (await IdentityServer.SignInAsync(first, "nobody", "x")).StatusCode);
        Assert.Equal(second, (await IdentityServer.SignInAsync(other, "nobody", "x")).StatusCode);
        await behind.StopAsync();
    }

    [Fact]
    public async Task A_server_with_an_endpoint_that_names_no_right_does_not_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHostedService<EndpointsNameRights>();
        await using var app = builder.Build();
        app.MapGet("/named", () => "x").Requires(Right.ReadPublic);
        app.MapGet("/forgotten", () => "x");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("/forgotten", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("/named", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", $"/units/{IdentityServer.Hcmc}", 204)]
    [InlineData("POST", $"/units/{IdentityServer.DongNai}", 403)]
    [InlineData("GET", $"/units/{IdentityServer.DongNai}", 204)]
    [InlineData("POST", $"/things/{IdentityServer.Hcmc}/DA-2026-001", 204)]
    [InlineData("POST", $"/things/{IdentityServer.DongNai}/DA-2026-001", 403)]
    [InlineData("POST", "/things/nothing/like/a/unit", 204)]
    public async Task An_address_that_names_a_unit_is_written_by_its_own_people(string method, string path, int status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddProblemDetails();
        await using var app = builder.Build();
        app.UseRouting();
        app.Use((HttpContext http, RequestDelegate next) =>
        {
            var unit = Domain.Common.UnitKey.Parse(IdentityServer.Hcmc);
            http.SetCaller(Caller.Anonymous with { Unit = unit, Units = [unit], Rights = [Right.WriteProjects] });
            return next(http);
        });
        app.Use(AccessGate.PassAsync);
        app.MapMethods("/units/{key}", ["GET", "POST"], () => Results.NoContent()).Requires(Right.WriteProjects);
        app.MapPost("/things/{*key}", () => Results.NoContent()).Requires(Right.WriteProjects);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public void The_key_ring_lives_in_the_database()
    {
        using var connection = new Npgsql.NpgsqlConnection(server.ConnectionString);
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand("select count(*) from protection_key", connection);

        Assert.InRange((long)command.ExecuteScalar()!, 1, 5);
    }
}
