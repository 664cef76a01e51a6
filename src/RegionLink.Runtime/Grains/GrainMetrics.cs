using System.Diagnostics.Metrics;

namespace RegionLink.Runtime.Grains;

/// <summary>What grains measure of themselves; names follow the OpenTelemetry habit.</summary>
public static class GrainMetrics
{
    public const string MeterName = "RegionLink.Grains";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Commands answered, by kind of grain and answer (done, refused, stale, keyReused, outage).</summary>
    public static Counter<long> Commands { get; } = Meter.CreateCounter<long>("regionlink.grain.commands", "{command}");

    /// <summary>Commands that had to be decided again because another node wrote first or a guard moved.</summary>
    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("regionlink.grain.retries", "{retry}");

    /// <summary>Grains loaded from the log.</summary>
    public static Counter<long> Loads { get; } = Meter.CreateCounter<long>("regionlink.grain.loads", "{grain}");

    /// <summary>Writes that shared one transaction.</summary>
    public static Histogram<int> WritesPerTransaction { get; } = Meter.CreateHistogram<int>("regionlink.log.writes_per_transaction", "{write}");

    /// <summary>Time of one shared transaction, from sending to durable.</summary>
    public static Histogram<double> TransactionSeconds { get; } = Meter.CreateHistogram<double>("regionlink.log.transaction.duration", "s");
}
