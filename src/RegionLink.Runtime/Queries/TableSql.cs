using System.Globalization;
using System.Text;
using Npgsql;

namespace RegionLink.Runtime.Queries;

/// <summary>Builds the statement for a list from constants of its description; everything a caller sent becomes a parameter.</summary>
internal sealed class TableSql
{
    private readonly StringBuilder _where = new();
    private readonly List<object> _parameters;

    public static NpgsqlCommand Rows(Table table, TableRequest request, TableViewer viewer)
    {
        var sql = new TableSql(table, request, viewer);
        sql.AddPageStart(table, request);
        var columns = string.Join(", ", table.Columns.Select(c => c.Sql).Append($"({table.Key})::text").Append(request.Sort?.Sql ?? "null"));
        var direction = request.Descending ? "desc" : "asc";
        var order = request.Sort is null ? Ordered(table) : $"{request.Sort.Sql} {direction} nulls last, {Ordered(table)}";
        var limit = request.Limit is { } most ? $" limit {sql.Parameter(most + 1)}" : "";
        return sql.Command($"select {columns} from {table.From}{sql._where} order by {order}{limit}");
    }

    public static NpgsqlCommand Count(Table table, TableRequest request, TableViewer viewer)
    {
        var sql = new TableSql(table, request, viewer);
        return sql.Command($"select count(*) from {table.From}{sql._where}");
    }

    private TableSql(Table table, TableRequest request, TableViewer viewer)
    {
        _parameters = [.. table.Parameters];
        if (table.Where is not null)
        {
            And(table.Where);
        }

        if (table.Sharing is { } sharing && !viewer.Everything)
        {
            And($"({sharing.Unit} = any({Parameter(viewer.Units.ToArray())}) or coalesce((select s.level from sharing s where s.unit = {sharing.Unit} "
                + $"and s.kind = {Parameter(sharing.Kind)}), {Parameter(sharing.Default)}) = any({Parameter(viewer.Levels)}))");
        }

        if (request.Ids is { } ids)
        {
            And($"{table.Key} = any({Parameter(table.NumericKey ? Numbers(ids) : ids.ToArray())})");
        }

        foreach (var filter in request.Filters)
        {
            And(Condition(filter));
        }
    }

    private string Condition(Filter filter)
    {
        var column = filter.Column;
        return filter.Kind switch
        {
            FilterKind.Is when column.Type == ColumnType.TextList => $"{column.Sql} && {Parameter(filter.Values.Cast<string>().ToArray())}",
            FilterKind.Is when filter.Values.Count > 1 => $"({string.Join(" or ", filter.Values.Select(v => $"{column.Sql} = {Parameter(v)}"))})",
            FilterKind.Is => $"{column.Sql} = {Parameter(filter.Values[0])}",
            FilterKind.Not => $"{column.Sql} is distinct from {Parameter(filter.Values[0])}",
            FilterKind.AtLeast => $"{column.Sql} >= {Parameter(filter.Values[0])}",
            FilterKind.AtMost => $"{column.Sql} <= {Parameter(filter.Values[0])}",
            FilterKind.Above => $"{column.Sql} > {Parameter(filter.Values[0])}",
            FilterKind.Below => $"{column.Sql} < {Parameter(filter.Values[0])}",
            FilterKind.Contains when column.Normalise is { } normalise =>
                $"strpos({column.SearchSql ?? column.Sql}, {Parameter(normalise((string)filter.Values[0]))}) > 0",
            FilterKind.Contains => $"strpos(lower({column.Sql}), lower({Parameter(filter.Values[0])})) > 0",
            FilterKind.Missing => (bool)filter.Values[0] ? $"{column.Sql} is null" : $"{column.Sql} is not null",
            _ => throw new NotSupportedException($"Filter {filter.Kind}."),
        };
    }

    private void AddPageStart(Table table, TableRequest request)
    {
        if (request.After is not { } after)
        {
            return;
        }

        var key = $"{Ordered(table)} > {Parameter(table.NumericKey ? Number(after.Key) : after.Key)}";
        if (request.Sort is not { } sort)
        {
            And(key);
        }
        else if (after.Value is null)
        {
            And($"({sort.Sql} is null and {key})");
        }
        else
        {
            var value = Parameter(after.Value);
            And($"({sort.Sql} {(request.Descending ? '<' : '>')} {value} or ({sort.Sql} = {value} and {key}) or {sort.Sql} is null)");
        }
    }

    private static string Ordered(Table table) => table.NumericKey ? table.Key : $"({table.Key}) collate \"C\"";

    // What is no number names no row.
    private static long[] Numbers(IEnumerable<string> keys) => [.. keys.Select(Number).Where(n => n >= 0)];

    private static long Number(string key) => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private void And(string condition) => _where.Append(_where.Length == 0 ? " where " : " and ").Append(condition);

    private string Parameter(object value)
    {
        _parameters.Add(value);
        return $"${_parameters.Count}";
    }

    private NpgsqlCommand Command(string text)
    {
        var command = new NpgsqlCommand(text);
        foreach (var value in _parameters)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
