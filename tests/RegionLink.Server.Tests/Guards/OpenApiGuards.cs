using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Server.OpenApi;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Guards;

/// <summary>
/// The API as published in <c>docs/openapi.json</c>. A change of the API shows here and in the review.
/// </summary>
public sealed class OpenApiGuards(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_published_description_is_what_the_server_serves()
    {
        using var client = server.Anonymous();
        using var served = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var text = JsonSerializer.Serialize(served.RootElement, Indented) + "\n";
        await ReviewedFile.MatchesAsync("docs/openapi.json", text);
    }

    [Fact]
    public void Every_refusal_code_is_declared_once_in_the_whole_product()
    {
        string[] codes = [.. RefusalCatalogue.All.Select(c => c.Code), .. RefusalCatalogue.Faults.Select(c => c.Code)];
        Assert.NotEmpty(RefusalCatalogue.All);
        Assert.NotEmpty(RefusalCatalogue.Faults);
        Assert.Equal(codes.Distinct(), codes);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_no_address_ends_in_a_slash()
    {
        using var client = server.Anonymous();
        using var served = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var operations = served.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(o => (Address: $"{o.Name} {path.Name}", Operation: o.Value))).ToList();

        Assert.True(operations.Count > 100, $"{operations.Count} operations");
        string[] silent =
        [
            .. from o in operations
               where !o.Operation.TryGetProperty("summary", out var summary) || summary.GetString() is not { Length: > 10 }
               select o.Address,
        ];
        Assert.Empty(silent);
        string[] routes = [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!)];
        Assert.DoesNotContain(routes, route => route.Length > 1 && route.EndsWith('/'));
    }

    [Fact]
    public async Task A_body_that_is_sent_is_described()
    {
        using var client = server.Anonymous();
        using var served = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var import = served.RootElement.GetProperty("paths").GetProperty("/api/v1/imports").GetProperty("post");

        Assert.Equal(
            ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv", "application/octet-stream", "multipart/form-data"],
            import.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(c => c.Name));
        Assert.True(import.GetProperty("responses").GetProperty("200").TryGetProperty("content", out _));
    }

    [Theory]
    [InlineData("/api/v1/metrics/{id}/aggregate", "id period")]
    [InlineData("/api/v1/aggregates", "metrics period")]
    [InlineData("/api/v1/provinces/{unit}/budget-share", "unit year stage")]
    [InlineData("/api/v1/provinces/{unit}/three-percent-floor", "unit year stage")]
    public async Task What_a_question_cannot_do_without_is_marked(string path, string required)
    {
        using var client = server.Anonymous();
        using var served = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var parameters = served.RootElement.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters").EnumerateArray();

        Assert.Equal(required.Split(' '), parameters.Where(p => p.TryGetProperty("required", out var needed) && needed.GetBoolean()).Select(p => p.GetProperty("name").GetString()));
    }
}
