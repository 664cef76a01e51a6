using Npgsql;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Reports;

/// <summary>Brings the read tables of a report to its state: the report, the figures and questions a write touched, the history.</summary>
internal static class ReportProjection
{
    private const string PutReport = """
        insert into report
          (key, version, illustrative, created_at, updated_at, period, unit, state, submitted_at, submitted_on, accepted_at, published_at,
           figures, figures_to_approve, figures_returned, questions_open)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        on conflict (key) do update
           set version = excluded.version,
               updated_at = excluded.updated_at,
               state = excluded.state,
               submitted_at = coalesce(report.submitted_at, excluded.submitted_at),
               submitted_on = coalesce(report.submitted_on, excluded.submitted_on),
               accepted_at = coalesce(excluded.accepted_at, report.accepted_at),
               published_at = coalesce(excluded.published_at, report.published_at),
               figures = excluded.figures,
               figures_to_approve = excluded.figures_to_approve,
               figures_returned = excluded.figures_returned,
               questions_open = excluded.questions_open
         where excluded.version > report.version
        """;

    public static IEnumerable<NpgsqlBatchCommand> Statements(Written<Report, ReportEvent> written) =>
    [
        Report(written),
        .. FigureProjection.Statements(written),
        .. QuestionProjection.Statements(written),
        .. HistoryProjection.Statements(written),
        .. PublicationProjection.Statements(written),
    ];

    private static NpgsqlBatchCommand Report(Written<Report, ReportEvent> written)
    {
        var state = written.State;
        var submitted = written.Events.FirstOrDefault(e => e.Fact is ReportEvent.Submitted { Again: false })?.At;
        return Of(
            PutReport, Text(written.Key), Long(written.Version), Flag(state.Illustrative), Instant(written.Events[0].At), Instant(written.Events[^1].At),
            Text(state.Period), Text(state.Unit.ToString()), Word(state.State), Instant(submitted), Date(DayInVietnam(submitted)),
            Instant(written.Events.LastOrDefault(e => e.Fact is ReportEvent.Accepted)?.At),
            Instant(written.Events.LastOrDefault(e => e.Fact is ReportEvent.Published)?.At),
            Int(state.Figures.Count),
            Int(state.Figures.Values.Count(f => f.State == FigureState.Entered)),
            Int(state.Figures.Values.Count(f => f.State == FigureState.Returned)),
            Int(state.Questions.Count(q => q.Answer is null)));
    }

    private static DateOnly? DayInVietnam(DateTimeOffset? at) =>
        at is { } time ? DateOnly.FromDateTime(time.ToOffset(TimeSpan.FromHours(7)).DateTime) : null;
}
