using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>The long list of communes is searched as people type: on a phone, without a script, by today's name or the one they knew.</summary>
public sealed class CommuneTests(WebFixture web)
{
    [Fact]
    public async Task A_commune_is_found_by_what_somebody_remembers_of_its_name()
    {
        var page = await web.OpenAsync(360, script: false);
        await page.GotoAsync($"/provinces/{People.City}/communes");
        var all = await page.Locator("#list tbody tr").CountAsync();
        Assert.True(all > 100, $"{all} communes");

        await SearchAsync(page, "tan dinh");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Phường Tân Định", Exact = true })).ToBeVisibleAsync();
        var found = await page.Locator("#list tbody tr").CountAsync();
        Assert.True(found < 5, $"{found} communes");
        await Assertions.Expect(page.Locator("#list caption")).ToHaveTextAsync($"{found} trong {all} xã, phường, đặc khu");
        await page.KeepPictureAsync("communes-found-vi-360");
        await page.FitsAsync();

        // Hoà and Hòa are one name; a ward of before the merger leads to what became of it.
        await SearchAsync(page, "Phú Hoà Đông");
        await Assertions.Expect(page.Locator("#list tbody tr").First).ToContainTextAsync("Phú Hòa Đông");

        await SearchAsync(page, "không có xã này");
        await Assertions.Expect(page.Locator("#list")).ToContainTextAsync("Không tìm thấy xã nào");
        await page.Locator("form[role=search]").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator("#list tbody tr")).ToHaveCountAsync(all);
    }

    private static async Task SearchAsync(IPage page, string name)
    {
        await page.Locator("#name").FillAsync(name);
        await page.PressAsync("Tìm");
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync(name);
    }
}
