using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Projects;

namespace RegionLink.Server.Tests.Changes;

public sealed class ChangeTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Unit = "79@2025-07-01";

    [Fact]
    public async Task A_change_is_told_while_it_happens_and_can_be_resumed_after()
    {
        using var reporter = server.ClientAs(Unit, Role.Reporter);
        using var researcher = server.ClientAs(null, Role.Researcher);
        using var stream = await researcher.GetAsync("/api/v1/changes", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        await ProposeAsync(reporter, "SSE-1");

        var (id, data) = await NextAsync(stream, "SSE-1");
        Assert.Equal(("project", $"{Unit}/SSE-1", 1), (data.GetProperty("kind").GetString(), data.GetProperty("key").GetString(), data.GetProperty("version").GetInt32()));

        await ProposeAsync(reporter, "SSE-2");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/changes") { Headers = { { "Last-Event-ID", id } } };
        using var resumed = await researcher.SendAsync(again, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal($"{Unit}/SSE-2", (await NextAsync(resumed, "SSE-2")).Data.GetProperty("key").GetString());

        var page = await researcher.GetFromJsonAsync<JsonElement>($"/api/v1/changes/since/{id}", TestContext.Current.CancellationToken);
        Assert.Contains(page.GetProperty("items").EnumerateArray(), c => c.GetProperty("key").GetString() == $"{Unit}/SSE-2");
    }

    [Fact]
    public async Task A_stream_of_some_kinds_tells_of_no_other()
    {
        using var reporter = server.ClientAs(Unit, Role.Reporter);
        using var researcher = server.ClientAs(null, Role.Researcher);
        await ProposeAsync(reporter, "KIND-1");

        // From the beginning, so that the project is behind the first heartbeat: whatever is told before it was chosen.
        Assert.Equal("heartbeat", await FirstAsync(researcher, "budget-line"));
        Assert.NotEqual("heartbeat", await FirstAsync(researcher, "budget-line, project"));
        using var unknown = await researcher.GetAsync("/api/v1/changes?kinds=project,budget", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task A_place_that_is_none_is_refused_and_strangers_are_told_nothing()
    {
        using var researcher = server.ClientAs(null, Role.Researcher);
        using var anonymous = server.Anonymous();

        Assert.Equal(HttpStatusCode.BadRequest, (await researcher.GetAsync("/api/v1/changes/since/yesterday", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync("/api/v1/changes/since/0-0", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Measurements_count_commands_and_are_for_operators()
    {
        using var reporter = server.ClientAs(Unit, Role.Reporter);
        using var operators = server.ClientAs(null, Role.Administrator);
        await ProposeAsync(reporter, "METRIC-1");

        var text = await operators.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches("regionlink_grain_commands_total\\{grain=\"project\",answer=\"done\"\\} [1-9]", text);
        Assert.Matches("http_server_request_duration_seconds_bucket\\{.*le=\"\\+Inf\"\\} [1-9]", text);
        Assert.Equal(HttpStatusCode.Forbidden, (await reporter.GetAsync("/metrics", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<(string Id, JsonElement Data)> NextAsync(HttpResponseMessage stream, string number)
    {
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var (id, data) = ("", "");
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = line[6..];
            }
            else if (line.Length == 0 && data.Contains(number, StringComparison.Ordinal))
            {
                return (id, JsonDocument.Parse(data).RootElement);
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }

    private static async Task<string> FirstAsync(HttpClient client, string kinds)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/changes?kinds={kinds}") { Headers = { { "Last-Event-ID", "0-0" } } };
        using var stream = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
        return line!["event: ".Length..];
    }

    private static async Task ProposeAsync(HttpClient reporter, string number)
    {
        using var answer = await reporter.PostAsJsonAsync("/api/v1/projects", ProjectClient.Proposal(Unit, number));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
