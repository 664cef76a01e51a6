using System.Buffers;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Files;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Http;

/// <summary>
/// Serves a list: a page as JSON; all matching rows as CSV, Excel or newline-delimited JSON when <c>Accept</c> asks for one of them.
/// </summary>
public static class TableEndpoints
{
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Ndjson = "application/x-ndjson";

    /// <summary>GET for a list. The caller's eyes decide the rows; the endpoint still has to say which right it requires.</summary>
    public static RouteHandlerBuilder MapTable(this IEndpointRouteBuilder routes, string pattern, Table table) =>
        routes.MapGet(pattern, (HttpContext http, TableReader reader, CancellationToken ct) => AnswerAsync(http, table, reader, ct))
            .WithName($"list-{table.Name}")
            .WithMetadata(table);

    /// <summary>The same for an endpoint that adds conditions of its own to what the query string says.</summary>
    /// <param name="own">Names of the parameters the endpoint reads itself.</param>
    public static Task<IResult> AnswerAsync(
        HttpContext http, Table table, TableReader reader, CancellationToken ct, params IReadOnlyList<string> own) =>
        AnswerAsync(http, table, http.Caller().AsViewer(), reader, ct, own);

    /// <summary>The same through other eyes than the caller's sharing gives it, for lists with rules of their own.</summary>
    public static async Task<IResult> AnswerAsync(
        HttpContext http, Table table, TableViewer viewer, TableReader reader, CancellationToken ct, params IReadOnlyList<string> own)
    {
        var (request, faults) = TableRequestParser.Parse(table, http.Request.Query, own);
        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        http.Response.Headers.Vary = "Accept, Cookie, Authorization";
        if (WantedFile(http) is { } type)
        {
            if (request.Each is not null || request.Backwards)
            {
                return Problem.Of(StatusCodes.Status400BadRequest, RequestRefusals.ParameterUnreadable.About("each", "each, before", type, "application/json"));
            }

            var rows = reader.RowsAsync(table, request with { Limit = http.Request.Query.ContainsKey("limit") ? request.Limit : null }, viewer, ct);
            return new TableFile(table, type, rows, IsVietnamese(http));
        }

        var places = TableRequestParser.WantsCursors(http.Request.Query);
        return request.Each is null
            ? new TablePageResult(table, request, places, await reader.PageAsync(table, request, viewer, ct))
            : new TablePagesResult(table, request, places, await reader.PageOfEachAsync(table, request, viewer, ct));
    }

    public static TableViewer AsViewer(this Caller caller) => new(
        caller.IsRegion && caller.May(Right.ReadUnshared),
        [.. caller.Units.Select(u => u.ToString())],
        caller.May(Right.ReadShared))
    {
        Self = caller.Actor.ToString(),
    };

    /// <summary>Vietnamese unless the caller prefers English.</summary>
    public static bool IsVietnamese(HttpContext http)
    {
        var languages = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString());
        return languages.FirstOrDefault(l => l.StartsWith("vi", StringComparison.Ordinal) || l.StartsWith("en", StringComparison.Ordinal)) is not ['e', ..];
    }

    /// <summary>The media type of the file asked for; null when JSON is wanted.</summary>
    internal static string? WantedFile(HttpContext http)
    {
        var wanted = http.Request.GetTypedHeaders().Accept
            .OrderByDescending(a => a.Quality ?? 1)
            .Select(a => a.MediaType.ToString());
        var first = wanted.FirstOrDefault(t => t is Csv or Xlsx or Ndjson or "application/json" or "*/*");
        return first is Csv or Xlsx or Ndjson ? first : null;
    }
}

/// <summary>All rows of a list as a file, sent while they are read.</summary>
internal sealed record TableFile(Table Table, string Type, IAsyncEnumerable<object?[]> Rows, bool Vietnamese) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var ct = httpContext.RequestAborted;
        var response = httpContext.Response;
        response.ContentType = Type == TableEndpoints.Xlsx ? Type : $"{Type}; charset=utf-8";
        var extension = Type switch { TableEndpoints.Csv => "csv", TableEndpoints.Xlsx => "xlsx", _ => "ndjson" };
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{Table.Name}.{extension}" }.ToString();

        // The first row is awaited before anything is sent, so that a database that is away can still be answered with 503.
        await using var rows = Rows.GetAsyncEnumerator(ct);
        var any = await rows.MoveNextAsync();
        await (Type switch
        {
            TableEndpoints.Csv => WriteCsvAsync(response.Body, rows, any, ct),
            TableEndpoints.Xlsx => WriteXlsxAsync(response.Body, rows, any, ct),
            _ => WriteNdjsonAsync(response, rows, any, ct),
        });
    }

    private async Task WriteCsvAsync(Stream body, IAsyncEnumerator<object?[]> rows, bool any, CancellationToken ct)
    {
        var csv = new CsvTableWriter(body);
        await csv.WriteRowAsync([.. Table.Columns.Select(c => c.Name)], ct);
        for (; any; any = await rows.MoveNextAsync())
        {
            await csv.WriteRowAsync(Flat(rows.Current), ct);
        }

        await csv.FlushAsync(ct);
    }

    private async Task WriteXlsxAsync(Stream body, IAsyncEnumerator<object?[]> rows, bool any, CancellationToken ct)
    {
        using var book = new XlsxWriter(body);
        var columns = Table.Columns.Select(c => new SheetColumn(Vietnamese ? c.Vi : c.En, c.Type switch
        {
            ColumnType.Money or ColumnType.Integer => CellFormat.Whole,
            ColumnType.Date => CellFormat.Date,
            ColumnType.Instant => CellFormat.DateTime,
            ColumnType.Text => CellFormat.Text,
            _ => CellFormat.General,
        }));
        await book.StartSheetAsync(new(Table.Name, [.. columns]), ct);
        for (; any; any = await rows.MoveNextAsync())
        {
            await book.WriteRowAsync(Flat(rows.Current), ct);
        }

        await book.FinishAsync(ct);
    }

    private async Task WriteNdjsonAsync(HttpResponse response, IAsyncEnumerator<object?[]> rows, bool any, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(response.BodyWriter, TableJson.Options);
        for (; any; any = await rows.MoveNextAsync())
        {
            TableJson.WriteRow(json, Table, rows.Current);
            json.Flush();
            json.Reset();
            response.BodyWriter.Write("\n"u8);
            if (response.BodyWriter.UnflushedBytes > 64 * 1024)
            {
                await response.BodyWriter.FlushAsync(ct);
            }
        }

        await response.BodyWriter.FlushAsync(ct);
    }

    private static object?[] Flat(object?[] row) => Array.ConvertAll(row, v => v is string[] list ? string.Join("; ", list) : v);
}
