using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Projects;

/// <summary>A province's people at the API of projects. All days are in the second half of 2025, under decree 73/2019.</summary>
internal sealed class ProjectClient(ServerFixture server, string unit) : IDisposable
{
    public const string Hcmc = "79@2025-07-01";
    public const string DongNai = "75@2025-07-01";

    private readonly HttpClient _http = server.ClientAs(unit, Role.Reporter, Role.Approver);

    public static JsonObject Proposal(string unit, string number, string name = "Kho dữ liệu dùng chung") => new()
    {
        ["unit"] = unit,
        ["number"] = number,
        ["name"] = name,
        ["ownerAgency"] = "Sở Khoa học và Công nghệ",
        ["pillar"] = "government",
        ["category"] = "A03",
        ["form"] = "investmentProject",
        ["regime"] = "73/2019",
        ["funding"] = new JsonArray(
            new JsonObject { ["kind"] = "state", ["name"] = "Vốn đầu tư công", ["amount"] = 8_000_000_000 },
            new JsonObject { ["kind"] = "nonState", ["name"] = "Doanh nghiệp", ["amount"] = 2_000_000_000 }),
        ["systems"] = new JsonArray("LGSP"),
        ["proposedOn"] = "2025-07-01",
    };

    /// <summary>Proposed 07-01, plan B1 due 09-30, B2 (not required) due 10-31, B3 due 12-31; approved 07-10 with 10 billion; running since 07-20.</summary>
    public async Task<JsonNode> RunningAsync(string number, string name = "Kho dữ liệu dùng chung")
    {
        await DoneAsync(await SendAsync(HttpMethod.Post, "", Proposal(unit, number, name).ToJsonString()));
        await DoAsync(number, "steps", """
            { "steps": [
                { "code": "B1", "name": "Lập dự án", "phase": "preparation", "required": true, "due": "2025-09-30" },
                { "code": "B2", "name": "Khảo sát", "phase": "preparation", "required": false, "due": "2025-10-31" },
                { "code": "B3", "name": "Triển khai", "phase": "implementation", "required": true, "due": "2025-12-31" } ] }
            """, HttpMethod.Put);
        await DoAsync(number, "approval", """{ "ceiling": 10000000000, "decision": { "number": "12/QĐ-UBND", "date": "2025-07-10" } }""");
        return await DoAsync(number, "start", """{ "on": "2025-07-20" }""");
    }

    /// <summary>Carries an order out and answers the project; fails with the problem when it is refused.</summary>
    public async Task<JsonNode> DoAsync(string number, string what, string body, HttpMethod? method = null) =>
        await DoneAsync(await SendAsync(method ?? HttpMethod.Post, $"{unit}/{number}/{what}", body));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, Address(path));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _http.SendAsync(request);
    }

    public async Task<JsonNode> GetAsync(string path) => await DoneAsync(await _http.GetAsync(Address(path)));

    public static async Task<JsonNode> DoneAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Codes of a problem's refusals, without their prefix; fails when the status is another.</summary>
    public static async Task<string[]> RefusedAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return [.. JsonNode.Parse(text)!["refusals"]!.AsArray().Select(r => ((string)r!["code"]!).Split('.')[1])];
    }

    public void Dispose() => _http.Dispose();

    private static Uri Address(string path) =>
        new(path.Length == 0 || path[0] == '?' ? $"/api/v1/projects{path}" : $"/api/v1/projects/{path}", UriKind.Relative);
}
