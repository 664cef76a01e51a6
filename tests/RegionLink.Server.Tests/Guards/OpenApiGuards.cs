using System.Text.Encodings.Web;
using System.Text.Json;
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
        Assert.NotEmpty(RefusalCatalogue.All);
        Assert.Equal(RefusalCatalogue.All.Select(c => c.Code).Distinct(), RefusalCatalogue.All.Select(c => c.Code));
    }
}
