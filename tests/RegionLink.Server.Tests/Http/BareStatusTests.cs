using System.Net.Http.Json;
using System.Text.Json;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Http;

/// <summary>What routing turns away tells why, like every other refusal.</summary>
public sealed class BareStatusTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("GET", "/api/v1/nothing-here", 404, "request.address-unknown", "/api/v1/nothing-here")]
    [InlineData("DELETE", "/api/v1/projects", 405, "request.method-unknown", "POST")]
    [InlineData("POST", "/api/v1/projects", 415, "request.content-type-unknown", "text/plain")]
    public async Task A_request_that_fits_no_address_is_told_why_in_both_languages(string method, string path, int status, string code, string told)
    {
        using var client = server.ClientAs("79@origin", Role.Reporter);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("x") };

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        var reason = Assert.Single(problem.GetProperty("refusals").EnumerateArray());
        Assert.Contains(told, reason.GetProperty("vi").GetString(), StringComparison.Ordinal);
        Assert.Contains(told, reason.GetProperty("en").GetString(), StringComparison.Ordinal);
    }
}
