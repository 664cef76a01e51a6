using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;

namespace RegionLink.Server.Http;

/// <summary>
/// Reads the query string of a list: <c>column=value</c> (comma: any of), <c>column.ne|gte|lte|gt|lt|contains|missing=value</c>,
/// <c>sort=column</c> or <c>-column</c>, <c>limit</c>, <c>cursor</c> or <c>before</c>, <c>each</c>, <c>ids</c>, <c>total=true</c>,
/// <c>cursors=true</c>. Lists every fault.
/// </summary>
public static class TableRequestParser
{
    private static readonly Dictionary<string, FilterKind> Kinds = new(StringComparer.Ordinal)
    {
        ["ne"] = FilterKind.Not,
        ["gte"] = FilterKind.AtLeast,
        ["lte"] = FilterKind.AtMost,
        ["gt"] = FilterKind.Above,
        ["lt"] = FilterKind.Below,
        ["contains"] = FilterKind.Contains,
        ["missing"] = FilterKind.Missing,
    };

    /// <param name="own">Names of parameters the endpoint reads itself.</param>
    public static (TableRequest Request, IReadOnlyList<Refusal> Faults) Parse(Table table, IQueryCollection query, params IReadOnlyList<string> own)
    {
        var faults = new List<Refusal>();
        var filters = new List<Filter>();
        var request = new TableRequest();
        foreach (var (name, values) in query.Where(q => !own.Contains(q.Key)))
        {
            var text = values.ToString();
            switch (name)
            {
                case var _ when text.Contains('\0', StringComparison.Ordinal):
                    faults.Add(Unusable(name, text.Replace('\0', '\uFFFD'), "text"));   // PostgreSQL has no such text
                    break;
                case "sort" or "cursor" or "before":
                    break;
                case "cursors" when bool.TryParse(text, out _):
                    break;
                case "cursors":
                    faults.Add(Unusable(name, text, "true | false"));
                    break;
                case "each" when table.Find(text) is { Type: ColumnType.Text } column:
                    request = request with { Each = column };
                    break;
                case "each":
                    faults.Add(Unusable(name, text, string.Join(" | ", table.Columns.Where(c => c.Type == ColumnType.Text).Select(c => c.Name))));
                    break;
                case "limit" when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= TableRequest.MostRowsPerPage:
                    request = request with { Limit = limit };
                    break;
                case "limit":
                    faults.Add(Unusable(name, text, $"1-{TableRequest.MostRowsPerPage}"));
                    break;
                case "total" when bool.TryParse(text, out var total):
                    request = request with { WithTotal = total };
                    break;
                case "total":
                    faults.Add(Unusable(name, text, "true | false"));
                    break;
                case "ids" when text.Split(',', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 1 and <= TableRequest.MostIds } ids:
                    request = request with { Ids = ids, Limit = TableRequest.MostIds };
                    break;
                case "ids":
                    faults.Add(Unusable(name, text, $"1-{TableRequest.MostIds} keys"));
                    break;
                default:
                    AddFilter(table, name, values, filters, faults);
                    break;
            }
        }

        request = ReadSort(table, query["sort"], request with { Filters = filters }, faults);
        request = query.ContainsKey("before")
            ? ReadCursor("before", query["before"], request, faults) with { Backwards = true }
            : ReadCursor("cursor", query["cursor"], request, faults);
        if ((request.Each is not null ? 1 : 0) + (query.ContainsKey("before") ? 1 : 0) + (query.ContainsKey("cursor") ? 1 : 0) > 1)
        {
            faults.Add(RequestRefusals.ParameterUnreadable.About("each", "each, before, cursor", query["each"].ToString(), "each | before | cursor"));
        }

        var named = filters.Where(f => f.Column == request.Each && f.Kind == FilterKind.Is).Sum(f => f.Values.Count);
        if (request.Each is { } each && named * request.Limit is not (> 0 and <= TableRequest.MostRowsOfEach))
        {
            faults.Add(Unusable("each", each.Name, $"{each.Name}=a,b,…, values × limit ≤ {TableRequest.MostRowsOfEach}"));
        }

        return (request, faults);
    }

    /// <summary>Whether the place of every row is asked for.</summary>
    public static bool WantsCursors(IQueryCollection query) => bool.TryParse(query["cursors"], out var wanted) && wanted;

    /// <summary>The opaque text of a place between pages; bound to the sort it was made for.</summary>
    public static string Cursor(TableRequest request, TableCursor place) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(new[]
    {
        SortName(request),
        place.Value is null ? null : Text(place.Value),
        place.Key,
    }));

    private static void AddFilter(Table table, string name, StringValues values, List<Filter> filters, List<Refusal> faults)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var column = table.Find(dot < 0 ? name : name[..dot]);
        var kind = FilterKind.Is;
        if (column is null or { Type: ColumnType.Json } || (dot >= 0 && !Kinds.TryGetValue(name[(dot + 1)..], out kind)))
        {
            faults.Add(RequestRefusals.ParameterUnknown.About(name, name));
            return;
        }

        var wholeText = kind == FilterKind.Contains ? ColumnType.Text : kind == FilterKind.Missing ? ColumnType.Boolean : column.Type;
        var parts = kind == FilterKind.Is ? values.ToString().Split(',') : [values.ToString()];
        var typed = new List<object>();
        foreach (var part in parts)
        {
            if (Value(wholeText, part) is { } value)
            {
                typed.Add(value);
            }
            else
            {
                faults.Add(Unusable(name, part, Expected(wholeText)));
            }
        }

        if (typed.Count > 0)
        {
            filters.Add(new(column, kind, typed));
        }
    }

    private static TableRequest ReadSort(Table table, StringValues value, TableRequest request, List<Refusal> faults)
    {
        var text = value.Count == 0 ? table.DefaultSort : value.ToString();
        if (text.Length == 0)
        {
            return request;
        }

        var column = table.Find(text.TrimStart('-'));
        if (column is { Sortable: true, Type: not (ColumnType.Json or ColumnType.TextList) })
        {
            return request with { Sort = column, Descending = text[0] == '-' };
        }

        faults.Add(Unusable("sort", text, string.Join(" | ", table.Columns.Where(c => c.Sortable).Select(c => c.Name))));
        return request;
    }

    private static TableRequest ReadCursor(string name, StringValues value, TableRequest request, List<Refusal> faults)
    {
        // An empty "before" is the end of the list: the last page.
        if (value.Count == 0 || (name == "before" && value.ToString().Length == 0))
        {
            return request;
        }

        try
        {
            var parts = JsonSerializer.Deserialize<string?[]>(WebEncoders.Base64UrlDecode(value.ToString()));
            if (parts is [var sort, var last, { } key] && sort == SortName(request))
            {
                return request with { After = new(last is null ? null : Value(request.Sort!.Type, last), key) };
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // falls through to the fault below: whatever is wrong with it, it is not a cursor of this list
        }

        faults.Add(Unusable(name, value.ToString(), "next | previous | cursors"));
        return request;
    }

    private static string SortName(TableRequest request) => request.Sort is null ? "" : (request.Descending ? "-" : "") + request.Sort.Name;

    private static Refusal Unusable(string name, string text, string expected) =>
        RequestRefusals.ParameterUnreadable.About(name, name, text.Length <= 80 ? text : text[..80] + "…", expected);

    private static object? Value(ColumnType type, string text) => type switch
    {
        ColumnType.Text or ColumnType.TextList => text,
        ColumnType.Integer or ColumnType.Money =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        ColumnType.Decimal =>
            decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
        ColumnType.Boolean => bool.TryParse(text, out var flag) ? flag : null,
        ColumnType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        ColumnType.Instant => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null,
        _ => null,
    };

    private static string Text(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Expected(ColumnType type) => type switch
    {
        ColumnType.Integer => "12",
        ColumnType.Money => "VND, 1500000000",
        ColumnType.Decimal => "0.97",
        ColumnType.Boolean => "true | false",
        ColumnType.Date => "yyyy-MM-dd",
        ColumnType.Instant => "yyyy-MM-ddTHH:mm:ssZ",
        _ => "text",
    };
}
