using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Periods;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Periods;

/// <summary>Brings the read tables of a period to its state: the period, what each unit owes by when, the extensions given.</summary>
internal static class PeriodProjection
{
    private const string PutPeriod = """
        insert into period
          (key, version, illustrative, created_at, updated_at, title_vi, title_en, start_on, end_on, about, due_on, state, closed_at, forms, metrics, units)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        on conflict (key) do update
           set version = excluded.version,
               updated_at = excluded.updated_at,
               state = excluded.state,
               closed_at = case when excluded.state = 'closed' then coalesce(excluded.closed_at, period.closed_at) end
         where excluded.version > period.version
        """;

    private const string AddObligations = """
        insert into report_obligation
          (key, period, unit, version, illustrative, created_at, updated_at, due_on, extended, extension_reason)
        select $1 || '/' || u, $1, u, $2, $3, $4, $4, $5, false, null
          from unnest($6) as u
        on conflict (key) do nothing
        """;

    private const string ExtendObligation = """
        update report_obligation
           set due_on = $2,
               extended = true,
               extension_reason = $3,
               version = $4,
               updated_at = $5
         where key = $1
           and version < $4
        """;

    private const string AddExtension = """
        insert into period_extension (period, version, unit, illustrative, due_on, reason, granted_by, granted_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (period, version) do nothing
        """;

    public static IEnumerable<NpgsqlBatchCommand> Statements(Written<ReportingPeriod, PeriodEvent> written)
    {
        yield return Period(written);
        foreach (var e in written.Events)
        {
            switch (e.Fact)
            {
                case PeriodEvent.Opened opened:
                    yield return Of(
                        AddObligations, Text(written.Key), Long(e.Version), Flag(opened.Illustrative), Instant(e.At), Date(opened.Due),
                        Texts(opened.Units.Select(u => u.ToString())));
                    break;
                case PeriodEvent.Extended extended:
                    yield return Of(
                        ExtendObligation, Text($"{written.Key}/{extended.Unit}"), Date(extended.Due), Text(extended.Reason), Long(e.Version), Instant(e.At));
                    yield return Of(
                        AddExtension, Text(written.Key), Long(e.Version), Text(extended.Unit.ToString()), Flag(written.State.Illustrative),
                        Date(extended.Due), Text(extended.Reason), Text(e.By.ToString()), Instant(e.At));
                    break;
            }
        }
    }

    private static NpgsqlBatchCommand Period(Written<ReportingPeriod, PeriodEvent> written)
    {
        var state = written.State;
        var closedAt = written.Events.LastOrDefault(e => e.Fact is PeriodEvent.Closed)?.At;
        return Of(
            PutPeriod, Text(written.Key), Long(written.Version), Flag(state.Illustrative), Instant(written.Events[0].At), Instant(written.Events[^1].At),
            Text(state.TitleVi), Text(state.TitleEn), Date(state.Start), Date(state.End), Text(state.About), Date(state.Due), Word(state.State),
            Instant(state.State == PeriodState.Closed ? closedAt : null),
            JsonText(JsonSerializer.SerializeToUtf8Bytes(state.Forms, StoredJson.Options)),
            Texts(state.Asked.Select(a => a.Metric)), Texts(state.Units.Select(u => u.ToString())));
    }
}
