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
        await Assertions.Expect(page.Locator(".field-error.live")).ToContainTextAsync("không đọc được là một số");
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
        await page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData('text/plain', 'admin_files_processed_online\t88,5\tCổng dịch vụ công\r\nonline_public_services_total\t1.923\r\n');
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
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
}
