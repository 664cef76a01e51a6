using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Targets;

/// <summary>Targets as the ministry sets and versions them and a province raises them.</summary>
public sealed class TargetTests(WebFixture web)
{
    [Fact]
    public async Task The_ministry_sets_and_versions_a_target_and_a_province_raises_it_but_never_lowers_it()
    {
        var ministry = await web.SignedInAsync("coordinator", script: false);
        await ministry.GotoAsync("/targets");
        await ministry.GetByRole(AriaRole.Link, new() { Name = "Đặt mục tiêu mới" }).ClickAsync();
        await ministry.EnterAsync("id", "files-online-2028");
        await ministry.Locator("#metric").SelectOptionAsync("admin_files_processed_online");
        await ministry.EnterAsync("threshold", "tám mươi");
        await ministry.EnterAsync("everyYearFrom", "2027");
        await ministry.EnterAsync("legalSource", "Quyết định 01/QĐ-BCĐ ngày 10/11/2026");
        await ministry.EnterAsync("trajectory[0].on", "2027-12-31");
        await ministry.EnterAsync("trajectory[0].expected", "80,5");
        await ministry.PressAsync("Đặt mục tiêu");
        await Assertions.Expect(ministry.Locator(".error-summary")).ToContainTextAsync("không đọc được là một số");
        await ministry.EnterAsync("threshold", "82");
        await ministry.PressAsync("Đặt mục tiêu");
        await Assertions.Expect(ministry.GetByText("Đã ghi.")).ToBeVisibleAsync();
        await Assertions.Expect(ministry.Content()).ToContainTextAsync("31/12/2027: 80,5%");

        var versions = ministry.Locator("details", new() { HasText = "Ghi phiên bản mới" });
        await versions.Locator("summary").ClickAsync();
        await ministry.EnterAsync("threshold", "85");
        await ministry.EnterAsync("validity.from", "2028-01-01");
        await ministry.EnterAsync("reason", "Hội nghị vùng nâng mức chung");
        await ministry.PressAsync("Ghi phiên bản mới");
        await Assertions.Expect(ministry.GetByRole(AriaRole.Heading, new() { Name = "Phiên bản 2" })).ToBeVisibleAsync();
        await Assertions.Expect(ministry.Content()).ToContainTextAsync("Hội nghị vùng nâng mức chung");

        var province = await web.SignedInAsync("79-approver", script: false);
        await province.GotoAsync("/targets/files-online-2028");
        await Assertions.Expect(province.Locator("#threshold-hint")).ToHaveTextAsync("Tính bằng %.");
        await province.EnterAsync("threshold", "60");
        await province.EnterAsync("from", "2028-01-01");
        await province.EnterAsync("legalSource", "Nghị quyết HĐND Thành phố");
        await province.PressAsync("Nâng mục tiêu");
        await Assertions.Expect(province.Locator(".error-summary")).ToContainTextAsync("Chỉ được nâng");
        await province.EnterAsync("threshold", "90");
        await province.PressAsync("Nâng mục tiêu");
        await Assertions.Expect(province.GetByText("Đã ghi.")).ToBeVisibleAsync();

        var anybody = await web.OpenAsync(script: false);
        await anybody.GotoAsync("/targets/files-online-2028?lang=en");
        await Assertions.Expect(anybody.GetByRole(AriaRole.Row, new() { Name = "Ho Chi Minh City" })).ToContainTextAsync("≥ 90%");
        await Assertions.Expect(anybody.Content().Locator("form")).ToHaveCountAsync(0);

        // Who did what, why and by which act; by name of the function only to those who work here.
        var history = anybody.Locator("section", new() { Has = anybody.Locator("#history") });
        await Assertions.Expect(history.Locator("li")).ToHaveCountAsync(3);
        await Assertions.Expect(history.Locator("li").First).ToContainTextAsync("Raised: Ho Chi Minh City, ≥ 90%");
        await Assertions.Expect(history).ToContainTextAsync("Hội nghị vùng nâng mức chung");
        await Assertions.Expect(history).Not.ToContainTextAsync("Sở");
    }

    [Fact]
    public async Task What_more_money_would_do_to_the_share_is_computed_without_a_script_and_exactly()
    {
        var page = await web.SignedInAsync("coordinator", script: false);
        await page.GotoAsync("/coordination/what-if?year=2026");
        var dongNai = page.GetByRole(AriaRole.Row, new() { Name = "Thành phố Đồng Nai" });
        await Assertions.Expect(dongNai).ToContainTextAsync("105.400.000.000 đồng");
        await page.EnterAsync("add.75@2026-04-30", "105,399");
        await page.PressAsync("Tính");
        await Assertions.Expect(dongNai).ToContainTextAsync("0,9999%");
        await Assertions.Expect(dongNai).ToContainTextAsync("chưa đạt 1%");
        await page.EnterAsync("add.75@2026-04-30", "105,4");
        await page.PressAsync("Tính");
        await Assertions.Expect(dongNai.Locator(".badge.met")).ToContainTextAsync("đạt 1%");
    }
}
