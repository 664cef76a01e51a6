using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Reports;

/// <summary>What happened to a report, line by line: who did what to which figure, when and why. The earlier value of a change is the line before.</summary>
internal static class HistoryProjection
{
    private const string AddLine = """
        insert into report_history
          (report, version, ordinal, unit, illustrative, what, metric, value, no_data_reason, origin, source, text, by, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        on conflict (report, version, ordinal) do nothing
        """;

    public static IEnumerable<NpgsqlBatchCommand> Statements(Written<Report, ReportEvent> written) =>
        written.Events.SelectMany(e => Lines(e.Fact).Select((line, ordinal) => Of(
            AddLine, Text(written.Key), Long(e.Version), Int(ordinal), Text(written.State.Unit.ToString()), Flag(written.State.Illustrative),
            Text(line.What), Text(line.Metric), Number(line.Value), Text(line.NoDataReason),
            Text(line.Origin is { } origin ? WordOf(origin) : null), Text(line.Source), Text(line.Text), Text(e.By.ToString()), Instant(e.At))));

    private static IEnumerable<Line> Lines(ReportEvent fact) => fact switch
    {
        ReportEvent.Started => [new("started")],
        ReportEvent.FigureSet f => [new("figureSet", f.Metric, f.Value, f.NoDataReason, f.Origin, f.Source, f.Why)],
        ReportEvent.DeliveryDiffered f => [new("deliveryDiffered", f.Metric, f.Value, f.NoDataReason, Source: f.Source)],
        ReportEvent.DifferenceEnded f => [new("differenceEnded", f.Metric)],
        ReportEvent.ScaleQuestioned f => [new("scaleQuestioned", f.Metric, f.Against, Source: f.AgainstSource)],
        ReportEvent.ScaleAnswered f => [new("scaleAnswered", f.Metric, Text: f.Answer)],
        ReportEvent.FiguresApproved f => f.Metrics.Select(m => new Line("figureApproved", m)),
        ReportEvent.Submitted f => [new(f.Again ? "resubmitted" : "submitted")],
        ReportEvent.FiguresReturned f => f.Figures.Select(r => new Line("figureReturned", r.Metric, Text: r.Reason)),
        ReportEvent.Accepted => [new("accepted")],
        ReportEvent.Published f => [new("published"), .. f.Figures.Select(p => new Line("figurePublished", p.Metric, p.Value, null, p.Origin, p.Source))],
        ReportEvent.QuestionAsked f => [new("questionAsked", f.Metric, Text: f.Text)],
        ReportEvent.QuestionAnswered f => [new("questionAnswered", Text: f.Text)],
        _ => throw new NotSupportedException($"A report's history cannot tell {fact.GetType().Name}."),
    };

    private sealed record Line(
        string What,
        string? Metric = null,
        decimal? Value = null,
        string? NoDataReason = null,
        Origin? Origin = null,
        string? Source = null,
        string? Text = null);
}
