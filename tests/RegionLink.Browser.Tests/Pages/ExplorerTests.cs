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
    }
}
