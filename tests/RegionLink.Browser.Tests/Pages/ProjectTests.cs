using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>Finding a project, without script.</summary>
public sealed class ProjectTests(WebFixture web)
{
    [Fact]
    public async Task A_search_forgives_where_the_tone_stands_and_its_link_finds_the_same_again()
    {
        var page = await web.OpenAsync(script: false);
        await page.GotoAsync("/projects");
        await page.GetByLabel("Tên dự án có các từ").FillAsync("hồ sơ, số hoá");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tìm" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Không có dự án nào khớp.")).ToBeVisibleAsync();

        await page.GetByLabel("Tên dự án có các từ").FillAsync("SỐ HOÁ hồ sơ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tìm" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        var saved = page.Url;

        var other = await web.OpenAsync(script: false);
        await other.GotoAsync(saved);
        await other.GetByRole(AriaRole.Link, new() { Name = "Số hóa hồ sơ" }).ClickAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Số hóa hồ sơ");
    }

    [Fact]
    public async Task What_a_province_shares_in_the_region_only_is_not_shown_to_everybody()
    {
        var page = await web.OpenAsync(script: false);
        var answer = await page.GotoAsync("/projects/75@2026-04-30/MAU-001");
        Assert.Equal(404, answer!.Status);
        await page.GotoAsync("/projects?unit=75@2026-04-30");
        await Assertions.Expect(page.GetByText("Không có dự án nào khớp.")).ToBeVisibleAsync();
    }
}
