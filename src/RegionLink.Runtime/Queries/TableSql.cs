using System.Globalization;
using System.Text;
using Npgsql;
using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Queries;

/// <summary>Builds the statement for a list from constants of its description; everything a caller sent becomes a parameter.</summary>
internal sealed class TableSql
{
    private readonly StringBuilder _where = new();
    private readonly List<object> _parameters;

    public static NpgsqlBatchCommand Rows(Table table, TableRequest request, TableViewer viewer)
    {
        var sql = new TableSql(table, request, viewer);
        sql.AddPageStart(table, request);
        var limit = request.Limit is { } most ? $" limit {sql.Parameter(most + 1)}" : "";
        return sql.Command($"select {Columns(table, request)} from {table.From}{sql._where} order by {Order(table, request)}{limit}");
    }

    /// <summary>The first rows for every value of <see cref="TableRequest.Each"/>, those of one value together; one more than the limit where there are more.</summary>
    public static NpgsqlBatchCommand RowsOfEach(Table table, TableRequest request, TableViewer viewer)
    {
        var sql = new TableSql(table, request, viewer);
        var each = request.Each!.Sql;
        var places = $"row_number() over (partition by {each} order by {Order(table, request)}) as place";
        var names = string.Join(", ", Enumerable.Range(0, table.Columns.Count + 2).Select(i => $"c{i}"));
        return sql.Command(
            $"select {names} from (select {Columns(table, request, named: true)}, {each} as parent, {places} from {table.From}{sql._where}) listed"
            + $" where place <= {sql.Parameter((long)request.Limit!.Value + 1)} order by parent, place");
    }

    /// <summary>How many rows each value of <see cref="TableRequest.Each"/> has.</summary>
    public static NpgsqlBatchCommand CountEach(Table table, TableRequest request, TableViewer viewer)
    {
        var sql = new TableSql(table, request, viewer);
        var each = request.Each!.Sql;
        return sql.Command($"select {each}, count(*) from {table.From}{sql._where} group by {each}");
    }

    public static NpgsqlBatchCommand Count(Table table, TableRequest request, TableViewer viewer)
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
            And(SharingRule.For(sharing, viewer, Parameter));
        }

        if (request.Ids is { } ids)
        {
            And($"{table.Key} = any({Parameter(table.NumericKey ? Numbers(ids) : ids.ToArray())})");
        }

        foreach (var filter in request.Filters)
        {
            And(Condition(filter, table.Key));
        }
    }

    private string Condition(Filter filter, string key)
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
                $"{Held(column, key, (string)filter.Values[0])}strpos({column.SearchSql ?? column.Sql}, {Parameter(normalise((string)filter.Values[0]))}) > 0",
            FilterKind.Contains => $"strpos(lower({column.Sql}), lower({Parameter(filter.Values[0])})) > 0",
            FilterKind.Missing => (bool)filter.Values[0] ? $"{column.Sql} is null" : $"{column.Sql} is not null",
            _ => throw new NotSupportedException($"Filter {filter.Kind}."),
        };
    }

    // Lets through every row that is meant and some others, and by an index.
    private string Held(Column column, string key, string wanted) =>
        column.KeysHolding is { } keys ? $"{key} = any(array(select {keys}({Parameter(VietnameseSearch.Bare(wanted))}))) and " : "";

    private void AddPageStart(Table table, TableRequest request)
    {
        if (request.After is not { } after)
        {
            return;
        }

        // What has no value comes last: all of it lies behind a row that has one, and before it lies everything that has one.
        var beyond = request.Backwards ? '<' : '>';
        var key = $"{Ordered(table)} {beyond} {Parameter(table.NumericKey ? Number(after.Key) : after.Key)}";
        if (request.Sort is not { } sort)
        {
            And(key);
        }
        else if (after.Value is null)
        {
            And(request.Backwards ? $"({sort.SortSql} is not null or {key})" : $"({sort.SortSql} is null and {key})");
        }
        else
        {
            var value = Parameter(after.Value);
            var further = request.Descending == request.Backwards ? '>' : '<';
            var without = request.Backwards ? "" : $" or {sort.SortSql} is null";
            And($"({sort.SortSql} {further} {value} or ({sort.SortSql} = {value} and {key}){without})");
        }
    }

    private static string Columns(Table table, TableRequest request, bool named = false)
    {
        var columns = table.Columns.Select(c => c.Sql).Append($"({table.Key})::text").Append(request.Sort?.SortSql ?? "null");
        return string.Join(", ", named ? columns.Select((c, i) => $"{c} as c{i}") : columns);
    }

    private static string Order(Table table, TableRequest request)
    {
        var key = request.Backwards ? $"{Ordered(table)} desc" : Ordered(table);
        var direction = request.Descending == request.Backwards ? "asc" : "desc";
        return request.Sort is null ? key : $"{request.Sort.SortSql} {direction} nulls {(request.Backwards ? "first" : "last")}, {key}";
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

    private NpgsqlBatchCommand Command(string text)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in _parameters)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
