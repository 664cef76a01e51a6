using System.Net;
using System.Text.Json;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Scoreboard;

/// <summary>A scoreboard as a reader of the API sees it.</summary>
internal sealed record BoardAnswer(JsonElement Json)
{
    public const string OnePercent = "dx-budget-1pct-proposal";

    public IEnumerable<string> Units => Json.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("unit").GetString()!);

    public static async Task<BoardAnswer> GetAsync(HttpClient client, string query)
    {
        using var answer = await client.GetAsync($"/api/v1/scoreboard?{query}");
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return new BoardAnswer(await answer.JsonAsync());
    }

    public JsonElement Cell(string target, string unit) => Json.GetProperty("cells").EnumerateArray()
        .Single(c => c.GetProperty("target").GetString() == target && c.GetProperty("unit").GetString() == unit);

    /// <summary>Verdict, value, gap, basis and the version that judged, in one line.</summary>
    public string Line(string target, string unit)
    {
        var cell = Cell(target, unit);
        return string.Join(' ', new[] { "verdict", "value", "gap", "basis", "targetVersion" }.Select(name => cell.GetProperty(name).ToString() is { Length: > 0 } text ? text : "-"));
    }

    public IEnumerable<string> Reasons(string target, string unit) =>
        Cell(target, unit).GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString()!);

    public string ReasonTexts(string target, string unit) =>
        string.Join(' ', Cell(target, unit).GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("en").GetString()!));
}
