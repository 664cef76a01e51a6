using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using RegionLink.Server.Tests.CommandLine;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Gateway.Tests;

/// <summary><c>regionlink up</c> with everything it starts, in an empty folder, from the printed addresses on.</summary>
[Collection(GatewaySuite.Name)]
public sealed partial class UpWithGatewayTests : IDisposable
{
    /// <summary>As the README shows it: one field of each protocol.</summary>
    private static readonly string AcrossFiveProtocols = Readme().Match(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "README.md"))).Groups["query"].Value;

    private static readonly string[] Systems = ["75-inspections", "79-hotline", "79-open-data", "80-documents", "80-training"];

    /// <summary>Time for what takes seconds on a machine that has nothing else to do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _data = Directory.CreateTempSubdirectory("regionlink-up-").FullName;

    [Fact]
    public async Task One_query_crosses_five_protocols_survives_a_dead_system_and_nothing_is_left_running()
    {
        await using var up = RegionLinkProcess.Start("up", "--port", "0", "--gateway-port", "0", "--data", _data);
        var graph = await up.GraphQLAsync();
        using var reporter = await SignedInAsync(await up.AddressAsync(), up.Output);

        // A system may take longer than its time limit while the machine is still busy starting all this.
        var whole = await UntilAsync(() => AskAsync(reporter, graph, AcrossFiveProtocols), answer => !answer.TryGetProperty("errors", out _));
        var data = whole.GetProperty("data");
        Assert.InRange(data.GetProperty("city").GetProperty("hotlineReports").GetInt32(), 180 * 31, 240 * 31);
        Assert.True(data.GetProperty("city").GetProperty("openDatasetCount").GetInt32() > 0);
        Assert.True(data.GetProperty("tayNinh").GetProperty("documentsReceived").GetInt32() > 0);
        Assert.NotEmpty(data.GetProperty("tayNinh").GetProperty("trainingCourses").EnumerateArray());
        Assert.NotEmpty(data.GetProperty("project").GetProperty("inspections").EnumerateArray());
        Assert.Equal(Systems, States(whole).Keys.Order(StringComparer.Ordinal));

        RunningProcess.Below(up.Id).Single(p => p.Command.Contains("open-data.mjs", StringComparison.Ordinal)).Kill();
        var degraded = await UntilAsync(() => AskAsync(reporter, graph, AcrossFiveProtocols), answer => States(answer)["79-open-data"] == "last-good");
        Assert.False(degraded.TryGetProperty("errors", out var unexpected), unexpected.ToString());
        Assert.Equal(data.GetRawText(), degraded.GetProperty("data").GetRawText());

        // What was never asked before cannot be remembered: null with its status, and the rest is whole.
        var unknown = await AskAsync(reporter, graph, """{ city: unit(id: "79@2025-07-01") { name openDatasets(first: 2) { title } } }""");
        Assert.Equal("""{"name":"Hồ Chí Minh","openDatasets":null}""", unknown.GetProperty("data").GetProperty("city").GetRawText());
        Assert.Equal("system.unavailable", Assert.Single(unknown.GetProperty("errors").EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString());

        var started = RunningProcess.Below(up.Id);
        Assert.All(["main.js", "run.mjs", "hotline.mjs", "documents.mjs", "training.mjs", "postgres"], what =>
            Assert.Contains(started, p => p.Command.Contains(what, StringComparison.Ordinal)));
        await up.SignalAsync("TERM");
        Assert.Equal(0, await up.EndAsync());
        Assert.Empty(await UntilAsync(() => Task.FromResult(started.Where(p => p.IsRunning).ToList()), running => running.Count == 0));
        Assert.Empty(up.Errors.Trim());
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task<HttpClient> SignedInAsync(Uri api, string output)
    {
        const string login = "75-reporter";
        var password = Passwords().Matches(output).Single(m => m.Groups["login"].Value == login).Groups["password"].Value;
        var client = new HttpClient { Timeout = Patience };
        using var answer = await client.PostAsJsonAsync(new Uri(api, "/api/v1/session"), new { login, password });
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        return client;
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, Uri graph, string query)
    {
        using var answer = await client.PostAsJsonAsync(graph, new { query });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Dictionary<string, string> States(JsonElement answer) =>
        answer.GetProperty("extensions").GetProperty("sources").EnumerateArray()
            .ToDictionary(s => s.GetProperty("system").GetString()!, s => s.GetProperty("state").GetString()!, StringComparer.Ordinal);

    /// <summary>Asks again until the answer is as wanted; the last answer, when it never is.</summary>
    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> wanted)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            var answer = await ask();
            if (wanted(answer) || DateTime.UtcNow > until)
            {
                return answer;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex(@"^ask '(?<query>\{.+?^\})'$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Readme();

    [GeneratedRegex(@"│ (?<login>[a-z0-9-]+) +│ (?<password>[a-z0-9]+(-[a-z0-9]+){3}) │", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passwords();
}
