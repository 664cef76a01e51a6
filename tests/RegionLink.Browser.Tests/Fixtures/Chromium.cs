using Microsoft.Playwright;

namespace RegionLink.Browser.Tests.Fixtures;

/// <summary>Finds a browser: the one REGIONLINK_BROWSER names, or an installed Chromium or Chrome.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    public static BrowserTypeLaunchOptions Options { get; } = new()
    {
        ExecutablePath = Find(),
        Headless = true,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    };

    /// <exception cref="InvalidOperationException">There is none; says in one line how to get it.</exception>
    private static string Find() =>
        Environment.GetEnvironmentVariable("REGIONLINK_BROWSER") is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "No Chromium was found. Debian: apt-get install chromium fonts-noto-core; elsewhere set REGIONLINK_BROWSER to a Chromium or Chrome.");
}
