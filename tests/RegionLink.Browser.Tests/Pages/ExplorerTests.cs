using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>The researcher's explorer, without script.</summary>
public sealed class ExplorerTests(WebFixture web)
{
    [Fact]
    public async Task A_rank_that_must_not_be_combined_is_refused_with_the_reason()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/explorer");
        await page.GetByRole(AriaRole.Link, new() { Name = "vì sao bị từ chối" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Không có giá trị nào cho câu hỏi này.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("details[open] li").First).ToContainTextAsync("không cộng được");
    }

    [Fact]
    public async Task A_chart_names_its_unit_and_leaves_out_what_has_no_value()
    {
        var page = await web.OpenAsync();
        await page.GotoAsync("/explorer?metrics=local_budget_expenditure&period=2019,2020&boundary=2025-06-30&method=b46&view=line");
        await page.Locator("#metric-local_budget_expenditure").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();

        const string Option = "echarts.getInstanceByDom(document.querySelector('.chart')).getOption()";
        Assert.Equal("triệu đồng", await page.EvaluateAsync<string>($"() => {Option}.yAxis[0].name"));
        Assert.Equal(["Tỉnh Tây Ninh", "Tỉnh Đồng Nai", "Thành phố Hồ Chí Minh"], await page.EvaluateAsync<string[]>($"() => {Option}.series.map(s => s.name)"));
    }

    [Theory]
    [InlineData("vi", "30/06/2025")]
    [InlineData("en", "30 Jun 2025")]
    public async Task Days_are_typed_and_shown_as_readers_write_them_and_links_keep_theirs(string language, string typed)
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync($"/explorer?lang={language}&metrics=dti_rank&period=2022");
        await page.EnterAsync("boundary", typed);
        await page.EnterAsync("asOf", language == "vi" ? "1/11/2026" : "1 Nov 2026");
        await page.Locator("form[action='/explorer'] button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("#boundary")).ToHaveValueAsync(typed);
        await Assertions.Expect(page.Content()).ToContainTextAsync(language == "vi" ? "Bà Rịa - Vũng Tàu" : "Ba Ria - Vung Tau");
        var file = await page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href");
        Assert.Contains("boundary=2025-06-30", file, StringComparison.Ordinal);
        Assert.Contains("asOf=2026-11-01", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_names_the_source_of_every_value_and_its_terms()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/explorer?metrics=dti_rank&period=2022&boundary=2025-06-30");
        var file = await page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(new Uri(web.Address, file).ToString());
        Assert.Equal(200, answer.Status);
        Assert.Contains("license", answer.Headers["link"], StringComparison.Ordinal);
        var lines = (await answer.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("sources", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.Contains("79@origin", StringComparison.Ordinal) && l.Contains(",2,", StringComparison.Ordinal));
        Assert.All(lines.Skip(1).Where(l => l.Contains(",rank,own,", StringComparison.Ordinal)), l => Assert.Contains("Dữ kiện đã công bố: được dùng tự do, cần trích dẫn nguồn.", l, StringComparison.Ordinal));
        var json = await (await page.APIRequest.GetAsync(new Uri(web.Address, file!.Replace(".csv", ".json", StringComparison.Ordinal)).ToString())).JsonAsync();
        Assert.Contains("cite the source", json!.Value.GetProperty("licence").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_gives_reasons_and_sources_in_the_words_of_the_page()
    {
        var page = await web.OpenAsync(script: false);

        Assert.Contains("Chưa có số liệu “Dân số” của đơn vị Tỉnh Tây Ninh", await FileAsync("metrics=population&period=2033&units=80@2025-07-01"), StringComparison.Ordinal);
        Assert.Contains("phát biểu của Phó Chủ tịch Dương Anh Đức", await FileAsync("metrics=dx_budget_share&period=2022&units=79@origin"), StringComparison.Ordinal);

        async Task<string> FileAsync(string question) =>
            await (await page.APIRequest.GetAsync(new Uri(web.Address, $"/explorer/download.csv?{question}").ToString())).TextAsync();
    }

    [Fact]
    public async Task Units_that_are_ticked_are_asked_for_whatever_region_and_day_the_form_sends_with_them()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/explorer?metrics=area&period=2025-06-30");
        await page.GetByText("Đơn vị: mọi đơn vị, theo ngày địa giới").ClickAsync();
        await page.GetByLabel("Tỉnh Long An (đến 30/06/2025)").CheckAsync();
        await page.GetByLabel("Tỉnh Bình Dương (đến 30/06/2025)").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem" }).ClickAsync();

        await Assertions.Expect(page.Locator("table tbody th")).ToHaveTextAsync(["Tỉnh Bình Dương", "Tỉnh Long An"]);
        await Assertions.Expect(page.Locator("table tbody td").First).ToContainTextAsync("2.694,58");
        await page.Locator("#again a").ClickAsync();
        await Assertions.Expect(page.GetByLabel("Tỉnh Long An (đến 30/06/2025)")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_parts_of_a_value_are_called_by_name_and_have_their_unit()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/explorer?metrics=area&period=2025-06-30&boundary=2025-07-01");
        await page.Locator("tbody summary").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Tỉnh Bình Phước, 30/06/2025: 6.873,86 km²" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_calls_behind_a_view_are_copied_as_they_stand()
    {
        var page = await web.OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/explorer?metrics=area&period=2025-07-01&boundary=2025-07-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chép lệnh GraphQL" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đã chép" })).ToBeVisibleAsync();

        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(await page.Locator("#graphql").TextContentAsync(), copied);
        Assert.Contains("aggregates(\n    metrics: [\"area\"]\n    periods: [\"2025-07-01\"]\n    boundary: \"2025-07-01\"\n    asOf: ", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permanent_link_gives_the_same_answer_after_the_data_changed()
    {
        var province = await web.SignedInAsync("79-reporter", script: false);
        const string Question = "/explorer?metrics=population&period=2031&units=79@2025-07-01";
        await EnterAsync(province, 100_001);
        await province.GotoAsync(Question);
        var figure = province.Locator("td[data-value]").First;
        await Assertions.Expect(figure).ToContainTextAsync("100.001");
        var link = await province.Locator("pre", new() { HasText = "asOf=" }).First.InnerTextAsync();

        await EnterAsync(province, 200_002);
        await province.GotoAsync(Question);
        await Assertions.Expect(figure).ToContainTextAsync("200.002");

        await province.GotoAsync(link);
        await Assertions.Expect(figure).ToContainTextAsync("100.001");
        var file = await province.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href");
        var csv = await (await province.APIRequest.GetAsync(new Uri(web.Address, file).ToString())).TextAsync();
        Assert.Contains("100001", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("200002", csv, StringComparison.Ordinal);
    }

    private async Task EnterAsync(IPage page, int people)
    {
        var answer = await page.APIRequest.PostAsync(new Uri(web.Address, "/api/v1/observations").ToString(), new()
        {
            Headers = [KeyValuePair.Create("Origin", web.Address.GetLeftPart(UriPartial.Authority))],
            DataObject = new
            {
                title = "Nhập",
                observations = new[] { new { metric = "population", unit = People.City, period = "2031", value = people, unitOfMeasure = "persons", source = "Niên giám", confirmScaleJump = "Số liệu thử" } },
            },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
    }
}
