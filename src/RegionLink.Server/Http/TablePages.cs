using System.Text.Json;
using RegionLink.Runtime.Queries;

namespace RegionLink.Server.Http;

/// <summary>A page of a list as JSON: its rows, where the next page starts (read backwards: where the one before ends), the total when asked for.</summary>
/// <param name="Places">Whether the cursor of every row goes along, in the order of the rows.</param>
internal sealed record TablePageResult(Table Table, TableRequest Request, bool Places, TablePage Page) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, TableJson.Options);
        json.WriteStartObject();
        Write(json, Table, Request, Places, Page);
        json.WriteEndObject();
        await json.FlushAsync(httpContext.RequestAborted);
    }

    internal static void Write(Utf8JsonWriter json, Table table, TableRequest request, bool places, TablePage page)
    {
        json.WriteStartArray("items");
        foreach (var row in page.Rows)
        {
            TableJson.WriteRow(json, table, row);
        }

        json.WriteEndArray();
        var more = page.More && page.Cursors.Count > 0;
        if (request.Backwards)
        {
            json.WriteString("previous", more ? TableRequestParser.Cursor(request, page.Cursors[0]) : null);
        }
        else
        {
            json.WriteString("next", more ? TableRequestParser.Cursor(request, page.Cursors[^1]) : null);
        }

        if (places)
        {
            json.WriteStartArray("cursors");
            foreach (var cursor in page.Cursors)
            {
                json.WriteStringValue(TableRequestParser.Cursor(request, cursor));
            }

            json.WriteEndArray();
        }

        if (page.Total is { } total)
        {
            json.WriteNumber("total", total);
        }
    }
}

/// <summary>First pages of many lists as JSON: <c>{ "each": { value: page } }</c>; a value without rows is left out.</summary>
internal sealed record TablePagesResult(Table Table, TableRequest Request, bool Places, IReadOnlyDictionary<string, TablePage> Pages) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, TableJson.Options);
        json.WriteStartObject();
        json.WriteStartObject("each");
        foreach (var (value, page) in Pages)
        {
            json.WriteStartObject(value);
            TablePageResult.Write(json, Table, Request, Places, page);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(httpContext.RequestAborted);
    }
}
