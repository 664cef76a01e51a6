using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Desk;

/// <summary>A report that is filled in with a spreadsheet, as most people will do it.</summary>
public sealed class UploadTests(WebFixture web)
{
    [Fact]
    public async Task A_report_goes_from_Excel_into_the_public_without_a_script()
    {
        var address = await web.OpenPeriodAsync("excel-1");
        var reporter = await web.SignedInAsync("79-reporter", script: false);
        await reporter.GotoAsync(address);
        var template = await reporter.Context.APIRequest.GetAsync((await reporter.GetByRole(AriaRole.Link, new() { Name = "Tải mẫu Excel" }).GetAttributeAsync("href"))!);
        var empty = await template.BodyAsync();

        await reporter.SendFileAsync(Filled(empty, "<c r=\"F2\" t=\"inlineStr\"><is><t>hai nghìn</t></is></c>", "<c r=\"F3\"><v>81.5</v></c>"));
        var faults = reporter.Locator("section", new() { Has = reporter.Locator("#faults") });
        await Assertions.Expect(faults).ToContainTextAsync("F2");
        await Assertions.Expect(faults).ToContainTextAsync("hai nghìn");
        await Assertions.Expect(faults).ToContainTextAsync("Cách sửa");
        await Assertions.Expect(reporter.Locator("section", new() { Has = reporter.Locator("#changes") })).ToContainTextAsync("81,5%");

        await reporter.SendFileAsync(Filled(empty, "<c r=\"F2\"><v>2034</v></c>", "<c r=\"F3\"><v>81.5</v></c>"));
        await Assertions.Expect(reporter.Content()).ToContainTextAsync("2 số liệu sẽ được ghi");
        await reporter.PressAsync("Ghi vào báo cáo");
        await Assertions.Expect(reporter.GetByText("Đã ghi số liệu từ tệp.")).ToBeVisibleAsync();
        await Assertions.Expect(reporter.Content()).ToContainTextAsync("bao-cao.xlsx");

        var approver = await web.SignedInAsync("79-approver", script: false);
        await approver.GotoAsync(address);
        await approver.PressAsync("Duyệt số liệu đã chọn");
        await approver.PressAsync("Nộp báo cáo cho bộ");
        await Assertions.Expect(approver.GetByText("Đã nộp báo cáo.")).ToBeVisibleAsync();
        var ministry = await web.SignedInAsync("coordinator", script: false);
        await ministry.GotoAsync($"/coordination/reports/excel-1/{People.City}");
        await ministry.PressAsync("Chấp nhận báo cáo");
        await ministry.PressAsync("Công bố");
        await Assertions.Expect(ministry.Content().GetByText("Đã công bố").First).ToBeVisibleAsync();

        var anybody = await web.OpenAsync(script: false);
        await anybody.GotoAsync($"/explorer?metrics=online_public_services_total&units={People.City}&period=2026-10-15/2026-11-14");
        await Assertions.Expect(anybody.Content()).ToContainTextAsync("2.034");
    }

    [Fact]
    public async Task A_file_with_faults_is_explained_without_barriers()
    {
        var page = await web.SignedInAsync("75-reporter");
        var row = "mau-2026-11;75@2026-04-30";
        await page.GotoAsync("/desk/mau-2026-11/75@2026-04-30");
        await page.SendFileAsync(Encoding.UTF8.GetBytes($"""
            Kỳ báo cáo;Đơn vị;Mã chỉ tiêu;Giá trị;Đơn vị tính
            {row};officials_with_digital_identity;120,5;percent
            {row};state_systems_with_approved_security_level;78,25;percent
            {row};citizen_reports_received;nhiều;calls
            {row};no_such_metric;91.5;percent
            """), "số liệu.csv");
        await Assertions.Expect(page.Content()).ToContainTextAsync("Chỉ ghi 1 dòng không có lỗi");

        // More than the whole cannot be; a number written the English way is not guessed at under Vietnamese headings.
        await Assertions.Expect(page.Content()).ToContainTextAsync("không thể là 120,5: giá trị nằm trong khoảng từ 0 đến 100");
        await Assertions.Expect(page.Content()).ToContainTextAsync("'91.5' không theo cách viết số đã nêu (vi)");
        await page.KeepPictureAsync("upload-vi-1280");
        await page.HasNoBarriersAsync();
        await page.SetViewportSizeAsync(360, 900);
        await page.KeepPictureAsync("upload-vi-360");
        await page.FitsAsync();
    }

    [Fact]
    public async Task What_is_no_spreadsheet_and_what_is_too_large_is_refused_by_a_page()
    {
        var page = await web.SignedInAsync("75-reporter", script: false);
        await page.GotoAsync("/desk/mau-2026-11/75@2026-04-30");
        await page.SendFileAsync([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2, 3], "anh.xlsx");
        await Assertions.Expect(page.Content()).ToContainTextAsync("không phải Excel");
        await page.SendFileAsync(new byte[20 * 1024 * 1024], "lon.csv");
        await Assertions.Expect(page.Content()).ToContainTextAsync("lớn hơn mức cho phép 1 MB");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Fill in with an Excel or CSV file" })).ToBeVisibleAsync();
    }

    /// <summary>The template with cells put in before those of the unit of measure, row by row.</summary>
    private static byte[] Filled(byte[] template, params string[] cells)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string sheet;
            using (var reader = new StreamReader(part.Open()))
            {
                sheet = reader.ReadToEnd();
            }

            for (var i = 0; i < cells.Length; i++)
            {
                var next = $"<c r=\"G{i + 2}\"";
                Assert.Contains(next, sheet, StringComparison.Ordinal);
                sheet = sheet.Replace(next, cells[i] + next, StringComparison.Ordinal);
            }

            part.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(sheet);
        }

        return file.ToArray();
    }
}

internal static class Files
{
    /// <summary>Chooses a file on the page that is open and has it checked.</summary>
    public static async Task SendFileAsync(this IPage page, byte[] content, string name = "bao-cao.xlsx")
    {
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await page.PressAsync("Kiểm tra tệp");
    }
}
