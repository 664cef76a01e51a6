using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;

namespace RegionLink.Server.Web.Lists;

/// <summary>A row of a list, by the names of its columns.</summary>
/// <param name="Values">In the order of the columns.</param>
public sealed record ListRow(Table Table, object?[] Values)
{
    public object? this[string column] => Values[Place(column)];

    public string Text(string column) => (string)this[column]!;

    public string? TextOrNull(string column) => (string?)this[column];

    public long? Number(string column) => (long?)this[column];

    public decimal? Decimal(string column) => (decimal?)this[column];

    public bool Is(string column) => this[column] is true;

    public DateOnly? Day(string column) => (DateOnly?)this[column];

    public DateTime? Moment(string column) => (DateTime?)this[column];

    public UnitKey Unit(string column = "unit") => UnitKey.Parse(Text(column));

    public IReadOnlyList<string> Texts(string column) => (string[]?)this[column] ?? [];

    private int Place(string column)
    {
        for (var i = 0; i < Table.Columns.Count; i++)
        {
            if (Table.Columns[i].Name == column)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(column), column, $"The list {Table.Name} has no such column.");
    }
}

/// <summary>A page of a list, for a page of the web.</summary>
public sealed record ListPage(IReadOnlyList<ListRow> Rows, TableCursor? Next, long? Total)
{
    public static async Task<ListPage> ReadAsync(TableReader reader, Table table, TableRequest request, TableViewer viewer, CancellationToken ct)
    {
        var page = await reader.PageAsync(table, request, viewer, ct);
        return new([.. page.Rows.Select(r => new ListRow(table, r))], page.More ? page.Cursors[^1] : null, page.Total);
    }
}
