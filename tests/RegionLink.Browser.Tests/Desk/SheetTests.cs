using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Desk;

/// <summary>The sheet with its script: keys, pasting, saving while typing, and what happens when the session ends.</summary>
public sealed class SheetTests(WebFixture web)
{
    private const string Services = "value.online_public_services_total";
    private const string Files = "value.admin_files_processed_online";

    [Fact]
    public async Task Keys_move_between_cells_and_what_is_typed_is_saved_by_itself()
    {
        var page = await web.SignedInAsync("79-reporter");
        await page.GotoAsync(await web.OpenPeriodAsync("sheet-1"));
        var first = page.Locator(".sheet-value").First;
        await first.FillAsync("12");
        await first.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".sheet-value").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("không rõ");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Có ô chưa đúng");
        await Assertions.Expect(page.Locator("td .field-error")).ToContainTextAsync("không đọc được là một số");
        await Assertions.Expect(page.Locator("td .field-error")).ToHaveCSSAsync("position", "static");
        await Assertions.Expect(page.Locator(".sheet-value").Nth(1)).ToHaveCSSAsync("border-top-width", "2px");
        await page.Locator(".sheet-value").Nth(1).FillAsync("34");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Đã lưu lúc");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".sheet-value").First).ToHaveValueAsync("12");
        await Assertions.Expect(page.Locator(".sheet-value").Nth(1)).ToHaveValueAsync("34");
        await Assertions.Expect(page.Locator(".draft-offer")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Rows_copied_from_Excel_fill_the_figures_they_name()
    {
        var page = await web.SignedInAsync("79-reporter");
        await page.GotoAsync(await web.OpenPeriodAsync("sheet-2"));
        await page.Locator(".sheet-value").First.FocusAsync();
        await PasteAsync(page, "admin_files_processed_online\t88,5\tCổng dịch vụ công\r\nonline_public_services_total\t1.923\r\n");
        await Assertions.Expect(page.Locator($"[id='{Files}']")).ToHaveValueAsync("88,5");
        await Assertions.Expect(page.Locator($"[id='{Services}']")).ToHaveValueAsync("1.923");
        await Assertions.Expect(page.Locator("[id='source.admin_files_processed_online']")).ToHaveValueAsync("Cổng dịch vụ công");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Đã lưu lúc");
    }

    [Fact]
    public async Task What_is_typed_after_the_session_ended_is_kept_and_offered_after_signing_in_again()
    {
        var address = await web.OpenPeriodAsync("sheet-3");
        var page = await web.SignedInAsync("79-reporter");
        await page.GotoAsync(address);
        await page.Context.ClearCookiesAsync(new() { Name = "regionlink" });
        await page.Locator($"[id='{Services}']").FillAsync("1.777");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Phiên làm việc đã hết");
        await page.Locator(".sheet-status").GetByRole(AriaRole.Link).ClickAsync();
        await page.SignInAsync(web, "79-reporter");

        await Assertions.Expect(page).ToHaveURLAsync(address);
        await page.PressAsync("Lấy lại");
        await Assertions.Expect(page.Locator($"[id='{Services}']")).ToHaveValueAsync("1.777");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Đã lưu lúc");
    }

    [Fact]
    public async Task Pasted_lines_that_find_no_field_are_named_and_quoted_cells_stay_whole()
    {
        var page = await web.SignedInAsync("79-reporter");
        await page.GotoAsync(await web.OpenPeriodAsync("sheet-4"));
        await page.Locator(".sheet-value").First.FocusAsync();
        await PasteAsync(page, "12\t\"Cổng \"\"một cửa\"\"\r\ncấp xã\"\r\n34\r\n56\tthừa\r\n");
        await Assertions.Expect(page.Locator(".sheet-value").Nth(1)).ToHaveValueAsync("34");
        await Assertions.Expect(page.Locator("[name^='source.']").First).ToHaveValueAsync("Cổng \"một cửa\" cấp xã");
        await Assertions.Expect(page.Locator(".paste-left")).ToContainTextAsync("1 dòng đã dán không có ô nào để điền và chưa được nhập: 56 thừa");

        // With names, a line of a figure this report does not ask for fills nobody else's field.
        await page.Locator(".sheet-value").First.FocusAsync();
        await PasteAsync(page, "Chỉ tiêu khác\t99\r\nonline_public_services_total\t1.923\r\n");
        await Assertions.Expect(page.Locator($"[id='{Services}']")).ToHaveValueAsync("1.923");
        await Assertions.Expect(page.Locator(".paste-left")).ToContainTextAsync("Chỉ tiêu khác 99");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Đã lưu lúc");
    }

    [Fact]
    public async Task A_thousands_separator_of_the_other_language_is_not_taken_for_a_fraction_of_a_service()
    {
        var page = await web.SignedInAsync("79-reporter");
        await page.GotoAsync(await web.OpenPeriodAsync("sheet-5"));
        await page.Locator($"[id='{Services}']").FillAsync("1,923");
        await Assertions.Expect(page.Locator("td .field-error")).ToContainTextAsync("đếm bằng số nguyên; hàng nghìn viết như 1.234");
        await page.Locator($"[id='{Services}']").FillAsync("1.923");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Đã lưu lúc");
        await Assertions.Expect(page.Locator("td .field-error")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_could_not_be_saved_is_saved_by_itself_once_the_connection_is_back()
    {
        var page = await web.SignedInAsync("79-reporter");
        await page.GotoAsync(await web.OpenPeriodAsync("sheet-6"));
        await page.Context.SetOfflineAsync(true);
        await page.Locator($"[id='{Services}']").FillAsync("1.801");
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Chưa lưu được");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(".sheet-status")).ToContainTextAsync("Đã lưu lúc");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator($"[id='{Services}']")).ToHaveValueAsync("1.801");
    }

    [Fact]
    public async Task What_the_button_saved_is_not_offered_again_and_what_it_could_not_save_is()
    {
        var address = await web.OpenPeriodAsync("sheet-7");
        var page = await web.SignedInAsync("79-reporter");
        await page.GotoAsync(address);
        await page.Locator($"[id='{Services}']").FillAsync("1923");
        await page.PressAsync("Lưu số liệu");
        await Assertions.Expect(page.GetByText("Đã lưu.", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"[id='{Services}']")).ToHaveValueAsync("1.923");
        await Assertions.Expect(page.Locator(".draft-offer")).ToHaveCountAsync(0);

        await page.Locator($"[id='{Files}']").FillAsync("tám mươi");
        await page.PressAsync("Lưu số liệu");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("tám mươi");
        await page.GotoAsync(address);
        await page.PressAsync("Lấy lại");
        await Assertions.Expect(page.Locator($"[id='{Files}']")).ToHaveValueAsync("tám mươi");
    }

    private static Task PasteAsync(IPage page, string text) => page.EvaluateAsync(
        """
        text => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        text);
}
