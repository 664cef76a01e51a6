using System.Globalization;

namespace RegionLink.Runtime.Embedded;

/// <summary>What an earlier, killed RegionLink or PostgreSQL left in a cluster: processes still running, a lock file of a dead one.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Makes the cluster startable. Safe only while the caller holds the <see cref="DataFolder"/>: then whatever runs in the cluster has no owner.
    /// </summary>
    public static async Task ClearAsync(string cluster, PostgresBinaries binaries, ServiceUser user, CancellationToken ct)
    {
        var pidFile = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(pidFile) || !Directory.Exists("/proc/self"))
        {
            return;
        }

        if (Running(cluster).Contains(ReadPid(pidFile)))
        {
            await ProgramRun.OfAsync(user.Run(binaries.PgCtl, "stop", "-D", cluster, "-m", "fast", "-w", "-t", "60"), ct);
        }

        // After a kill -9 of the main process its children notice within moments and end by themselves.
        var deadline = DateTime.UtcNow + Patience;
        while (Running(cluster).Count > 0 && DateTime.UtcNow < deadline)
        {
            await Task.Delay(50, ct);
        }

        if (Running(cluster) is { Count: > 0 } still)
        {
            throw new EmbeddedPostgresException(new Notice(
                $"PostgreSQL của lần chạy trước vẫn còn (tiến trình {string.Join(", ", still)}) trong {cluster}. Hãy dừng chúng rồi chạy lại.",
                $"PostgreSQL of an earlier run is still there (processes {string.Join(", ", still)}) in {cluster}. Stop them and start again."));
        }

        // PostgreSQL would believe this file if its number now belongs to an unrelated process, as happens in restarted containers.
        File.Delete(pidFile);
    }

    /// <summary>Processes working in the cluster: every PostgreSQL process does, and nothing else has reason to.</summary>
    private static List<int> Running(string cluster)
    {
        var found = new List<int>();
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && WorkingFolder(process) == cluster)
            {
                found.Add(pid);
            }
        }

        return found;
    }

    private static string? WorkingFolder(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;   // ended meanwhile, or of a user whose processes we may not see and who cannot be in our folder
        }
    }

    private static int ReadPid(string pidFile) =>
        int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0;
}
