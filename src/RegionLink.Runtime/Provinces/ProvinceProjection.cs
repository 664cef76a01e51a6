using System.Globalization;
using Npgsql;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Provinces;

/// <summary>Brings the read tables of a province to its state: the province, the years a write touched, their totals, what it shares.</summary>
internal static class ProvinceProjection
{
    private const string PutProvince = """
        insert into province (key, unit, version, illustrative, created_at, updated_at)
        values ($1, $1, $2, $3, $4, $5)
        on conflict (key) do update
           set version = excluded.version,
               illustrative = excluded.illustrative,
               updated_at = excluded.updated_at
         where excluded.version > province.version
        """;

    private const string PutYear = """
        insert into fiscal_year (key, unit, fiscal_year, open, reopened_because, illustrative, version, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (key) do update
           set open = excluded.open,
               reopened_because = excluded.reopened_because,
               illustrative = excluded.illustrative,
               version = excluded.version,
               updated_at = excluded.updated_at
         where excluded.version > fiscal_year.version
        """;

    private const string PutTotal = """
        insert into fiscal_year_total
          (key, unit, fiscal_year, stage, form, amount_vnd, origin, source, scale_jump_confirmed, illustrative, version, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
        on conflict (key) do update
           set amount_vnd = excluded.amount_vnd,
               origin = excluded.origin,
               source = excluded.source,
               scale_jump_confirmed = excluded.scale_jump_confirmed,
               withdrawn_because = null,
               illustrative = excluded.illustrative,
               version = excluded.version,
               updated_at = excluded.updated_at
         where excluded.version > fiscal_year_total.version
        """;

    private const string WithdrawTotal = """
        update fiscal_year_total
           set withdrawn_because = $2,
               version = $3,
               updated_at = $4
         where key = $1
           and version < $3
        """;

    private const string PutSharing = """
        insert into sharing (unit, kind, level, version)
        values ($1, $2, $3, $4)
        on conflict (unit, kind) do update
           set level = excluded.level,
               version = excluded.version
         where excluded.version > sharing.version
        """;

    public static IEnumerable<NpgsqlBatchCommand> Of(Written<Province, ProvinceEvent> written)
    {
        var years = written.State.Years;
        yield return ProjectionStatement.Of(
            PutProvince,
            Text(written.Key), Long(written.Version), Flag(!years.IsEmpty && years.All(y => y.Illustrative)),
            Instant(written.Events[0].At), Instant(written.Events[^1].At));

        foreach (var touched in written.Events.Where(e => YearOf(e.Fact) is not null).GroupBy(e => YearOf(e.Fact)!.Value))
        {
            yield return PutYearAs(written.Key, written.State.Year(touched.Key)!, touched.First(), touched.Last());
        }

        foreach (var one in written.Events)
        {
            if (For(written.Key, one) is { } statement)
            {
                yield return statement;
            }
        }
    }

    private static NpgsqlBatchCommand PutYearAs(string unit, FiscalYear year, WrittenEvent<ProvinceEvent> first, WrittenEvent<ProvinceEvent> last) => ProjectionStatement.Of(
        PutYear,
        Text(YearKey(unit, year.Year)), Text(unit), Int(year.Year), Flag(year.Open), Text(year.ReopenedBecause), Flag(year.Illustrative),
        Long(last.Version), Instant(first.At), Instant(last.At));

    private static NpgsqlBatchCommand? For(string unit, WrittenEvent<ProvinceEvent> written) => written.Fact switch
    {
        ProvinceEvent.TotalRecorded e => ProjectionStatement.Of(
            PutTotal,
            Text($"{YearKey(unit, e.Year)}/{WordOf(e.Stage)}/{e.Form}"), Text(unit), Int(e.Year), Word(e.Stage), Text(e.Form), Long(e.Amount.Vnd),
            Word(e.Origin), Text(e.Source), Text(e.ScaleJumpConfirmed), Flag(e.Illustrative), Long(written.Version), Instant(written.At)),
        ProvinceEvent.TotalWithdrawn e => ProjectionStatement.Of(
            WithdrawTotal, Text($"{YearKey(unit, e.Year)}/{WordOf(e.Stage)}/{e.Form}"), Text(e.Reason), Long(written.Version), Instant(written.At)),
        ProvinceEvent.SharingSet e => ProjectionStatement.Of(PutSharing, Text(unit), Word(e.Kind), Word(e.Level), Long(written.Version)),
        _ => null,
    };

    private static int? YearOf(ProvinceEvent fact) => fact switch
    {
        ProvinceEvent.FiscalYearOpened e => e.Year,
        ProvinceEvent.TotalRecorded e => e.Year,
        ProvinceEvent.TotalWithdrawn e => e.Year,
        ProvinceEvent.FiscalYearClosed e => e.Year,
        ProvinceEvent.FiscalYearReopened e => e.Year,
        _ => null,
    };

    private static string YearKey(string unit, int year) => string.Create(CultureInfo.InvariantCulture, $"{unit}/{year}");
}
