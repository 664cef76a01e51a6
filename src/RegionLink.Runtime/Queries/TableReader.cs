using System.Runtime.CompilerServices;
using Npgsql;

namespace RegionLink.Runtime.Queries;

/// <summary>Answers what is asked of a list.</summary>
public sealed class TableReader(NpgsqlDataSource dataSource)
{
    /// <summary>One page.</summary>
    public async Task<TablePage> PageAsync(Table table, TableRequest request, TableViewer viewer, CancellationToken ct)
    {
        var limit = request.Limit ?? throw new ArgumentException("A page has a limit.", nameof(request));
        var rows = new List<object?[]>();
        TableCursor? last = null;
        var more = false;
        await foreach (var (row, cursor) in ReadAsync(table, request, viewer, ct))
        {
            if (rows.Count == limit)
            {
                more = true;
                break;
            }

            rows.Add(row);
            last = cursor;
        }

        return new(rows, more ? last : null, request.WithTotal ? await CountAsync(table, request, viewer, ct) : null);
    }

    /// <summary>The row of a public list with this key; null when there is none.</summary>
    public async Task<object?[]?> FindAsync(Table table, string key, CancellationToken ct)
    {
        var page = await PageAsync(table, new() { Ids = [key], Limit = 1 }, new(Everything: false, [], SignedIn: false), ct);
        return page.Rows is [var row] ? row : null;
    }

    /// <summary>All rows the request matches, as they come; for files.</summary>
    public async IAsyncEnumerable<object?[]> RowsAsync(
        Table table, TableRequest request, TableViewer viewer, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (row, _) in ReadAsync(table, request, viewer, ct))
        {
            yield return row;
        }
    }

    private async IAsyncEnumerable<(object?[] Row, TableCursor Cursor)> ReadAsync(
        Table table, TableRequest request, TableViewer viewer, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var command = TableSql.Rows(table, request, viewer);
        command.Connection = connection;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = table.Columns;
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
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var command = TableSql.Count(table, request, viewer);
        command.Connection = connection;
        return (long)(await command.ExecuteScalarAsync(ct))!;
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
/// <param name="Next">Where the next page starts; null on the last one.</param>
/// <param name="Total">All matching rows; null when not asked for.</param>
public sealed record TablePage(IReadOnlyList<object?[]> Rows, TableCursor? Next, long? Total);
