using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Reports;

/// <summary>A unit's report for a period as a durable grain: streams <c>report/&lt;period&gt;/&lt;unit&gt;</c>.</summary>
public static class ReportGrain
{
    // STORED FORMAT: the names of the events in every installation's log.
    public static GrainType<Report, ReportCommand, ReportEvent> Type { get; } = new(
        "report",
        Report.Initial,
        Report.Evolve,
        Report.Decide,
        new EventCodec<ReportEvent>()
            .With<ReportEvent.Started>("started")
            .With<ReportEvent.FigureSet>("figureSet")
            .With<ReportEvent.DeliveryDiffered>("deliveryDiffered")
            .With<ReportEvent.DifferenceEnded>("differenceEnded")
            .With<ReportEvent.ScaleQuestioned>("scaleQuestioned")
            .With<ReportEvent.ScaleAnswered>("scaleAnswered")
            .With<ReportEvent.FiguresApproved>("figuresApproved")
            .With<ReportEvent.Submitted>("submitted")
            .With<ReportEvent.FiguresReturned>("figuresReturned")
            .With<ReportEvent.Accepted>("accepted")
            .With<ReportEvent.Published>("published")
            .With<ReportEvent.QuestionAsked>("questionAsked")
            .With<ReportEvent.QuestionAnswered>("questionAnswered"),
        SnapshotFormat: 1,
        ReportProjection.Statements)
    {
        Guardable = true,
    };

    /// <summary>Read tables its projection writes.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["report", "report_figure", "report_history", "report_question", "report_publication"];

    public static string KeyOf(string period, UnitKey unit) => $"{period}/{unit}";

    /// <summary>The unit a report's key belongs to.</summary>
    public static string UnitOf(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
