using System.Runtime.CompilerServices;
using Npgsql;

namespace RegionLink.Runtime.Queries;

/// <summary>Answers what is asked of a list.</summary>
public sealed class TableReader(ViewerDatabase database)
{
    /// <summary>One page.</summary>
    public async Task<TablePage> PageAsync(Table table, TableRequest request, TableViewer viewer, CancellationToken ct)
    {
        var limit = request.Limit ?? throw new ArgumentException("A page has a limit.", nameof(request));
        var rows = new List<object?[]>();
        var cursors = new List<TableCursor>();
        var more = false;
        await foreach (var (row, cursor) in ReadAsync(table, request, TableSql.Rows, viewer, ct))
        {
            if (rows.Count == limit)
            {
                more = true;
                break;
            }

            rows.Add(row);
            cursors.Add(cursor);
        }

        if (request.Backwards)
        {
            rows.Reverse();
            cursors.Reverse();
        }

        return new(rows, cursors, more, request.WithTotal ? await CountAsync(table, request, viewer, ct) : null);
    }

    /// <summary>A first page for every value of <see cref="TableRequest.Each"/> that has rows, in one reading.</summary>
    public async Task<IReadOnlyDictionary<string, TablePage>> PageOfEachAsync(Table table, TableRequest request, TableViewer viewer, CancellationToken ct)
    {
        var (limit, parent) = (request.Limit!.Value, table.Columns.Index().First(c => c.Item == request.Each).Index);
        var totals = request.WithTotal ? await CountEachAsync(table, request, viewer, ct) : null;
        var pages = new Dictionary<string, TablePage>(StringComparer.Ordinal);
        var (present, rows, cursors) = ((string?)null, new List<object?[]>(), new List<TableCursor>());
        await foreach (var (row, cursor) in ReadAsync(table, request, TableSql.RowsOfEach, viewer, ct))
        {
            if (row[parent] is not string value)
            {
                continue;   // belongs to nobody
            }

            if (value != present)
            {
                (present, rows, cursors) = (value, [], []);
                pages[value] = new(rows, cursors, More: false, totals?[value]);
            }

            if (rows.Count == limit)
            {
                pages[value] = pages[value] with { More = true };
                continue;
            }

            rows.Add(row);
            cursors.Add(cursor);
        }

        return pages;
    }

    /// <summary>The row of a public list with this key; null when there is none.</summary>
    public async Task<object?[]?> FindAsync(Table table, string key, CancellationToken ct)
    {
        var page = await PageAsync(table, new() { Ids = [key], Limit = 1 }, TableViewer.Anybody, ct);
        return page.Rows is [var row] ? row : null;
    }

    /// <summary>All rows the request matches, as they come; for files.</summary>
    public async IAsyncEnumerable<object?[]> RowsAsync(
        Table table, TableRequest request, TableViewer viewer, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (row, _) in ReadAsync(table, request, TableSql.Rows, viewer, ct))
        {
            yield return row;
        }
    }

    private async IAsyncEnumerable<(object?[] Row, TableCursor Cursor)> ReadAsync(
        Table table, TableRequest request, Func<Table, TableRequest, TableViewer, NpgsqlBatchCommand> statement, TableViewer viewer,
        [EnumeratorCancellation] CancellationToken ct)
    {
        await using var read = await database.ReadAsync(viewer, ct, statement(table, request, viewer));
        var (reader, columns) = (read.Reader, table.Columns);
        while (await reader.ReadAsync(ct))
        {
            var row = new object?[columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Value(reader, i, columns[i].Type);
            }

            var sortValue = request.Sort is { } sort ? Value(reader, columns.Count + 1, sort.Type) : null;
            yield return (row, new(sortValue, reader.GetString(columns.Count)));
        }
    }

    private async Task<long> CountAsync(Table table, TableRequest request, TableViewer viewer, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(viewer, ct, TableSql.Count(table, request, viewer));
        return (await read.Reader.TakeAsync(row => row.GetInt64(0), ct))[0];
    }

    private async Task<Dictionary<string, long>> CountEachAsync(Table table, TableRequest request, TableViewer viewer, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(viewer, ct, TableSql.CountEach(table, request, viewer));
        var counted = await read.Reader.TakeAsync(row => (Value: row.IsDBNull(0) ? null : row.GetString(0), Rows: row.GetInt64(1)), ct);
        return counted.Where(c => c.Value is not null).ToDictionary(c => c.Value!, c => c.Rows, StringComparer.Ordinal);
    }

    private static object? Value(NpgsqlDataReader reader, int ordinal, ColumnType type) => reader.IsDBNull(ordinal) ? null : type switch
    {
        ColumnType.Text or ColumnType.Json => reader.GetString(ordinal),
        ColumnType.Integer or ColumnType.Money => Convert.ToInt64(reader.GetValue(ordinal), System.Globalization.CultureInfo.InvariantCulture),
        ColumnType.Decimal => reader.GetDecimal(ordinal),
        ColumnType.Boolean => reader.GetBoolean(ordinal),
        ColumnType.Date => reader.GetFieldValue<DateOnly>(ordinal),
        ColumnType.Instant => reader.GetFieldValue<DateTime>(ordinal),
        ColumnType.TextList => reader.GetFieldValue<string[]>(ordinal),
        _ => throw new NotSupportedException($"Column type {type}."),
    };
}

/// <summary>A page of a list.</summary>
/// <param name="Rows">Values in the order of the columns: text, long, decimal, bool, DateOnly, DateTime (UTC), string[]; null for none.</param>
/// <param name="Cursors">The place of every row.</param>
/// <param name="More">Whether rows follow; for a page read backwards, whether rows precede.</param>
/// <param name="Total">All matching rows; null when not asked for.</param>
public sealed record TablePage(IReadOnlyList<object?[]> Rows, IReadOnlyList<TableCursor> Cursors, bool More, long? Total);
