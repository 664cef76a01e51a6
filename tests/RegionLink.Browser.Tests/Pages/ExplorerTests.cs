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
