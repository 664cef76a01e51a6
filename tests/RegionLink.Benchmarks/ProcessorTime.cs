using System.Globalization;

namespace RegionLink.Benchmarks;

/// <summary>
/// Processor seconds spent by the server (this process) and by PostgreSQL with all its backends. Per command it hardly depends on what else
/// the machine does, so it tells where the time goes even when a rate does not.
/// </summary>
internal readonly record struct ProcessorTime(double Server, double Postgres)
{
    private const double TicksPerSecond = 100;   // sysconf(_SC_CLK_TCK) on Linux

    public static ProcessorTime Now(string postgresFolder)
    {
        var postmaster = int.Parse(File.ReadLines(Path.Combine(postgresFolder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var ticks = Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0])).Sum(process => Ticks(process, postmaster));
        return new(Environment.CpuUsage.TotalTime.TotalSeconds, ticks / TicksPerSecond);
    }

    public static ProcessorTime operator -(ProcessorTime end, ProcessorTime start) => new(end.Server - start.Server, end.Postgres - start.Postgres);

    /// <summary>Microseconds per command.</summary>
    public string Per(double commands) => string.Create(
        CultureInfo.InvariantCulture, $"server {Server * 1e6 / commands:0} µs, PostgreSQL {Postgres * 1e6 / commands:0} µs");

    /// <summary>Fields of proc(5) stat: 4 parent, 14-17 user and system time of the process and of its ended children.</summary>
    private static long Ticks(string process, int postmaster)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var isPostmaster = Path.GetFileName(process) == postmaster.ToString(CultureInfo.InvariantCulture);
            return isPostmaster || fields[1] == postmaster.ToString(CultureInfo.InvariantCulture)
                ? fields[11..(isPostmaster ? 15 : 13)].Sum(t => long.Parse(t, CultureInfo.InvariantCulture))
                : 0;
        }
        catch (IOException)
        {
            return 0;   // ended while we looked: its time is in the postmaster's then
        }
    }
}
