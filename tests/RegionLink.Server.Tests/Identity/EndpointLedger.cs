using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Identity;

/// <summary>
/// The reviewed list of who may call what: <c>endpoint-rights.txt</c> beside this file, one line per method and route with its right and the
/// roles that have it. A change there is a change of access; read it as such.
/// </summary>
internal static class EndpointLedger
{
    /// <summary>Written in the place of roles when everybody may, signed in or not.</summary>
    public const string Everybody = "everybody";

    /// <summary>One line.</summary>
    public sealed record Line(string Method, string Route, string Right, IReadOnlyList<string> Roles)
    {
        public override string ToString() => $"{Method,-6} {Route} | {Right} | {string.Join(' ', Roles)}";

        public static Line Parse(string text)
        {
            var parts = text.Split('|', StringSplitOptions.TrimEntries);
            var address = parts[0].Split(' ', 2, StringSplitOptions.TrimEntries);
            return new(address[0], address[1], parts[1], parts[2].Split(' '));
        }
    }

    /// <summary>What is checked in.</summary>
    public static IReadOnlyList<Line> Read() => [.. File.ReadAllLines(Location()).Where(l => l.Length > 0 && l[0] != '#').Select(Line.Parse)];

    /// <summary>What a running server has.</summary>
    public static IReadOnlyList<(Line Line, RouteEndpoint Endpoint)> Of(IServiceProvider server) =>
        [.. server.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (Describe(method, e), e)))
            .OrderBy(e => e.Item1.Route, StringComparer.Ordinal)
            .ThenBy(e => e.Item1.Method, StringComparer.Ordinal)];

    public static void Write(IEnumerable<Line> lines) => File.WriteAllText(
        Location(),
        "# Who may call what. Written by: REGIONLINK_LEDGER=write dotnet test --filter EndpointRightsTests\n"
        + "# Method and route | right | roles that have it. A changed line is a change of access.\n"
        + string.Concat(lines.Select(l => $"{l}\n")));

    private static Line Describe(string method, RouteEndpoint endpoint)
    {
        var right = endpoint.Metadata.GetMetadata<RequiredRight>()?.Right;
        IReadOnlyList<string> roles = right switch
        {
            null => ["nobody"],
            { } r when RoleRights.Everybody.Contains(r) => [Everybody],
            { } r => [.. Enum.GetValues<Role>().Where(role => RoleRights.Of([role]).Contains(r)).Select(role => role.Name())],
        };
        return new(method, $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", right?.Name() ?? "none", roles);
    }

    private static string Location([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "endpoint-rights.txt");
}
