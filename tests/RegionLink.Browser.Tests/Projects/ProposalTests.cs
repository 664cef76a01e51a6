using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Projects;

/// <summary>A reporter proposes a project and keeps it up to date, without script.</summary>
public sealed class ProposalTests(WebFixture web)
{
    private const string Similar = "79@2025-07-01/MAU-002";

    [Fact]
    public async Task What_a_neighbour_has_is_shown_before_a_project_is_made_and_the_answer_is_kept()
    {
        var page = await web.SignedInAsync("75-reporter", script: false);
        await page.GotoAsync("/projects");
        await page.GetByRole(AriaRole.Link, new() { Name = "Đề xuất dự án mới" }).ClickAsync();

        // Everything wrong at once, at its field.
        await page.PressAsync("Xem dự án tương tự rồi tạo");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Chưa chọn mục nào trong danh sách.");
        await Assertions.Expect(page.Locator("#pillar-error")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#name-error")).ToBeVisibleAsync();

        await page.GetByLabel("Tên dự án", new() { Exact = true }).FillAsync("Kho dữ liệu dùng chung và cổng dữ liệu mở cho cấp xã");
        await page.GetByLabel("Mã dự án").FillAsync("DN-KHO-01");
        await page.GetByLabel("Chủ đầu tư").FillAsync("Sở Khoa học và Công nghệ");
        await page.GetByLabel("Trụ cột").SelectOptionAsync("government");
        await page.Locator("#category").SelectOptionAsync("A03");
        await page.Locator("#form").SelectOptionAsync("investmentProject");
        await page.Locator("[id='funding[0].name']").FillAsync("Vốn đầu tư công");
        await page.Locator("[id='funding[0].amount']").FillAsync("12.500.000.000");
        await page.PressAsync("Xem dự án tương tự rồi tạo");

        await Assertions.Expect(page.Content()).ToContainTextAsync("Vì sao giống: tên giống");

        // Not made yet: the neighbour's project waits for an answer, and "differs" for its reason.
        var neighbour = page.Locator($"[id='answer:{Similar}']");
        await Assertions.Expect(neighbour).ToContainTextAsync("Kho dữ liệu dùng chung và cổng dữ liệu mở");
        await page.PressAsync("Tạo dự án");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("liên quan thế nào");
        await page.KeepPictureAsync("project-similar-vi-1280");
        await neighbour.GetByLabel("Dự án của chúng tôi khác, vì…").CheckAsync();
        foreach (var other in await page.Locator("fieldset.similar").AllAsync())
        {
            if (await other.Locator("input:checked").CountAsync() == 0)
            {
                await other.GetByLabel("Không liên quan, chỉ trùng từ").CheckAsync();
            }
        }

        await page.PressAsync("Tạo dự án");
        await Assertions.Expect(page.Locator($"[id='why:{Similar}-error']")).ToContainTextAsync("khác dự án");
        await neighbour.GetByLabel("Vì sao, hoặc dùng lại, cùng làm phần nào").FillAsync("Dành cho cấp xã, chưa có ở thành phố");
        await page.PressAsync("Tạo dự án");

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(web.Address, "/projects/75@2026-04-30/DN-KHO-01?saved").ToString());
        var links = page.Locator("section", new() { Has = page.Locator("#links") });
        await Assertions.Expect(links).ToContainTextAsync("Khác với: Kho dữ liệu dùng chung và cổng dữ liệu mở");
        await Assertions.Expect(links).ToContainTextAsync("Dành cho cấp xã, chưa có ở thành phố");
        await Assertions.Expect(page.Locator("section", new() { Has = page.Locator("#money") })).ToContainTextAsync("12.500.000.000 đồng");
    }

    [Fact]
    public async Task Progress_and_a_finished_step_are_recorded_by_a_form()
    {
        var page = await web.SignedInAsync("79-reporter", script: false);
        await page.GotoAsync($"/projects/{Similar}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cập nhật tiến độ, các bước" }).ClickAsync();
        await page.Locator("#percent").FillAsync("ba mươi");
        await page.PressAsync("Ghi nhận tiến độ");
        await Assertions.Expect(page.Locator("#percent-error")).ToContainTextAsync("không đọc được");
        await Assertions.Expect(page.Locator("#disbursed-error")).ToBeVisibleAsync();
        await page.Locator("#percent").FillAsync("31,5");
        await page.Locator("#disbursed").FillAsync("80.000.000.000");
        await page.PressAsync("Ghi nhận tiến độ");
        await Assertions.Expect(page.Locator("#progress-chart")).ToContainTextAsync("31,5");

        await page.GetByRole(AriaRole.Link, new() { Name = "Cập nhật tiến độ, các bước" }).ClickAsync();
        await page.Locator("[id='step.code']").SelectOptionAsync("DAU-THAU");
        await page.PressAsync("Ghi nhận bước đã xong");
        await Assertions.Expect(page.GetByText("Đã ghi nhận.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Lựa chọn nhà thầu" })).Not.ToContainTextAsync("quá hạn");
    }

    [Fact]
    public async Task A_finished_step_is_corrected_with_its_reason_and_ties_are_made_and_taken_back()
    {
        var page = await web.SignedInAsync("79-reporter", script: false);
        const string Own = "/projects/79@2025-07-01/MAU-001";
        await page.GotoAsync($"{Own}/update");
        await page.Locator("[id='correction.code']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.EnterAsync("correction.on", "2026-02-03");
        await page.PressAsync("Sửa ngày xong");
        await Assertions.Expect(page.Locator("[id='correction.correctionReason-error']")).ToBeVisibleAsync();
        await page.EnterAsync("correction.correctionReason", "Nhập nhầm ngày nghiệm thu");
        await page.PressAsync("Sửa ngày xong");
        await Assertions.Expect(page.GetByText("Đã ghi nhận.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("section", new() { Has = page.Locator("#steps") })).ToContainTextAsync("03/02/2026");

        await page.GotoAsync($"{Own}/update");
        await page.PressAsync("Ghi liên kết");
        await Assertions.Expect(page.Locator("[id='link.kind-error']")).ToBeVisibleAsync();
        await page.Locator("[id='link.kind']").SelectOptionAsync("reusedFrom");
        await page.EnterAsync("link.other", "75@2026-04-30/KHONG-CO");
        await page.PressAsync("Ghi liên kết");
        await Assertions.Expect(page.Locator("[id='link.other-error']")).ToBeVisibleAsync();
        await page.EnterAsync("link.other", "75@2026-04-30/MAU-001");
        await page.EnterAsync("link.note", "Dùng lại mẫu biểu");
        await page.PressAsync("Ghi liên kết");
        var links = page.Locator("section", new() { Has = page.Locator("#links") });
        await Assertions.Expect(links).ToContainTextAsync("Dùng lại mẫu biểu");

        await page.GotoAsync($"{Own}/update");
        await page.Locator("[id='unlink.link']").SelectOptionAsync("reusedFrom 75@2026-04-30/MAU-001");
        await page.EnterAsync("unlink.reason", "Không dùng nữa");
        await page.PressAsync("Bỏ liên kết");
        await Assertions.Expect(links).Not.ToContainTextAsync("Dùng lại mẫu biểu");
    }

    [Fact]
    public async Task Another_provinces_people_find_no_form_for_a_project()
    {
        var page = await web.SignedInAsync("75-reporter", script: false);
        await page.GotoAsync($"/projects/{Similar}");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Cập nhật tiến độ, các bước" })).ToHaveCountAsync(0);
        Assert.Equal(403, (await page.GotoAsync($"/projects/{Similar}/update"))!.Status);
    }
}
