using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Tests.Identity;

/// <summary>Every endpoint of the running server, called by every kind of caller.</summary>
public sealed class EndpointRightsTests(IdentityServer server) : IClassFixture<IdentityServer>
{
    private const string Own = IdentityServer.Hcmc;
    private const string Other = IdentityServer.DongNai;

    [Fact]
    public void Every_endpoint_asks_for_the_right_the_ledger_says()
    {
        var actual = EndpointLedger.Of(server.Services).Select(e => e.Line).ToList();
        Assert.True(actual.Count > 10, "The server has hardly any endpoints.");
        if (Environment.GetEnvironmentVariable("REGIONLINK_LEDGER") == "write")
        {
            EndpointLedger.Write(actual);
        }

        var reviewed = EndpointLedger.Read().Select(l => l.ToString()).ToHashSet();
        var running = actual.Select(l => l.ToString()).ToHashSet();
        Assert.True(
            reviewed.SetEquals(running),
            $"""
            endpoint-rights.txt differs from the server. When the change is meant: REGIONLINK_LEDGER=write dotnet test --filter EndpointRightsTests
            Only in the server:
            {string.Join('\n', running.Except(reviewed))}
            Only in the ledger:
            {string.Join('\n', reviewed.Except(running))}
            """);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Own, Role.Reporter)]
    [InlineData(Own, Role.Approver)]
    [InlineData(Own, Role.Supervisor)]
    [InlineData(Own, Role.Administrator)]
    [InlineData(null, Role.Coordinator)]
    [InlineData(null, Role.Supervisor)]
    [InlineData(null, Role.Researcher)]
    [InlineData(null, Role.Administrator)]
    public async Task A_caller_gets_in_exactly_where_the_ledger_says(string? unit, Role? role)
    {
        using var client = role is { } known ? await server.SignedInAsync(unit, known) : server.Browser();

        await AssertEveryAsync(client, line =>
            line.Roles.Contains(EndpointLedger.Everybody) || (role is { } held && line.Roles.Contains(held.Name())) ? null
            : role is null ? (HttpStatusCode.Unauthorized, "access.sign-in-needed")
            : (HttpStatusCode.Forbidden, "access.right-missing"));
    }

    [Theory]
    [InlineData(Own)]
    [InlineData(null)]
    public async Task A_key_gets_in_exactly_where_its_rights_and_its_binding_lead(string? unit)
    {
        var rights = RoleRights.ForKeys.Intersect(RoleRights.OfBinding(unit is null)).ToArray();
        using var client = server.WithKey((await server.KeyAsync(unit, TimeSpan.FromDays(1), rights)).Secret);
        var names = rights.Select(r => r.Name()).ToHashSet();
        Assert.DoesNotContain("approveReports", names);

        await AssertEveryAsync(client, line =>
            line.Roles.Contains(EndpointLedger.Everybody) || names.Contains(line.Right) ? null : (HttpStatusCode.Forbidden, "access.right-missing"));
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("revoked")]
    [InlineData("made up")]
    [InlineData("not a key")]
    public async Task A_key_that_is_no_longer_good_gets_in_nowhere_not_even_as_an_anonymous_reader(string key)
    {
        using var client = server.WithKey(await BadKeyAsync(key));

        await AssertEveryAsync(client, _ => (HttpStatusCode.Unauthorized, "access.key-refused"));
    }

    [Fact]
    public async Task Whoever_must_change_the_password_gets_no_further()
    {
        var account = await server.Services.GetRequiredService<AccountKeeper>().CreateAsync(
            "must-change", "Phải đổi mật khẩu", UnitKey.Parse(Own), [Role.Reporter], mustChangePassword: true, Doer.Platform("test"), CancellationToken.None);
        using var client = server.Browser();
        await IdentityServer.SignInAsync(client, account!.Login, account.Password);

        await AssertEveryAsync(client, line =>
            line.Roles.Contains(EndpointLedger.Everybody) || line.Right == "manageOwnAccount" ? null : (HttpStatusCode.Forbidden, "access.password-change-needed"));
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Administrator)]
    public async Task Nobody_writes_at_another_unit_s_address(Role role)
    {
        using var client = await server.SignedInAsync(Other, role);

        await AssertEveryAsync(client, line => (line.Method, line.Roles) switch
        {
            (_, var roles) when !roles.Contains(EndpointLedger.Everybody) && !roles.Contains(role.Name()) => (HttpStatusCode.Forbidden, "access.right-missing"),
            ("GET", _) => null,
            _ when NamesUnit(line.Route) => (HttpStatusCode.Forbidden, "access.other-province"),
            _ => null,
        });
    }

    private async Task<string> BadKeyAsync(string kind)
    {
        switch (kind)
        {
            case "expired":
                var (_, expired) = await server.KeyAsync(Own, TimeSpan.FromMinutes(1), Right.ReadShared);
                server.Clock.Forward(TimeSpan.FromMinutes(1));
                return expired;
            case "revoked":
                var (id, revoked) = await server.KeyAsync(Own, TimeSpan.FromDays(1), Right.ReadShared);
                var keys = server.Services.GetRequiredService<ApiKeyStore>();
                var keeper = server.Services.GetRequiredService<Server.Identity.Keys.ApiKeyKeeper>();
                await keeper.RevokeAsync((await keys.FindAsync(id, CancellationToken.None))!, Doer.Platform("test"), CancellationToken.None);
                return revoked;
            case "made up":
                return $"rlk_{new string('x', 43)}";
            default:
                return "abc";
        }
    }

    /// <summary>Calls every endpoint. The expected refusal is null where the caller gets in; then anything but a refusal of access or a failure is fine.</summary>
    private async Task AssertEveryAsync(HttpClient client, Func<EndpointLedger.Line, (HttpStatusCode Status, string Code)?> expected)
    {
        var reviewed = EndpointLedger.Read().ToDictionary(l => (l.Method, l.Route));
        var wrong = new List<string>();

        // Signing out comes last: it ends what the other calls stand on.
        foreach (var (line, endpoint) in EndpointLedger.Of(server.Services).OrderBy(e => e.Line is { Method: "DELETE", Route: "/api/v1/session" }))
        {
            var refusal = expected(reviewed[(line.Method, line.Route)]);
            using var request = Request(line.Method, endpoint);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var code = (int)answer.StatusCode is 401 or 403 ? (await answer.CodesAsync())[0] : null;
            var right = refusal is { } r
                ? answer.StatusCode == r.Status && code == r.Code
                : answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed) && (int)answer.StatusCode < 500;
            if (!right)
            {
                wrong.Add($"{line.Method} {request.RequestUri}: {(int)answer.StatusCode} {code}, expected {refusal?.ToString() ?? "to get in"}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static HttpRequestMessage Request(string method, RouteEndpoint endpoint)
    {
        var path = string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(Text))));
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/{path}", UriKind.Relative));
        if (method is not ("GET" or "DELETE"))
        {
            var type = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json";
            request.Content = new StringContent("{}", Encoding.UTF8);
            request.Content.Headers.ContentType = new(type == "multipart/form-data" ? "multipart/form-data; boundary=x" : type);
        }

        return request;
    }

    private static string Text(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "unit" or "province" } => Own,
        RoutePatternParameterPart p when Constraints(p).Contains("guid") => "0197aaaa-0000-7000-8000-000000000001",
        RoutePatternParameterPart p when Constraints(p).Any(c => c is "int" or "long") => "2025",
        RoutePatternParameterPart { IsCatchAll: true } => $"{Own}/x",
        _ => "x",
    };

    private static IEnumerable<string?> Constraints(RoutePatternParameterPart part) => part.ParameterPolicies.Select(p => p.Content);

    private static bool NamesUnit(string route) =>
        route.Contains("{unit", StringComparison.Ordinal) || route.Contains("{province", StringComparison.Ordinal) || route.Contains("{*", StringComparison.Ordinal);
}
