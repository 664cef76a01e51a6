using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Reports;

/// <summary>Reads one report with everything about it, through the same eyes as the lists.</summary>
public sealed class ReportReader(TableReader tables, NpgsqlDataSource dataSource)
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

    /// <summary>Figures, history and questions, of one moment.</summary>
    public async Task<ReportContent> ContentAsync(string key, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        return new(
            await RowsAsync(connection, SelectFigures, key, ReportRows.Figure, ct),
            await RowsAsync(connection, SelectHistory, key, ReportRows.Line, ct),
            await RowsAsync(connection, SelectQuestions, key, ReportRows.Question, ct));
    }

    /// <summary>How many figures of each report of these units the delivering system now says otherwise; reports without any are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> DifferingAsync(IEnumerable<UnitKey> units, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(SelectDiffering);
        command.Parameters.Add(new() { Value = units.Select(u => u.ToString()).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var reports = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            reports[reader.GetString(0)] = reader.GetInt32(1);
        }

        return reports;
    }

    private static async Task<List<T>> RowsAsync<T>(
        NpgsqlConnection connection, string sql, string key, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = key } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}

/// <summary>What stands in a report.</summary>
public sealed record ReportContent(IReadOnlyList<StoredFigure> Figures, IReadOnlyList<HistoryLine> History, IReadOnlyList<StoredQuestion> Questions);
