using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Desk;

/// <summary>What those who approve and review see of a figure, and that nothing they wrote is passed over.</summary>
public sealed class ReviewTests(WebFixture web)
{
    private const string Services = "value.online_public_services_total";
    private const string Files = "value.admin_files_processed_online";

    [Fact]
    public async Task Every_digit_is_seen_and_a_reason_is_not_passed_over()
    {
        var address = await web.OpenPeriodAsync("review-1");
        var reporter = await web.SignedInAsync("79-reporter", script: false);
        await reporter.GotoAsync(address);
        await Assertions.Expect(reporter.Locator("tr", new() { Has = reporter.Locator($"[id='{Services}']") })).ToContainTextAsync("đến 31/10/2025");
        await reporter.EnterAsync(Services, "1.923");
        await reporter.EnterAsync(Files, "80,123456");
        await reporter.PressAsync("Lưu số liệu");

        var approver = await web.SignedInAsync("79-approver", script: false);
        await approver.GotoAsync(address);
        var other = await approver.Context.NewPageAsync();
        await other.GotoAsync(address);
        await Assertions.Expect(approver.Locator("section[aria-labelledby=approve]")).ToContainTextAsync("80,123456%");
        await approver.PressAsync("Duyệt số liệu đã chọn");
        await other.PressAsync("Duyệt số liệu đã chọn");
        await Assertions.Expect(other.Locator("#stale")).ToContainTextAsync("chưa thực hiện gì");
        await other.PressAsync("Nộp báo cáo cho bộ");
        await Assertions.Expect(other.GetByText("Đã nộp báo cáo.")).ToBeVisibleAsync();

        var ministry = await web.SignedInAsync("coordinator", script: false);
        await ministry.GotoAsync($"/coordination/reports/review-1/{People.City}");
        await Assertions.Expect(ministry.Locator("table.sheet")).ToContainTextAsync("80,123456%");
        await ministry.Locator("[name='reason.admin_files_processed_online']").FillAsync("Chưa gồm cấp xã");
        await ministry.Locator($"[id='{Services}']").CheckAsync();
        await ministry.PressAsync("Trả lại các số đã chọn");
        await Assertions.Expect(ministry.Locator($"[id='{Files}-error']")).ToContainTextAsync("chưa chọn trả lại");
        await Assertions.Expect(ministry.Locator($"[id='{Services}-error']")).ToBeVisibleAsync();
        await Assertions.Expect(ministry.Locator("[name='reason.admin_files_processed_online']")).ToHaveValueAsync("Chưa gồm cấp xã");
        await ministry.EnterAsync("text", " ");
        await ministry.PressAsync("Đặt câu hỏi");
        await Assertions.Expect(ministry.Locator("#text-error")).ToBeVisibleAsync();
        await ministry.EnterAsync("text", "Vì sao tăng?");
        await ministry.PressAsync("Đặt câu hỏi");
        await Assertions.Expect(ministry.Locator(".notice.done")).ToContainTextAsync("Đã gửi câu hỏi");
        await reporter.GotoAsync(address);
        await reporter.EnterAsync("answer-1", " ");
        await reporter.PressAsync("Gửi trả lời");
        await Assertions.Expect(reporter.Locator("#text-error")).ToBeVisibleAsync();
        await Assertions.Expect(reporter.Locator("#answer-1")).ToHaveAttributeAsync("aria-invalid", "true");

        await ministry.Locator("[name='reason.admin_files_processed_online']").FillAsync("Chưa gồm cấp xã");
        await ministry.Locator($"[id='{Files}']").CheckAsync();
        await ministry.PressAsync("Trả lại các số đã chọn");
        await Assertions.Expect(ministry.Locator(".notice.done")).ToContainTextAsync("Đã trả lại các số liệu đã chọn");
    }

    [Fact]
    public async Task Filling_in_from_the_platform_says_so_when_it_holds_nothing()
    {
        // Tây Ninh: other tests publish what Thành phố Hồ Chí Minh reports for these days.
        await web.OpenPeriodAsync("review-2");
        var reporter = await web.SignedInAsync("80-reporter", script: false);
        await reporter.GotoAsync("/desk/review-2/80@2025-07-01");
        await reporter.PressAsync("Điền từ dữ liệu nền tảng đang giữ");
        await Assertions.Expect(reporter.Locator(".notice.done")).ToContainTextAsync("Không điền thêm được gì");
    }
}
