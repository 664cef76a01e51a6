using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>The region, as a citizen finds it.</summary>
public sealed class RegionTests(WebFixture web)
{
    [Fact]
    public async Task A_citizen_without_script_goes_from_the_scoreboard_to_the_source_of_a_number()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/");
        await page.GetByLabel("Năm", new() { Exact = true }).SelectOptionAsync("2022");
        await page.GetByLabel("Địa giới", new() { Exact = true }).SelectOptionAsync("2025-06-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem" }).ClickAsync();

        var share = page.Locator("section", new() { Has = page.Locator("#share") });
        await share.GetByRole(AriaRole.Link, new() { Name = "0,97%" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Thành phố Hồ Chí Minh, 2022");
        await Assertions.Expect(page.GetByText("Không đạt").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem mọi lần sửa" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Lấy từ nguồn đã công bố")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_the_provinces_folder_says_is_said_in_the_language_of_the_page()
    {
        const string Card = "/targets/dx-budget-1pct-proposal/79@origin?year=2022&boundary=2025-06-30";
        var page = await web.OpenAsync(script: false);

        await page.GotoAsync(Card);
        await Assertions.Expect(page.GetByText("Đề xuất của TP.HCM tại hội nghị vùng ngày 12/7/2022")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("phát biểu của Phó Chủ tịch Dương Anh Đức ngày 14/5/2023; văn bản không định nghĩa mẫu số")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main [lang=en]")).ToHaveCountAsync(0);

        await page.GotoAsync($"{Card}&lang=en");
        await Assertions.Expect(page.GetByText("Proposal of TP.HCM to the regional conference, 2022-07-12")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_profile_of_a_province_says_how_large_it_is_and_by_which_acts_it_began()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/provinces/79@2025-07-01");
        var profile = page.Locator("section", new() { Has = page.Locator("#profile") });

        await Assertions.Expect(profile).ToContainTextAsync("Nghị quyết số 202/2025/QH15");
        await Assertions.Expect(profile.GetByRole(AriaRole.Link, new() { Name = "14.002.598 người" })).ToBeVisibleAsync();
        await profile.GetByRole(AriaRole.Link, new() { Name = "6.772,59 km²" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Diện tích tự nhiên: Thành phố Hồ Chí Minh");
    }

    [Fact]
    public async Task A_former_province_shows_all_that_went_into_its_successor()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/provinces/79@origin");
        await Assertions.Expect(page.Locator(".time-line")).ToContainTextAsync("Tỉnh Bình Dương + Tỉnh Bà Rịa - Vũng Tàu + Thành phố Hồ Chí Minh →");
    }

    [Fact]
    public async Task A_citation_names_the_period_once_and_says_when_the_figure_is_illustrative()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/targets/dx-budget-1pct-proposal/79@origin?year=2022&boundary=2025-06-30");
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem mọi lần sửa" }).ClickAsync();
        var citation = page.Locator("section", new() { Has = page.Locator("#cite") }).Locator("dd").Nth(1);
        await Assertions.Expect(citation).ToContainTextAsync("Tỷ lệ chi ngân sách cho chuyển đổi số, Thành phố Hồ Chí Minh, 2022. RegionLink");
        await Assertions.Expect(citation).Not.ToContainTextAsync("minh họa");

        await page.GotoAsync("/targets/dx-budget-1pct-proposal/79@2025-07-01?year=2026");
        await Assertions.Expect(citation).ToContainTextAsync("Dữ liệu minh họa, không phải số liệu thật.");
    }

    [Fact]
    public async Task The_foot_leads_to_a_page_of_all_sources()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/glossary");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nguồn số liệu" }).ClickAsync();

        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Phó Chủ tịch Dương Anh Đức" });
        await Assertions.Expect(row).ToContainTextAsync("14/05/2023");
        await Assertions.Expect(row).ToContainTextAsync("trung bình");
    }

    [Fact]
    public async Task A_province_shows_how_it_stands_to_the_3_percent_and_by_which_law()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/provinces/79@2025-07-01?year=2026");

        var wide = page.GetByText("Khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số: 1,11%");

        await Assertions.Expect(wide).ToContainTextAsync("so với mức 3%");
        await Assertions.Expect(wide).ToContainTextAsync("Luật 148/2025/QH15, Điều 20.1, có hiệu lực từ 01/07/2026");
    }

    [Fact]
    public async Task The_chart_is_drawn_from_the_table_when_scripts_run()
    {
        var page = await web.OpenAsync();
        await page.GotoAsync("/");
        await page.Locator("#trend").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#trend-table")).ToContainTextAsync("0,78%");
    }

    [Fact]
    public async Task The_map_and_the_chart_themselves_say_what_is_illustrative()
    {
        var page = await web.OpenAsync();
        await page.GotoAsync("/");

        await Assertions.Expect(page.Locator(".map .place-mark")).ToHaveTextAsync(["minh họa", "minh họa"]);
        await page.Locator("#trend").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();
        Assert.Equal("▨ minh họa", await page.EvaluateAsync<string>("() => echarts.getInstanceByDom(document.querySelector('.chart')).getOption().graphic[0].elements[0].style.text"));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task The_scoreboard_of_the_old_provinces_fits_a_desk(string language)
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync($"/?year=2022&boundary=2025-06-30&lang={language}");
        var boards = page.Locator(".scores:visible");

        await Assertions.Expect(boards).ToHaveCountAsync(2);
        await Assertions.Expect(boards.First.Locator("tbody tr").First).ToContainTextAsync("≥ 1%");
        await Assertions.Expect(boards.First).ToContainTextAsync(language == "en" ? "+6 places" : "+6 bậc");
        Assert.Equal(0, await boards.EvaluateAllAsync<int>("all => Math.max(...all.map(b => b.scrollWidth - b.clientWidth))"));
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_and_every_province_on_the_map()
    {
        var page = await web.OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Đến nội dung chính")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Thành phố Đồng Nai: 0,83%, Có nguy cơ, minh họa" })).ToHaveAttributeAsync("href", "/provinces/75@2026-04-30");
    }
}
