using System.Globalization;
using System.Text.RegularExpressions;

namespace RegionLink.Runtime.Embedded;

/// <summary>One installation of PostgreSQL.</summary>
/// <param name="Folder">Holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
/// <param name="Major">15, 16…: data folders of one major version cannot be opened by another.</param>
/// <param name="Version">As it names itself, such as <c>15.18</c>.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major, string Version)
{
    /// <summary>Oldest version RegionLink's SQL is written for.</summary>
    public const int OldestMajor = 15;

    public string InitDb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>Newest installed version that <paramref name="user"/> can run; null when there is none.</summary>
    /// <param name="major">Only this major version, when a data folder already exists; null for any from <see cref="OldestMajor"/>.</param>
    public static async Task<PostgresBinaries?> FindInstalledAsync(ServiceUser user, int? major, CancellationToken ct)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in await CandidateFoldersAsync(ct))
        {
            if (await ProbeAsync(folder, user, ct) is { } binaries && (major is null ? binaries.Major >= OldestMajor : binaries.Major == major))
            {
                found.Add(binaries);
            }
        }

        return found.MaxBy(b => b.Major);
    }

    /// <summary>The installation in a folder; null when it is incomplete or does not run here.</summary>
    public static async Task<PostgresBinaries?> ProbeAsync(string folder, ServiceUser user, CancellationToken ct)
    {
        var binaries = new PostgresBinaries(folder, 0, "");
        if (!File.Exists(binaries.InitDb) || !File.Exists(binaries.PgCtl) || !File.Exists(binaries.Postgres))
        {
            return null;
        }

        var run = await ProgramRun.OfAsync(user.Run(binaries.Postgres, "--version"), ct);
        var version = VersionPattern().Match(run.Output);
        return run.Succeeded && version.Success
            ? binaries with { Major = int.Parse(version.Groups["major"].ValueSpan, CultureInfo.InvariantCulture), Version = version.Groups["all"].Value }
            : null;
    }

    private static async Task<IReadOnlyCollection<string>> CandidateFoldersAsync(CancellationToken ct)
    {
        var folders = new List<string>();
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
        {
            folders.AddRange(Directory.GetDirectories(debian).Select(version => Path.Combine(version, "bin")));
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            // On PATH often lies only a link; the server looks for its libraries beside the real file.
            var link = new FileInfo(Path.Combine(folder, "postgres"));
            if (link.Exists)
            {
                folders.Add(link.ResolveLinkTarget(returnFinalTarget: true) is { } real ? Path.GetDirectoryName(real.FullName)! : folder);
            }
        }

        var config = await ProgramRun.OfAsync(["pg_config", "--bindir"], ct);
        if (config.Succeeded)
        {
            folders.Add(config.Output);
        }

        return folders.Distinct(StringComparer.Ordinal).ToList();
    }

    [GeneratedRegex(@"PostgreSQL\) (?<all>(?<major>\d+)[^\s]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();
}
