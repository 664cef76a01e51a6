using RegionLink.Domain.Periods;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Periods;

/// <summary>The reporting period as a durable grain: streams <c>period/&lt;id&gt;</c>. Reports name it as a guard.</summary>
public static class PeriodGrain
{
    // STORED FORMAT: the names of the events in every installation's log.
    public static GrainType<ReportingPeriod, PeriodCommand, PeriodEvent> Type { get; } = new(
        "period",
        ReportingPeriod.Initial,
        ReportingPeriod.Evolve,
        ReportingPeriod.Decide,
        new EventCodec<PeriodEvent>()
            .With<PeriodEvent.Opened>("opened")
            .With<PeriodEvent.Extended>("extended")
            .With<PeriodEvent.Closed>("closed")
            .With<PeriodEvent.Reopened>("reopened"),
        SnapshotFormat: 1,
        PeriodProjection.Statements)
    {
        Guardable = true,
    };

    /// <summary>Read tables its projection writes.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["period", "report_obligation", "period_extension"];
}
