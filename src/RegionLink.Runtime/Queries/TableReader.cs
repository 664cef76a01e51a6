using System.Runtime.CompilerServices;
using Npgsql;

namespace RegionLink.Runtime.Queries;

/// <summary>Answers what is asked of a list.</summary>
public sealed class TableReader(ViewerDatabase database)
{
    private static readonly NpgsqlBatchCommand[] NoStatements = [];

    /// <summary>One page, with its total in the same round trip when asked for.</summary>
    public async Task<TablePage> PageAsync(Table table, TableRequest request, TableViewer viewer, CancellationToken ct)
    {
        var limit = request.Limit ?? throw new ArgumentException("A page has a limit.", nameof(request));
        NpgsqlBatchCommand[] statements = [TableSql.Rows(table, request, viewer), .. request.WithTotal ? [TableSql.Count(table, request, viewer)] : NoStatements];
        await using var read = await database.ReadAsync(viewer, ct, statements);
        var rows = await read.Reader.TakeAsync(row => Row(row, table, request), ct);
        var total = request.WithTotal ? (await read.Reader.TakeAsync(row => row.GetInt64(0), ct))[0] : (long?)null;
        var more = rows.Count > limit;
        if (more)
        {
            rows.RemoveAt(limit);
        }

        if (request.Backwards)
        {
            rows.Reverse();
        }

        return new([.. rows.Select(r => r.Values)], [.. rows.Select(r => r.Cursor)], more, total);
    }

    /// <summary>A first page for every value of <see cref="TableRequest.Each"/> that has rows, in one reading.</summary>
    public async Task<IReadOnlyDictionary<string, TablePage>> PageOfEachAsync(Table table, TableRequest request, TableViewer viewer, CancellationToken ct)
    {
        var (limit, parent) = (request.Limit!.Value, table.Columns.Index().First(c => c.Item == request.Each).Index);
        NpgsqlBatchCommand[] statements = [TableSql.RowsOfEach(table, request, viewer), .. request.WithTotal ? [TableSql.CountEach(table, request, viewer)] : NoStatements];
        await using var read = await database.ReadAsync(viewer, ct, statements);
        var rows = await read.Reader.TakeAsync(row => Row(row, table, request), ct);
        var totals = request.WithTotal
            ? (await read.Reader.TakeAsync(row => (Parent: row.IsDBNull(0) ? null : row.GetString(0), Rows: row.GetInt64(1)), ct))
                .Where(c => c.Parent is not null).ToDictionary(c => c.Parent!, c => (long?)c.Rows, StringComparer.Ordinal)
            : [];
        return rows.Where(r => r.Values[parent] is string)   // null belongs to nobody
            .GroupBy(r => (string)r.Values[parent]!, StringComparer.Ordinal)
            .ToDictionary(
                of => of.Key,
                of => new TablePage([.. of.Take(limit).Select(r => r.Values)], [.. of.Take(limit).Select(r => r.Cursor)], of.Count() > limit, totals.GetValueOrDefault(of.Key)),
                StringComparer.Ordinal);
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
        await using var read = await database.ReadAsync(viewer, ct, TableSql.Rows(table, request, viewer));
        while (await read.Reader.ReadAsync(ct))
        {
            yield return Row(read.Reader, table, request).Values;
        }
    }

    private static (object?[] Values, TableCursor Cursor) Row(NpgsqlDataReader reader, Table table, TableRequest request)
    {
        var columns = table.Columns;
        var values = new object?[columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(reader, i, columns[i].Type);
        }

        var sortValue = request.Sort is { } sort ? Value(reader, columns.Count + 1, sort.Type) : null;
        return (values, new(sortValue, reader.GetString(columns.Count)));
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
