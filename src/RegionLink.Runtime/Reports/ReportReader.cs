using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Reports;

/// <summary>Reads one report with everything about it, through the same eyes as the lists.</summary>
public sealed class ReportReader(TableReader tables, ViewerDatabase database)
{
    private const string SelectFigures = """
        select metric, value, no_data_reason, unit_of_measure, origin, source, note, state, prefilled, entered_by, entered_at, approved_by,
               approved_at, return_reason, scale_factor, scale_up, scale_against, scale_against_source, scale_answer, scale_answered_by, version,
               difference_value, difference_no_data_reason, difference_source, difference_by, difference_at
          from report_figure
         where report = $1
         order by metric
        """;

    // The value before a change is the line before it about the same figure.
    private const string SelectHistory = """
        select what, metric, value, no_data_reason, origin, source, text, by, at,
               case when what = 'figureSet'
                    then lag(value) over (partition by metric, what = 'figureSet' order by version, ordinal)
                end,
               version
          from report_history
         where report = $1
         order by version, ordinal
        """;

    private const string SelectDiffering = """
        select report, count(*)::int
          from report_figure
         where unit = any($1)
           and difference_by is not null
         group by report
        """;

    private const string SelectQuestions = """
        select number, metric, text, asked_by, asked_at, answer, answered_by, answered_at
          from report_question
         where report = $1
         order by number
        """;

    /// <summary>The row of the list, by column name; null when nothing is owed under this key or the viewer may not know of it.</summary>
    public async Task<IReadOnlyDictionary<string, object?>?> HeadAsync(string key, DateOnly asOf, TableViewer viewer, CancellationToken ct)
    {
        var table = ReportTable.AsOf(asOf);
        var page = await tables.PageAsync(table, new TableRequest { Ids = [key], Limit = 1 }, viewer, ct);
        return page.Rows is [var row] ? table.Columns.Zip(row).ToDictionary(c => c.First.Name, c => c.Second) : null;
    }

    /// <summary>Figures, history and questions, of one moment. Whoever asks has made sure that the viewer may see them.</summary>
    public async Task<ReportContent> ContentAsync(string key, TableViewer viewer, CancellationToken ct)
    {
        await using var read = await database.ReadOneMomentAsync(viewer, ct, About(SelectFigures), About(SelectHistory), About(SelectQuestions));
        return new(
            await read.Reader.TakeAsync(ReportRows.Figure, ct),
            await read.Reader.TakeAsync(ReportRows.Line, ct),
            await read.Reader.TakeAsync(ReportRows.Question, ct));

        NpgsqlBatchCommand About(string sql) => new(sql) { Parameters = { new() { Value = key } } };
    }

    /// <summary>How many figures of each report of these units the delivering system now says otherwise; reports without any are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> DifferingAsync(IEnumerable<UnitKey> units, TableViewer viewer, CancellationToken ct)
    {
        var statement = new NpgsqlBatchCommand(SelectDiffering) { Parameters = { new() { Value = units.Select(u => u.ToString()).ToArray() } } };
        await using var read = await database.ReadAsync(viewer, ct, statement);
        return (await read.Reader.TakeAsync(row => (Report: row.GetString(0), Figures: row.GetInt32(1)), ct))
            .ToDictionary(r => r.Report, r => r.Figures, StringComparer.Ordinal);
    }
}

/// <summary>What stands in a report.</summary>
public sealed record ReportContent(IReadOnlyList<StoredFigure> Figures, IReadOnlyList<HistoryLine> History, IReadOnlyList<StoredQuestion> Questions);
