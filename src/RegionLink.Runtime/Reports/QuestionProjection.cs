using Npgsql;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Reports;

/// <summary>One row per question on a figure, with its answer.</summary>
internal static class QuestionProjection
{
    private const string AddQuestion = """
        insert into report_question
          (key, version, illustrative, created_at, updated_at, report, period, unit, number, metric, text, asked_by, asked_at)
        values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $4)
        on conflict (key) do nothing
        """;

    private const string AddAnswer = """
        update report_question
           set answer = $2,
               answered_by = $3,
               answered_at = $4,
               updated_at = $4,
               version = $5
         where key = $1
           and version < $5
        """;

    public static IEnumerable<NpgsqlBatchCommand> Statements(Written<Report, ReportEvent> written)
    {
        foreach (var e in written.Events)
        {
            switch (e.Fact)
            {
                case ReportEvent.QuestionAsked f:
                    yield return Of(
                        AddQuestion, Text(Key(written.Key, f.Number)), Long(e.Version), Flag(written.State.Illustrative), Instant(e.At), Text(written.Key),
                        Text(written.State.Period), Text(written.State.Unit.ToString()), Int(f.Number), Text(f.Metric), Text(f.Text), Text(f.By.ToString()));
                    break;
                case ReportEvent.QuestionAnswered f:
                    yield return Of(
                        AddAnswer, Text(Key(written.Key, f.Number)), Text(f.Text), Text(f.By.ToString()), Instant(e.At), Long(e.Version));
                    break;
            }
        }
    }

    private static string Key(string report, int number) => FormattableString.Invariant($"{report}/{number:0000}");
}
