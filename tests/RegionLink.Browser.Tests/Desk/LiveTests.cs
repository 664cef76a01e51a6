using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Desk;

/// <summary>People who wait for each other: a page learns of what somebody else did without a reload, and nothing typed is lost by it.</summary>
public sealed class LiveTests(WebFixture web)
{
    private const string Services = "value.online_public_services_total";
    private const string Files = "value.admin_files_processed_online";

    [Fact]
    public async Task The_desks_of_approver_and_ministry_show_what_others_did_without_a_reload()
    {
        var address = await web.OpenPeriodAsync("live-1");
        var approver = await web.SignedInAsync("79-approver");
        await approver.GotoAsync("/desk");
        await approver.EvaluateAsync("() => { window.untouched = true; }");
        var task = approver.Locator(".task", new() { HasText = "Báo cáo live-1" });
        await Assertions.Expect(task).Not.ToContainTextAsync("chờ duyệt");
        var ministry = await web.SignedInAsync("coordinator");
        await ministry.GotoAsync("/coordination/periods/live-1");
        await ministry.EnterAsync("closingReason", "đang viết dở");

        var reporter = await web.SignedInAsync("79-reporter", script: false);
        await reporter.GotoAsync(address);
        await reporter.EnterAsync(Services, "1.923");
        await reporter.EnterAsync(Files, "80,5");
        await reporter.PressAsync("Lưu số liệu");

        await Assertions.Expect(task).ToContainTextAsync("2 số liệu chờ duyệt");
        await Assertions.Expect(approver.Locator(".live")).ToContainTextAsync("đã được cập nhật lúc");
        Assert.True(await approver.EvaluateAsync<bool>("() => window.untouched"));
        await approver.KeepPictureAsync("live-desk-1280");

        await Assertions.Expect(ministry.Locator("#reports tr", new() { HasText = "Hồ Chí Minh" })).ToContainTextAsync("2/2");
        await Assertions.Expect(ministry.Locator("[id='closingReason']")).ToHaveValueAsync("đang viết dở");
    }

    [Fact]
    public async Task A_sheet_says_that_somebody_else_changed_the_report_and_keeps_what_is_typed()
    {
        var address = await web.OpenPeriodAsync("live-2");
        var page = await web.SignedInAsync("79-reporter");
        await page.GotoAsync(address);
        await page.EnterAsync(Services, "1.923");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Đã lưu lúc");

        // Longer than the news needs: what the sheet saved itself is none.
        await page.WaitForTimeoutAsync(4000);
        await Assertions.Expect(page.Locator(".live")).ToBeEmptyAsync();

        // The line is bad while the next figure is typed, so it is only here; meanwhile somebody approves the first.
        await page.RouteAsync("**/figures", route => route.AbortAsync());
        await page.EnterAsync(Files, "81,5");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Chưa lưu được");
        var approver = await web.SignedInAsync("79-approver", script: false);
        await approver.GotoAsync(address);
        await approver.PressAsync("Duyệt số liệu đã chọn");
        await Assertions.Expect(approver.GetByText("Đã duyệt.", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("Có thay đổi mới trên trang này.");
        await Assertions.Expect(page.Locator($"[id='{Files}']")).ToHaveValueAsync("81,5");
        await page.HasNoBarriersAsync();
        await page.KeepPictureAsync("live-sheet-1280");

        await page.UnrouteAsync("**/figures");
        await page.Locator(".live").GetByRole(AriaRole.Link).ClickAsync();
        await page.PressAsync("Lấy lại");
        await Assertions.Expect(page.Locator($"[id='{Files}']")).ToHaveValueAsync("81,5");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Đã lưu lúc");
    }

    [Fact]
    public async Task A_page_in_the_background_holds_no_connection_and_hears_what_it_missed_when_it_is_shown_again()
    {
        var address = await web.OpenPeriodAsync("live-3");
        var page = await web.SignedInAsync("79-approver");
        await page.GotoAsync(address);
        await ShowAsync(page, false);
        var asked = Asked(page);
        var reporter = await web.SignedInAsync("79-reporter", script: false);
        await reporter.GotoAsync(address);
        await reporter.EnterAsync(Services, "1.923");
        await reporter.PressAsync("Lưu số liệu");
        await Assertions.Expect(reporter.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await page.WaitForTimeoutAsync(4000);
        await Assertions.Expect(page.Locator(".live")).ToBeEmptyAsync();
        Assert.Empty(asked);
        await ShowAsync(page, true);

        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("Có thay đổi mới");
        await page.Locator(".live").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Content()).ToContainTextAsync("1.923");
    }

    [Fact]
    public async Task A_page_whose_session_ended_says_so_and_asks_no_more()
    {
        var page = await web.OpenAsync();
        await page.GotoAsync("/sign-in");
        await page.SignInAsync(web, "75-approver");
        await page.GotoAsync("/desk");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/glossary");
        await other.PressAsync("Đăng xuất");

        // The stream ends with the session, the page asks once more and is told why.
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("Phiên làm việc đã hết");
        await Assertions.Expect(page.Locator(".live").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/sign-in?returnTo=%2Fdesk");
        var asked = Asked(page);
        await page.WaitForTimeoutAsync(6000);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task Readers_who_wait_for_nobody_hold_no_connection()
    {
        var page = await web.OpenAsync();
        var asked = Asked(page);
        foreach (var address in (string[])["/", "/projects", $"/provinces/{People.City}"])
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        }

        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, a => a.Contains("/changes", StringComparison.Ordinal) || a.Contains("live.js", StringComparison.Ordinal));
    }

    /// <summary>What the page asks for from now on.</summary>
    private static List<string> Asked(IPage page)
    {
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        return asked;
    }

    /// <summary>As if another tab was chosen, or this one again.</summary>
    private static Task ShowAsync(IPage page, bool shown) => page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, value: hidden }); document.dispatchEvent(new Event('visibilitychange')); }", !shown);
}
