using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Desk;

/// <summary>A report when something comes in between: the session ends, somebody else is faster. Without a script, as on the slowest line.</summary>
public sealed class ReportWalkTests(WebFixture web)
{
    private const string Services = "value.online_public_services_total";

    [Fact]
    public async Task A_session_that_ends_in_the_middle_of_typing_loses_nothing_without_a_script()
    {
        var address = await web.OpenPeriodAsync("walk-2");
        var page = await web.SignedInAsync("79-reporter", script: false);
        await page.GotoAsync(address);
        await page.Locator($"[id='{Services}']").FillAsync("1.500");
        await page.Context.ClearCookiesAsync(new() { Name = "regionlink" });
        await page.PressAsync("Lưu số liệu");

        await Assertions.Expect(page.Content()).ToContainTextAsync("Phiên làm việc đã hết");
        await page.SignInAsync(web, "79-reporter");
        await page.PressAsync("Gửi tiếp");
        await Assertions.Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"[id='{Services}']")).ToHaveValueAsync("1.500");
    }

    [Fact]
    public async Task Two_approvers_at_once_see_that_the_other_was_faster_and_nothing_is_lost()
    {
        var address = await web.OpenPeriodAsync("walk-3");
        var reporter = await web.SignedInAsync("79-reporter", script: false);
        await reporter.GotoAsync(address);
        await reporter.Locator($"[id='{Services}']").FillAsync("1.500");
        await reporter.PressAsync("Lưu số liệu");

        var one = await web.SignedInAsync("79-approver", script: false);
        var other = await web.SignedInAsync("79-approver", script: false);
        await one.GotoAsync(address);
        await other.GotoAsync(address);
        await reporter.Locator($"[id='{Services}']").FillAsync("1.600");
        await reporter.PressAsync("Lưu số liệu");
        await Assertions.Expect(reporter.GetByText("Đã lưu.")).ToBeVisibleAsync();

        await one.PressAsync("Duyệt số liệu đã chọn");
        await Assertions.Expect(one.Locator("#stale")).ToBeVisibleAsync();
        await Assertions.Expect(one.Content()).ToContainTextAsync("1.600");
        await one.PressAsync("Duyệt số liệu đã chọn");
        await Assertions.Expect(one.GetByText("Đã duyệt.", new() { Exact = true })).ToBeVisibleAsync();
        await other.PressAsync("Duyệt số liệu đã chọn");
        await Assertions.Expect(other.Locator("#stale")).ToBeVisibleAsync();
        await Assertions.Expect(other.Content()).ToContainTextAsync("Không có số liệu nào chờ duyệt");
    }
}
