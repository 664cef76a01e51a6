using System.Diagnostics;
using System.Globalization;

namespace RegionLink.Gateway.Tests;

/// <summary>A process of this machine, as <c>/proc</c> tells.</summary>
/// <param name="Started">Its start, in the kernel's ticks: a number that is given out again does not make it the same process.</param>
internal sealed record RunningProcess(int Id, int Parent, string Started, string Command)
{
    /// <summary>Everything that a process started, and what these started.</summary>
    public static IReadOnlyList<RunningProcess> Below(int id)
    {
        var all = All();
        var found = new List<RunningProcess>();
        for (var at = all.Where(p => p.Parent == id).ToList(); at.Count > 0; at = [.. all.Where(p => at.Any(above => above.Id == p.Parent))])
        {
            found.AddRange(at);
        }

        return found;
    }

    public bool IsRunning => Read(Id)?.Started == Started;

    public void Kill()
    {
        using var process = Process.GetProcessById(Id);
        process.Kill();
    }

    private static List<RunningProcess> All() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Read(id) : null).OfType<RunningProcess>(),
    ];

    /// <summary>Null when it has ended, though nobody may have asked how yet.</summary>
    private static RunningProcess? Read(int id)
    {
        try
        {
            // "id (name) state parent …"; the name may hold spaces and parentheses.
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var command = File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
            return fields[0] is "Z" or "X" ? null : new(id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[19], command);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
