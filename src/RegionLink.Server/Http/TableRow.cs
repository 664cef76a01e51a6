using System.Text.Json;
using RegionLink.Runtime.Queries;

namespace RegionLink.Server.Http;

/// <summary>One row of a list as a JSON object: the same shape as in the list.</summary>
public sealed record TableRow(Table Table, object?[] Row) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, TableJson.Options);
        TableJson.WriteRow(json, Table, Row);
        await json.FlushAsync(httpContext.RequestAborted);
    }
}
