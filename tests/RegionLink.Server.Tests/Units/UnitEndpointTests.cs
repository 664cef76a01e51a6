using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Units;

/// <summary>Units and metrics as anybody may read them, on the real data.</summary>
public sealed class UnitEndpointTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly HttpClient _anybody = server.Anonymous();

    [Theory]
    [InlineData("2024-12-31", "70@origin 72@origin 74@origin 75@origin 77@origin 79@origin")]
    [InlineData("2025-07-01", "75@2025-07-01 79@2025-07-01 80@2025-07-01")]
    [InlineData("2026-04-30", "75@2026-04-30 79@2025-07-01 80@2025-07-01")]
    public async Task The_provinces_of_the_region_are_those_of_the_day(string day, string keys) =>
        Assert.Equal(keys, string.Join(' ', await Keys($"/api/v1/units?on={day}&level=province&region=southeast")));

    [Theory]
    [InlineData("79", 273)]
    [InlineData("80", 186)]
    public async Task The_communes_of_a_province_are_those_of_the_day(string province, int count)
    {
        var page = await Get($"/api/v1/units?on=2025-06-30&level=commune&parent={province}&limit=1&total=true");

        Assert.Equal(count, page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("hoà bình", "Hòa Bình")]
    [InlineData("LỘC THẠNH", "Lộc Thạnh")]
    public async Task A_name_is_found_however_it_is_typed(string typed, string name)
    {
        var names = (await Get($"/api/v1/units?name.contains={Uri.EscapeDataString(typed)}&level=commune")).GetProperty("items")
            .EnumerateArray().Select(u => u.GetProperty("name").GetString()).ToList();

        Assert.Contains(name, names);
        Assert.DoesNotContain("Lộc Thành", names);
    }

    [Fact]
    public async Task A_code_is_another_province_on_another_day()
    {
        Assert.Equal("Tỉnh Long An", (await Get("/api/v1/units/80/on/2025-06-30")).GetProperty("fullName").GetString());
        Assert.Equal("Tỉnh Tây Ninh", (await Get("/api/v1/units/80/on/2025-07-01")).GetProperty("fullName").GetString());
        await Refused(HttpStatusCode.NotFound, "unit.code-unknown-on", "/api/v1/units/72/on/2025-07-01");
    }

    [Fact]
    public async Task What_became_of_many_units_comes_at_once()
    {
        var answers = (await Get("/api/v1/lineages?units=80@2025-07-01,none,77@origin&on=2026-11-22")).EnumerateArray().ToList();

        Assert.Equal(["80@2025-07-01", "77@origin"], answers.Select(a => a.GetProperty("unit").GetString()!));
        Assert.Equal((await Get("/api/v1/units/77@origin/lineage?on=2026-11-22")).GetRawText(), answers[1].GetRawText());
    }

    [Fact]
    public async Task What_became_of_a_province_comes_with_the_acts_that_ordered_it()
    {
        var answer = await Get("/api/v1/units/77@origin/lineage?on=2026-11-22");
        var became = Assert.Single(answer.GetProperty("became").EnumerateArray());

        Assert.Equal("79@2025-07-01", became.GetProperty("unit").GetString());
        Assert.Equal("Thành phố Hồ Chí Minh", became.GetProperty("fullName").GetString());
        Assert.True(became.GetProperty("whole").GetBoolean());
        Assert.Equal("202/2025/QH15, art. 1", became.GetProperty("steps")[0].GetProperty("acts")[0].GetString());
        Assert.Empty(answer.GetProperty("cameFrom").EnumerateArray());
    }

    [Fact]
    public async Task A_city_of_today_came_from_two_provinces_and_keeps_its_borders_over_a_change_of_status()
    {
        var answer = await Get("/api/v1/units/75@2026-04-30/lineage");

        Assert.Equal(["70@origin", "75@origin"], answer.GetProperty("cameFrom").EnumerateArray().Select(d => d.GetProperty("unit").GetString()));
        Assert.Equal(["75@2025-07-01", "75@2026-04-30"], answer.GetProperty("sameTerritory").EnumerateArray().Select(k => k.GetString()));
    }

    [Fact]
    public async Task A_split_commune_is_told_as_split()
    {
        var became = (await Get("/api/v1/units/25507@origin/lineage?on=2025-07-01")).GetProperty("became").EnumerateArray().ToList();

        Assert.Equal(["25498@2025-07-01", "25549@2025-07-01"], became.Select(d => d.GetProperty("unit").GetString()));
        Assert.All(became, d => Assert.False(d.GetProperty("whole").GetBoolean()));
    }

    [Theory]
    [InlineData("/api/v1/units/72@2025-07-01")]
    [InlineData("/api/v1/units/72@2025-07-01/lineage")]
    [InlineData("/api/v1/units/tây-ninh")]
    public Task A_unit_that_never_was_is_not_found(string address) => Refused(HttpStatusCode.NotFound, "unit.unknown", address);

    [Theory]
    [InlineData("/api/v1/units?on=31/12/2024")]
    [InlineData("/api/v1/units?name=%00")]
    [InlineData("/api/v1/units?ids=79@origin,%00")]
    [InlineData("/api/v1/units/79/on/2025-02-30")]
    [InlineData("/api/v1/units/77@origin/lineage?on=today")]
    public Task What_is_no_day_or_no_text_is_refused(string address) => Refused(HttpStatusCode.BadRequest, "request.parameter-unreadable", address);

    [Fact]
    public async Task Units_come_by_their_keys_and_as_a_table()
    {
        Assert.Equal(["75@origin", "79@origin"], await Keys("/api/v1/units?ids=79@origin,75@origin,99@origin"));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units?on=2024-12-31");
        request.Headers.Add("Accept", "text/csv");
        using var response = await _anybody.SendAsync(request);
        var csv = await response.Content.ReadAsStringAsync();

        // 991 communes, 7 provinces, 2 regions, the nation and the header.
        Assert.Equal(1_002, csv.TrimEnd().Split('\n').Length);
        Assert.Contains("Đa Kao", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_metric_says_how_it_combines()
    {
        var share = await Get("/api/v1/metrics/dx_budget_share");

        Assert.Equal(("percent", "ratio", "local_budget_expenditure"), (Text("unit"), Text("kind"), Text("denominator")));
        await Refused(HttpStatusCode.NotFound, "metric.unknown", "/api/v1/metrics/dx_budget");
        Assert.Contains("dti_rank", (await Get("/api/v1/metrics?kind=none&limit=100")).GetProperty("items").EnumerateArray().Select(m => m.GetProperty("id").GetString()));

        string? Text(string name) => share.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("/api/v1/sources?trust=high", "items")]
    [InlineData("/api/v1/legal-acts?status=inForce", "items")]
    [InlineData("/api/v1/dti-structure", "editions")]
    [InlineData("/api/v1/activity-categories", "categories")]
    public async Task What_stands_behind_the_facts_can_be_read(string address, string list) =>
        Assert.NotEmpty((await Get(address)).GetProperty(list).EnumerateArray());

    private async Task<List<string>> Keys(string address) =>
        [.. (await Get(address)).GetProperty("items").EnumerateArray().Select(u => u.GetProperty("key").GetString()!)];

    private async Task<JsonElement> Get(string address)
    {
        using var response = await _anybody.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task Refused(HttpStatusCode status, string code, string address)
    {
        using var response = await _anybody.GetAsync(new Uri(address, UriKind.Relative));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((status, code), (response.StatusCode, problem.GetProperty("code").GetString()));
    }
}
