using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Projects;

public sealed class ProjectListTests(ServerFixture server) : IClassFixture<ServerFixture>, IAsyncLifetime
{
    private readonly ProjectClient _city = new(server, ProjectClient.Hcmc);
    private readonly ProjectClient _neighbour = new(server, ProjectClient.DongNai);

    public async ValueTask InitializeAsync()
    {
        if ((await _city.GetAsync("?total=true"))["total"]!.GetValue<long>() > 0)
        {
            return;   // one database for all tests of this class
        }

        await _city.RunningAsync("A-1", "Xây dựng kho dữ liệu dùng chung thành phố");
        await _city.RunningAsync("A-2", "Số hoá hồ sơ địa chính phường Hoà Bình");
        await _city.RunningAsync("A-3", "Đào tạo kỹ năng số cho cán bộ");
        await _neighbour.RunningAsync("B-1", "Kho dữ liệu dùng chung tỉnh Đồng Nai");
        await _city.DoAsync("A-2", "progress", """
            { "asOf": "2025-08-31", "percent": 10, "disbursed": 5, "plannedPercent": 30, "delayReasons": ["staff"] }
            """);
        await _city.DoAsync("A-3", "cancellation", """{ "on": "2025-08-01", "reason": "Trùng lặp" }""");
    }

    [Theory]
    [InlineData("?name.contains=hòa bình", "A-2")]
    [InlineData("?name.contains=SỐ HÓA", "A-2")]
    [InlineData("?name.contains=hóa bình", "")]
    [InlineData("?name.contains=hoa", "")]
    [InlineData("?state=cancelled,paused", "A-3")]
    [InlineData("?late=true&unit=79@2025-07-01", "A-1 A-2")]
    [InlineData("?slow=true", "A-2")]
    [InlineData("?ceiling.gte=10000000000&unit.ne=79@2025-07-01", "B-1")]
    [InlineData("?delayReasons=staff,bidding", "A-2")]
    [InlineData("?endedOn.missing=false", "A-3")]
    [InlineData("?ids=75@2025-07-01/B-1,79@2025-07-01/A-3", "B-1 A-3")]
    [InlineData("?sort=-number", "B-1 A-3 A-2 A-1")]
    public async Task The_list_is_filtered_and_sorted(string query, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Numbers(await _city.GetAsync(query)));

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        var first = await _city.GetAsync("?limit=3&sort=updatedAt");
        var second = await _city.GetAsync($"?limit=3&sort=updatedAt&cursor={(string?)first["next"]}");

        Assert.Equal(4, Numbers(first).Concat(Numbers(second)).Distinct().Count());
        Assert.Null((string?)second["next"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&sort=-number")]
    [InlineData("&sort=endedOn")]
    [InlineData("&sort=-endedOn")]
    [InlineData("&sort=state")]
    public async Task A_list_reads_the_same_backwards_from_its_end_and_from_any_row(string sort)
    {
        var all = await _city.GetAsync($"?cursors=true{sort}");
        var numbers = Numbers(all);
        var cursors = all["cursors"]!.AsArray().Select(c => (string)c!).ToList();

        var last = await _city.GetAsync($"?limit=3&before={sort}");
        var first = await _city.GetAsync($"?limit=3&before={(string?)last["previous"]}{sort}");
        Assert.Equal(numbers, Numbers(first).Concat(Numbers(last)));
        Assert.Null((string?)first["previous"]);

        for (var i = 0; i < cursors.Count; i++)
        {
            Assert.Equal(numbers.Take(i), Numbers(await _city.GetAsync($"?before={cursors[i]}{sort}")));
            Assert.Equal(numbers.Skip(i + 1), Numbers(await _city.GetAsync($"?cursor={cursors[i]}{sort}")));
        }
    }

    [Fact]
    public async Task The_first_pages_of_many_lists_come_at_once()
    {
        var pages = (await _city.GetAsync("?each=unit&unit=79@2025-07-01,75@2025-07-01,80@2025-07-01&limit=2&sort=-number&total=true&cursors=true"))["each"]!;

        Assert.Equal(["A-3", "A-2"], Numbers(pages["79@2025-07-01"]!));
        Assert.Equal(["B-1"], Numbers(pages["75@2025-07-01"]!));
        Assert.Null(pages["80@2025-07-01"]);
        Assert.Equal((3, 1), ((long?)pages["79@2025-07-01"]!["total"], (long?)pages["75@2025-07-01"]!["total"]));
        Assert.Null((string?)pages["75@2025-07-01"]!["next"]);
        var rest = await _city.GetAsync($"?unit=79@2025-07-01&sort=-number&cursor={(string?)pages["79@2025-07-01"]!["next"]}");
        Assert.Equal(["A-1"], Numbers(rest));
    }

    [Theory]
    [InlineData("?each=unit")]
    [InlineData("?each=ceiling&ceiling=1")]
    [InlineData("?each=unit&unit=79@2025-07-01&before=")]
    [InlineData("?before=x")]
    [InlineData("?cursors=perhaps")]
    public async Task What_cannot_be_paged_is_refused(string query) =>
        Assert.NotEmpty(await ProjectClient.RefusedAsync(HttpStatusCode.BadRequest, await _city.SendAsync(HttpMethod.Get, query)));

    [Fact]
    public async Task Many_projects_come_whole_at_once()
    {
        var details = (await _city.GetAsync("details?ids=79@2025-07-01/A-2,79@2025-07-01/none,75@2025-07-01/B-1")).AsArray();

        Assert.Equal(["B-1", "A-2"], details.Select(d => (string)d!["project"]!["number"]!));
        Assert.Equal(
            (await _city.GetAsync("79@2025-07-01/A-2")).ToJsonString(),
            details[1]!.ToJsonString());
    }

    [Fact]
    public async Task A_row_carries_its_mark_and_the_origin_of_its_figures()
    {
        var row = (await _city.GetAsync("?number=A-2"))["items"]![0]!;

        Assert.Equal((false, "entered", "2025-09-30"), ((bool?)row["illustrative"], (string?)row["progressOrigin"], (string?)row["overdueSince"]));
        Assert.Equal((8_000_000_000, 2_000_000_000), ((long?)row["stateFunding"], (long?)row["nonStateFunding"]));
    }

    [Fact]
    public async Task The_list_comes_as_a_file_too()
    {
        using var client = server.ClientAs(ProjectClient.Hcmc, Role.Reporter);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));

        var csv = await client.GetStringAsync(new Uri("/api/v1/projects?unit=79@2025-07-01&sort=number", UriKind.Relative));

        var lines = csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("key,unit,number,name", lines[0], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    [Theory]
    [InlineData("Kho dữ liệu dùng chung", "B-1 A-1")]
    [InlineData("kho du lieu dung chung cua tinh dong nai", "B-1 A-1")]
    [InlineData("Đường sắt đô thị", "")]
    public async Task Similar_projects_are_found_across_provinces_however_written(string name, string expected)
    {
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Numbers(await _city.GetAsync($"similar?name={name}")));
        Assert.Empty(Numbers(await _city.GetAsync($"similar?name={name}&category=A07")));
    }

    [Fact]
    public async Task Similar_projects_need_a_name()
    {
        using var none = await _city.SendAsync(HttpMethod.Get, "similar");
        using var empty = await _city.SendAsync(HttpMethod.Get, "similar?name=%20.%20");

        Assert.Equal(["parameter-unreadable"], await ProjectClient.RefusedAsync(HttpStatusCode.BadRequest, none));
        Assert.Equal(["parameter-unreadable"], await ProjectClient.RefusedAsync(HttpStatusCode.BadRequest, empty));
    }

    [Fact]
    public async Task What_a_province_keeps_to_itself_its_neighbours_do_not_see()
    {
        await using (var hide = server.DataSource.CreateCommand(
            "insert into sharing (unit, kind, level, version) values ('79@2025-07-01', 'projects', 'private', 1)"))
        {
            await hide.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        try
        {
            using var detail = await _neighbour.SendAsync(HttpMethod.Get, $"{ProjectClient.Hcmc}/A-1");
            using var history = await _neighbour.SendAsync(HttpMethod.Get, $"{ProjectClient.Hcmc}/A-1/history");

            Assert.Equal(["B-1"], Numbers(await _neighbour.GetAsync("")));
            Assert.Equal(["B-1"], Numbers(await _neighbour.GetAsync("delayed?asOf=2025-10-15")));
            Assert.Equal(["B-1"], Numbers(await _neighbour.GetAsync("similar?name=Kho dữ liệu dùng chung")));
            Assert.Equal(HttpStatusCode.NotFound, detail.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, history.StatusCode);
            using var histories = await _neighbour.SendAsync(HttpMethod.Get, $"../histories/projects?ids={ProjectClient.Hcmc}/A-1");
            Assert.Equal("[]", await histories.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(4, Numbers(await _city.GetAsync("")).Length);
        }
        finally
        {
            await using var show = server.DataSource.CreateCommand("delete from sharing");
            await show.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_reader_who_is_not_signed_in_sees_only_what_is_public()
    {
        using var nobody = server.Anonymous();

        var list = JsonNode.Parse(await nobody.GetStringAsync(new Uri("/api/v1/projects", UriKind.Relative)))!;
        using var detail = await nobody.GetAsync(new Uri($"/api/v1/projects/{ProjectClient.Hcmc}/A-1", UriKind.Relative));

        Assert.Empty(list["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, detail.StatusCode);
    }

    public ValueTask DisposeAsync()
    {
        _city.Dispose();
        _neighbour.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string[] Numbers(JsonNode page) => [.. page["items"]!.AsArray().Select(i => (string)i!["number"]!)];
}
