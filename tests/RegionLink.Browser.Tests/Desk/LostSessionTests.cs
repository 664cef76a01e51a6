using System.Text;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Desk;

/// <summary>A session that ends while somebody fills in a form: what was typed, and the file that was chosen, go on after signing in again.</summary>
public sealed class LostSessionTests(WebFixture web)
{
    [Fact]
    public async Task A_chosen_file_is_checked_after_signing_in_again()
    {
        // A period of its own: what is written here must not be in the way of others.
        var address = await web.OpenPeriodAsync("lost-1");
        var page = await web.SignedInAsync("79-reporter", script: false);
        await page.GotoAsync(address);
        await EndAsync(page);
        await page.SendFileAsync(Encoding.UTF8.GetBytes($"Kỳ báo cáo;Đơn vị;Mã chỉ tiêu;Giá trị;Đơn vị tính\nlost-1;{People.City};admin_files_processed_online;93,25;percent\n"), "giữ lại.csv");
        await ResumeAsync(page, "79-reporter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("giữ lại.csv");
        await Assertions.Expect(page.Content()).ToContainTextAsync("93,25%");

        // Also between the check and the press that writes.
        await EndAsync(page);
        await page.PressAsync("Ghi vào báo cáo");
        await ResumeAsync(page, "79-reporter");
        await Assertions.Expect(page.GetByText("Đã ghi số liệu từ tệp.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_too_large_to_be_kept_is_said_plainly()
    {
        var page = await web.SignedInAsync("75-reporter", script: false);
        await page.GotoAsync("/desk/mau-2026-11/75@2026-04-30");
        await EndAsync(page);
        await page.SendFileAsync(new byte[2 * 1024 * 1024], "lớn.csv");
        await Assertions.Expect(page.Content()).ToContainTextAsync("chọn tệp lần nữa");
    }

    [Fact]
    public async Task A_proposed_project_is_still_there()
    {
        var page = await web.SignedInAsync("75-reporter", script: false);
        await page.GotoAsync("/projects/new");
        await page.EnterAsync("name", "Hệ thống quan trắc hồ chứa");
        await page.EnterAsync("description", "Dòng một\nDòng hai");
        await page.Locator("#category").SelectOptionAsync("A02");
        await EndAsync(page);
        await page.PressAsync("Xem dự án tương tự rồi tạo");
        await ResumeAsync(page, "75-reporter");
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("Hệ thống quan trắc hồ chứa");
        await Assertions.Expect(page.Locator("#description")).ToHaveValueAsync("Dòng một\nDòng hai");
        await Assertions.Expect(page.Locator("#category")).ToHaveValueAsync("A02");
        await Assertions.Expect(page.Locator("#number-error")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_new_period_is_still_there()
    {
        var page = await web.SignedInAsync("coordinator", script: false);
        await page.GotoAsync("/coordination/periods/new");
        await page.EnterAsync("titleVi", "Kỳ giữ lại");
        await page.Locator("input[value='online_public_services_total']").CheckAsync();
        await EndAsync(page);
        await page.PressAsync("Mở kỳ báo cáo");
        await ResumeAsync(page, "coordinator");
        await Assertions.Expect(page.Locator("#titleVi")).ToHaveValueAsync("Kỳ giữ lại");
        await Assertions.Expect(page.Locator("input[value='online_public_services_total']")).ToBeCheckedAsync();
    }

    private static Task EndAsync(IPage page) => page.Context.ClearCookiesAsync(new() { Name = "regionlink" });

    private async Task ResumeAsync(IPage page, string login)
    {
        await Assertions.Expect(page.Content()).ToContainTextAsync("Phiên làm việc đã hết");
        await page.SignInAsync(web, login);
        await page.PressAsync("Gửi tiếp");
    }
}
