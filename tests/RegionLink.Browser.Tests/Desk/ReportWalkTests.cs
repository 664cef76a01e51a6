using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Desk;

/// <summary>
/// A report from the opening of its period to the public, as those who do it see it; without a script, as on the slowest line, and with the
/// approver reading English.
/// </summary>
public sealed class ReportWalkTests(WebFixture web)
{
    private const string Services = "value.online_public_services_total";
    private const string Files = "value.admin_files_processed_online";

    [Fact]
    public async Task A_report_goes_from_an_open_period_over_a_returned_figure_into_the_public()
    {
        var address = await web.OpenPeriodAsync("walk-1");

        var reporter = await web.SignedInAsync("79-reporter", script: false);
        await reporter.GotoAsync("/desk");
        await reporter.GetByRole(AriaRole.Heading, new() { Name = "Báo cáo walk-1" }).GetByRole(AriaRole.Link).ClickAsync();
        await reporter.Locator($"[id='{Services}']").FillAsync("1.923");
        await reporter.Locator($"[id='{Files}']").FillAsync("tám mươi");
        await reporter.PressAsync("Lưu số liệu");
        await Assertions.Expect(reporter.Locator(".error-summary")).ToContainTextAsync("không đọc được là một số");
        await Assertions.Expect(reporter.Locator($"[id='{Services}']")).ToHaveValueAsync("1.923");
        await Assertions.Expect(reporter.Locator($"[id='{Files}']")).ToHaveAttributeAsync("aria-invalid", "true");
        await reporter.Locator($"[id='{Files}']").FillAsync("80,5");
        await reporter.PressAsync("Lưu số liệu");
        await Assertions.Expect(reporter.GetByText("Đã lưu.")).ToBeVisibleAsync();

        var approver = await web.SignedInAsync("79-approver", script: false);
        await approver.GotoAsync($"{address}?lang=en");
        await Assertions.Expect(approver.Content()).ToContainTextAsync("1,923 services");
        await approver.PressAsync("Submit the report");
        await Assertions.Expect(approver.Locator(".error-summary")).ToContainTextAsync("has not been approved");
        await approver.PressAsync("Approve the chosen figures");
        await approver.PressAsync("Submit the report");
        await Assertions.Expect(approver.GetByText("The report was submitted.")).ToBeVisibleAsync();

        var ministry = await web.SignedInAsync("coordinator", script: false);
        await ministry.GotoAsync($"/coordination/reports/walk-1/{People.City}");
        await ministry.Locator($"[id='{Files}']").CheckAsync();
        await ministry.PressAsync("Trả lại các số đã chọn");
        await Assertions.Expect(ministry.Locator(".error-summary")).ToContainTextAsync("phải nêu lý do");
        await Assertions.Expect(ministry.Locator($"[id='{Files}']")).ToBeCheckedAsync();
        await ministry.Locator("[name='reason.admin_files_processed_online']").FillAsync("Chưa gồm cấp xã");
        await ministry.PressAsync("Trả lại các số đã chọn");

        await reporter.GotoAsync("/desk");
        await Assertions.Expect(reporter.Content()).ToContainTextAsync("1 số liệu bị trả lại");
        await reporter.GotoAsync(address);
        await Assertions.Expect(reporter.Content()).ToContainTextAsync("Chưa gồm cấp xã");
        await reporter.Locator($"[id='{Files}']").FillAsync("78,2");
        await reporter.PressAsync("Lưu số liệu");
        await Assertions.Expect(reporter.Locator("[id='why.admin_files_processed_online-error']")).ToBeVisibleAsync();
        await reporter.Locator("[id='why.admin_files_processed_online']").FillAsync("Đã gồm cấp xã");
        await reporter.PressAsync("Lưu số liệu");
        await approver.GotoAsync(address);
        await Assertions.Expect(approver.Locator("input[name=metrics]")).ToHaveCountAsync(1);
        await approver.PressAsync("Approve the chosen figures");
        await approver.PressAsync("Submit the report");
        await Assertions.Expect(approver.GetByText("The report was submitted.")).ToBeVisibleAsync();

        await ministry.GotoAsync($"/coordination/reports/walk-1/{People.City}");
        await Assertions.Expect(ministry.Content()).ToContainTextAsync("78,2%");
        await ministry.PressAsync("Chấp nhận báo cáo");
        await ministry.PressAsync("Công bố");
        await Assertions.Expect(ministry.Content().GetByText("Đã công bố").First).ToBeVisibleAsync();

        var anybody = await web.OpenAsync(script: false);
        await anybody.GotoAsync($"/explorer?metrics=online_public_services_total,admin_files_processed_online&units={People.City}&period=2026-10-15/2026-11-14");
        await Assertions.Expect(anybody.Content()).ToContainTextAsync("1.923");
        await Assertions.Expect(anybody.Content()).ToContainTextAsync("78,2");
    }

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
