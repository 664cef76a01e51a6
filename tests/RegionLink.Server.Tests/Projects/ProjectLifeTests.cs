using System.Net;
using System.Text.Json.Nodes;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Projects;

public sealed class ProjectLifeTests(ServerFixture server) : IClassFixture<ServerFixture>, IDisposable
{
    private readonly ProjectClient _city = new(server, ProjectClient.Hcmc);
    private readonly ProjectClient _neighbour = new(server, ProjectClient.DongNai);

    [Fact]
    public async Task A_project_lives_from_proposal_to_completion()
    {
        using var proposed = await _city.SendAsync(HttpMethod.Post, "", ProjectClient.Proposal(ProjectClient.Hcmc, "life-1").ToJsonString());
        Assert.Equal(HttpStatusCode.Created, proposed.StatusCode);
        Assert.Equal("/api/v1/projects/79@2025-07-01/LIFE-1", proposed.Headers.Location?.ToString());
        Assert.Equal("\"1\"", proposed.Headers.ETag?.Tag);

        await _city.DoAsync("LIFE-1", "steps", """{ "steps": [{ "code": "B1", "name": "Lập dự án", "phase": "preparation", "required": true, "due": "2025-09-30" }] }""", HttpMethod.Put);
        await _city.DoAsync("LIFE-1", "approval", """{ "ceiling": 9000000000, "decision": { "number": "12/QĐ-UBND", "date": "2025-07-10" } }""");
        await _city.DoAsync("LIFE-1", "start", """{ "on": "2025-07-20" }""");
        await _city.DoAsync("LIFE-1", "commitments", """{ "contract": "01/HĐ", "contractor": "Công ty A", "amount": 5000000000, "signedOn": "2025-07-25" }""");
        await _city.DoAsync("LIFE-1", "risks", """{ "code": "R1", "description": "Thiếu nhân lực", "likelihood": 3, "impact": 4 }""");
        await _city.DoAsync("LIFE-1", "risks/R1", """{ "likelihood": 1, "impact": 4, "status": "mitigated", "response": "Thuê chuyên gia" }""", HttpMethod.Put);
        await _city.DoAsync("LIFE-1", "pause", """{ "on": "2025-08-01", "reason": "Chờ vốn" }""");
        await _city.DoAsync("LIFE-1", "resume", """{ "on": "2025-08-10" }""");
        await _city.DoAsync("LIFE-1", "progress", """
            { "asOf": "2025-08-31", "percent": 40.5, "disbursed": 1000000000, "plannedPercent": 60, "plannedDisbursed": 1000000000, "delayReasons": ["funding", "bidding"] }
            """);
        await _city.DoAsync("LIFE-1", "baselines", """
            { "on": "2025-09-15", "reason": "Chờ vốn", "authority": "UBND Thành phố", "dues": [{ "code": "B1", "due": "2025-11-30" }] }
            """);
        await _city.DoAsync("LIFE-1", "steps/B1/completion", """{ "on": "2025-11-20", "document": "05/BB-NT" }""");
        var done = await _city.DoAsync("LIFE-1", "completion", """{ "on": "2025-11-30" }""");

        Assert.Equal("done", (string?)done["state"]);
        Assert.Equal(61, (int?)done["slipDays"]);
        Assert.Equal(["2025-09-30", "2025-11-30"], done["steps"]![0]!["dues"]!.AsArray().Select(d => (string?)d!["due"]));
        Assert.Equal(["proposed", "approved", "running", "paused", "running", "done"], done["course"]!.AsArray().Select(c => (string?)c!["state"]));

        var read = await _city.GetAsync($"{ProjectClient.Hcmc}/life-1");
        Assert.Equal(done.ToJsonString(), read["project"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_refusal_comes_at_once_in_both_languages_and_nothing_is_written()
    {
        await _city.RunningAsync("REF-1");

        using var answer = await _city.SendAsync(HttpMethod.Post, $"{ProjectClient.Hcmc}/REF-1/progress", """
            { "asOf": "2025-07-01", "percent": 101, "disbursed": 10000000001, "delayReasons": ["other"] }
            """);

        Assert.Equal(
            ["progress-before-start", "percent-out-of-range", "ceiling-exceeded", "delay-note-missing"],
            await ProjectClient.RefusedAsync(HttpStatusCode.UnprocessableEntity, answer));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("10.000.000.001 đồng vượt mức phê duyệt 10.000.000.000 đồng.", (string?)problem["refusals"]![2]!["vi"]);
        Assert.Equal("disbursed", (string?)problem["refusals"]![2]!["field"]);
        Assert.Equal(4, (long?)(await _city.GetAsync($"{ProjectClient.Hcmc}/REF-1"))["project"]!["version"]);
    }

    [Fact]
    public async Task A_body_with_faults_is_answered_with_all_of_them()
    {
        using var answer = await _city.SendAsync(HttpMethod.Put, $"{ProjectClient.Hcmc}/BODY-1/steps", """
            { "steps": [null, { "code": "B1", "name": "x", "phase": "nowhere", "required": true, "due": "31/12/2025", "colour": 1 }], "extra": 0 }
            """);
        Assert.Equal(
            ["field-missing", "field-unreadable", "field-unreadable", "field-unknown", "field-unknown"],
            await ProjectClient.RefusedAsync(HttpStatusCode.BadRequest, answer));

        foreach (var body in new[] { "null", "[]", "\"x\"", "{", "" })
        {
            using var broken = await _city.SendAsync(HttpMethod.Put, $"{ProjectClient.Hcmc}/BODY-1/steps", body);
            Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        }
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused_with_the_rest()
    {
        var proposal = ProjectClient.Proposal(ProjectClient.Hcmc, "ĐA 1/\u0000");
        proposal["name"] = " ";

        using var answer = await _city.SendAsync(HttpMethod.Post, "", proposal.ToJsonString());

        Assert.Equal(["number-invalid", "text-missing"], await ProjectClient.RefusedAsync(HttpStatusCode.UnprocessableEntity, answer));
    }

    [Fact]
    public async Task Nobody_writes_for_another_province_or_without_the_right()
    {
        await _city.RunningAsync("RIGHT-1");
        var body = """{ "reason": "Chờ vốn" }""";
        using var reporter = server.ClientAs(ProjectClient.Hcmc, Role.Reporter);
        using var nobody = server.Anonymous();

        using var foreign = await _neighbour.SendAsync(HttpMethod.Post, $"{ProjectClient.Hcmc}/RIGHT-1/pause", body);
        using var foreignProposal = await _neighbour.SendAsync(HttpMethod.Post, "", ProjectClient.Proposal(ProjectClient.Hcmc, "RIGHT-2").ToJsonString());
        using var cancelled = await reporter.PostAsync(
            new Uri($"/api/v1/projects/{ProjectClient.Hcmc}/RIGHT-1/cancellation", UriKind.Relative), new StringContent(body, null, "application/json"));
        using var anonymous = await nobody.PostAsync(
            new Uri($"/api/v1/projects/{ProjectClient.Hcmc}/RIGHT-1/pause", UriKind.Relative), new StringContent(body, null, "application/json"));

        Assert.Equal(["other-province"], await ProjectClient.RefusedAsync(HttpStatusCode.Forbidden, foreign));
        Assert.Equal(["other-province"], await ProjectClient.RefusedAsync(HttpStatusCode.Forbidden, foreignProposal));
        Assert.Equal(["right-missing"], await ProjectClient.RefusedAsync(HttpStatusCode.Forbidden, cancelled));
        Assert.Equal(["sign-in-needed"], await ProjectClient.RefusedAsync(HttpStatusCode.Unauthorized, anonymous));
    }

    [Fact]
    public async Task What_was_never_proposed_is_not_found()
    {
        using var order = await _city.SendAsync(HttpMethod.Post, $"{ProjectClient.Hcmc}/NONE-1/start", "{}");
        using var detail = await _city.SendAsync(HttpMethod.Get, $"{ProjectClient.Hcmc}/NONE-1");
        using var strange = await _city.SendAsync(HttpMethod.Get, "79/x");

        Assert.Equal(["not-found"], await ProjectClient.RefusedAsync(HttpStatusCode.NotFound, order));
        Assert.Equal(["not-found"], await ProjectClient.RefusedAsync(HttpStatusCode.NotFound, detail));
        Assert.Equal(["not-found"], await ProjectClient.RefusedAsync(HttpStatusCode.NotFound, strange));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_a_repeated_command_done_once()
    {
        await _city.RunningAsync("ONCE-1");
        var address = $"{ProjectClient.Hcmc}/ONCE-1/commitments";
        var body = """{ "contract": "01/HĐ", "contractor": "Công ty A", "amount": 1, "signedOn": "2025-08-01" }""";

        using var stale = await _city.SendAsync(HttpMethod.Post, address, body, ("If-Match", "\"3\""));
        using var first = await _city.SendAsync(HttpMethod.Post, address, body, ("If-Match", "\"4\""), ("Idempotency-Key", "once-1"));
        using var again = await _city.SendAsync(HttpMethod.Post, address, body, ("If-Match", "\"4\""), ("Idempotency-Key", "once-1"));
        using var other = await _city.SendAsync(HttpMethod.Post, address, body.Replace("01/", "02/"), ("If-Match", "\"4\""), ("Idempotency-Key", "once-1"));

        Assert.Equal(["stale"], await ProjectClient.RefusedAsync(HttpStatusCode.PreconditionFailed, stale));
        Assert.Equal("\"5\"", first.Headers.ETag?.Tag);
        Assert.Equal(("\"5\"", "true"), (again.Headers.ETag?.Tag, again.Headers.GetValues("Idempotent-Replayed").Single()));
        Assert.Equal(["key-reused"], await ProjectClient.RefusedAsync(HttpStatusCode.Conflict, other));
        Assert.Single((await _city.GetAsync($"{ProjectClient.Hcmc}/ONCE-1"))["project"]!["commitments"]!.AsArray());
    }

    [Fact]
    public async Task The_history_tells_who_did_what()
    {
        await _city.RunningAsync("HIST-1");

        var history = await _city.GetAsync($"{ProjectClient.Hcmc}/HIST-1/history");
        var rest = await _city.GetAsync($"{ProjectClient.Hcmc}/HIST-1/history?after=3");

        Assert.Equal(["proposed", "stepsPlanned", "approved", "started"], history["items"]!.AsArray().Select(e => (string?)e!["type"]));
        Assert.Equal("Phê duyệt", (string?)history["items"]![2]!["vi"]);
        Assert.Equal("user:Reporter-Approver@79@2025-07-01", (string?)history["items"]![2]!["by"]);
        Assert.Equal(10_000_000_000, (long?)history["items"]![2]!["data"]!["ceiling"]);
        Assert.Equal(["started"], rest["items"]!.AsArray().Select(e => (string?)e!["type"]));

        await _city.RunningAsync("HIST-2");
        using var both = await _city.SendAsync(HttpMethod.Get, $"../histories/projects?ids={ProjectClient.Hcmc}/HIST-2,{ProjectClient.Hcmc}/HIST-1,{ProjectClient.Hcmc}/HIST-9&last=1");
        var read = JsonNode.Parse(await both.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
        Assert.Equal([$"{ProjectClient.Hcmc}/HIST-2", $"{ProjectClient.Hcmc}/HIST-1"], read.Select(h => (string?)h!["key"]));
        Assert.Equal(["started", "started"], read.Select(h => (string?)h!["changes"]!.AsArray().Single()!["type"]));
    }

    [Fact]
    public async Task Links_are_seen_from_both_ends()
    {
        await _city.RunningAsync("LINK-1");
        await _neighbour.RunningAsync("LINK-2");

        await _city.DoAsync("LINK-1", "links", """{ "kind": "reusedFrom", "other": "75@2025-07-01/link-2", "note": "Dùng lại kho dữ liệu" }""");
        using var unknown = await _city.SendAsync(HttpMethod.Post, $"{ProjectClient.Hcmc}/LINK-1/links", """{ "kind": "joint", "other": "75@2025-07-01/LINK-3" }""");

        Assert.Equal(["link-other-unknown"], await ProjectClient.RefusedAsync(HttpStatusCode.UnprocessableEntity, unknown));
        var back = (await _neighbour.GetAsync($"{ProjectClient.DongNai}/LINK-2"))["linkedFrom"]!.AsArray();
        Assert.Equal(("79@2025-07-01/LINK-1", "reusedFrom"), ((string?)back.Single()!["key"], (string?)back[0]!["kind"]));

        await _city.DoAsync("LINK-1", "links/removal", """{ "kind": "reusedFrom", "other": "75@2025-07-01/LINK-2", "reason": "Nhập nhầm" }""");
        Assert.Empty((await _neighbour.GetAsync($"{ProjectClient.DongNai}/LINK-2"))["linkedFrom"]!.AsArray());
    }

    public void Dispose()
    {
        _city.Dispose();
        _neighbour.Dispose();
    }
}
