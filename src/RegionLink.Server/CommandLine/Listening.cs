using System.Globalization;

namespace RegionLink.Server.CommandLine;

/// <summary>Addresses the server listens on.</summary>
internal static class Listening
{
    // "localhost" means both 127.0.0.1 and ::1, and no single free port can be asked for on two addresses.
    public static string Url(string host, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"http://{(port == 0 && host == "localhost" ? "127.0.0.1" : host)}:{port}");

    /// <summary>The address to show to people, once the server listens.</summary>
    public static string Shown(WebApplication app) => app.Urls.First().Replace("http://127.0.0.1:", "http://localhost:", StringComparison.Ordinal).TrimEnd('/');
}
