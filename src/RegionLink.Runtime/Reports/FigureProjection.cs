using Npgsql;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Reports;

/// <summary>One row per figure of a report, as it stands, with the version that touched it last.</summary>
internal static class FigureProjection
{
    private const string PutFigure = """
        insert into report_figure
          (key, version, illustrative, created_at, updated_at, report, period, unit, metric, value, no_data_reason, unit_of_measure, origin, source,
           note, state, prefilled, entered_by, entered_at, approved_by, approved_at, return_reason,
           scale_factor, scale_up, scale_against, scale_against_source, scale_answer, scale_answered_by,
           difference_value, difference_no_data_reason, difference_source, difference_by, difference_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
                $30, $31, $32, $33, $34)
        on conflict (key) do update
           set version = excluded.version,
               updated_at = excluded.updated_at,
               value = excluded.value,
               no_data_reason = excluded.no_data_reason,
               unit_of_measure = excluded.unit_of_measure,
               origin = excluded.origin,
               source = excluded.source,
               note = excluded.note,
               state = excluded.state,
               prefilled = excluded.prefilled,
               entered_by = excluded.entered_by,
               entered_at = case when $29 then excluded.entered_at else report_figure.entered_at end,
               approved_by = excluded.approved_by,
               approved_at = case when excluded.approved_by is not null then coalesce(excluded.approved_at, report_figure.approved_at) end,
               return_reason = excluded.return_reason,
               scale_factor = excluded.scale_factor,
               scale_up = excluded.scale_up,
               scale_against = excluded.scale_against,
               scale_against_source = excluded.scale_against_source,
               scale_answer = excluded.scale_answer,
               scale_answered_by = excluded.scale_answered_by,
               difference_value = excluded.difference_value,
               difference_no_data_reason = excluded.difference_no_data_reason,
               difference_source = excluded.difference_source,
               difference_by = excluded.difference_by,
               difference_at = case when excluded.difference_by is not null then coalesce(excluded.difference_at, report_figure.difference_at) end
         where excluded.version > report_figure.version
        """;

    public static IEnumerable<NpgsqlBatchCommand> Statements(Written<Report, ReportEvent> written)
    {
        var touches = new Dictionary<string, Touch>(StringComparer.Ordinal);
        foreach (var e in written.Events)
        {
            foreach (var metric in Touched(written.State, e.Fact))
            {
                var before = touches.GetValueOrDefault(metric);
                touches[metric] = new Touch(
                    before?.First ?? e.At,
                    e.Version,
                    e.At,
                    e.Fact is ReportEvent.FigureSet ? e.At : before?.Given,
                    e.Fact is ReportEvent.FiguresApproved ? e.At : before?.Approved,
                    e.Fact is ReportEvent.DeliveryDiffered ? e.At : before?.Differed);
            }
        }

        return touches.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Figure(written, written.State.Figures[t.Key], t.Value));
    }

    private static IEnumerable<string> Touched(Report state, ReportEvent fact) => fact switch
    {
        ReportEvent.FigureSet e => [e.Metric],
        ReportEvent.DeliveryDiffered e => [e.Metric],
        ReportEvent.DifferenceEnded e => [e.Metric],
        ReportEvent.ScaleQuestioned e => [e.Metric],
        ReportEvent.ScaleAnswered e => [e.Metric],
        ReportEvent.FiguresApproved e => e.Metrics,
        ReportEvent.FiguresReturned e => e.Figures.Select(f => f.Metric),
        ReportEvent.Submitted or ReportEvent.Accepted => state.Figures.Keys,
        _ => [],
    };

    private static NpgsqlBatchCommand Figure(Written<Report, ReportEvent> written, Figure figure, Touch touch) => Of(
        PutFigure, Text($"{written.Key}/{figure.Metric}"), Long(touch.Version), Flag(written.State.Illustrative), Instant(touch.First), Instant(touch.Last),
        Text(written.Key), Text(written.State.Period), Text(written.State.Unit.ToString()), Text(figure.Metric),
        Number(figure.Value), Text(figure.NoDataReason), Text(figure.UnitOfMeasure), Word(figure.Origin), Text(figure.Source),
        Text(figure.Note), Word(figure.State), Flag(figure.Prefilled), Text(figure.EnteredBy.ToString()), Instant(touch.Given ?? touch.First),
        Text(figure.ApprovedBy?.ToString()), Instant(figure.ApprovedBy is null ? null : touch.Approved), Text(figure.ReturnReason),
        Int(figure.Scale?.Factor), Flag(figure.Scale?.Up), Number(figure.Scale?.Against), Text(figure.Scale?.AgainstSource),
        Text(figure.Scale?.Answer), Text(figure.Scale?.AnsweredBy?.ToString()), Flag(touch.Given is not null),
        Number(figure.Difference?.Value), Text(figure.Difference?.NoDataReason), Text(figure.Difference?.Source),
        Text(figure.Difference?.By.ToString()), Instant(figure.Difference is null ? null : touch.Differed));

    /// <summary>What the events of one write did to a figure.</summary>
    private sealed record Touch(DateTimeOffset First, long Version, DateTimeOffset Last, DateTimeOffset? Given, DateTimeOffset? Approved, DateTimeOffset? Differed);
}
