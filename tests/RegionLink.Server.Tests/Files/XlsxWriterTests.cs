using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using RegionLink.Domain.Common;
using RegionLink.Server.Files;

namespace RegionLink.Server.Tests.Files;

public sealed class XlsxWriterTests
{
    private static readonly SheetLayout Projects = new("Dự án: 2026/2027", [
        new("Mã", CellFormat.Text),
        new("Hạn mức", CellFormat.Whole, Check: new CellCheck(null, "Hạn mức", "Số tiền bằng đồng, ví dụ 1500000000")),
        new("Trạng thái", Check: new CellCheck("'Danh mục'!$A$1:$A$2", "Chọn", "Chọn một trạng thái")),
        new("Bản", Hidden: true)]);

    static XlsxWriterTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task A_workbook_keeps_to_the_standard()
    {
        using var file = await Workbook(["079", 5_000_000_000L, "running", 3]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Equal(["Dự án- 2026-2027", "Danh mục"], document.WorkbookPart!.Workbook.Sheets!.Select(s => s.GetAttribute("name", "").Value));
    }

    [Fact]
    public async Task Values_come_back_with_their_types()
    {
        var rows = await RoundTrip([
            "079", 5_000_000_000L, 0.0097m, new DateOnly(2026, 11, 22), true, new Money(-7), null, "Đường\nống & <b>",
            new DateTimeOffset(2026, 11, 22, 3, 4, 5, TimeSpan.Zero), DayOfWeek.Friday]);
        Assert.Equal(
            ["079", 5e9, 0.0097, new DateTime(2026, 11, 22), true, -7d, null, "Đường\nống & <b>", new DateTime(2026, 11, 22, 10, 4, 5), "friday"],
            rows[1].Take(10));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("'=1+1")]
    [InlineData("-5")]
    [InlineData("\t=1")]
    [InlineData("a\r\nb")]
    [InlineData("_x0041_ stays")]
    [InlineData("bell\a")]
    [InlineData("  outer spaces  ")]
    [InlineData("𠀋 😀")]
    public async Task Any_text_comes_back_as_it_was_and_never_as_a_formula(string text)
    {
        var rows = await RoundTrip([text]);
        Assert.Equal(text, rows[1][0]);
    }

    [Fact]
    public async Task A_text_that_starts_a_formula_is_marked_as_text()
    {
        using var file = await Workbook(["=1+1", null, null, null]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single(p => p.Uri.ToString().EndsWith("sheet1.xml", StringComparison.Ordinal)).Worksheet;
        var cell = sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Single(c => c.CellReference == "A2");
        var style = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        Assert.Null(cell.CellFormula);
        Assert.True(style.QuotePrefix!.Value);
    }

    [Fact]
    public async Task A_number_too_long_for_a_spreadsheet_keeps_its_digits_as_text()
    {
        var rows = await RoundTrip([1_234_567_890_123_456_789L]);
        Assert.Equal("1234567890123456789", rows[1][0]);
    }

    [Fact]
    public async Task The_target_need_not_be_seekable_and_is_written_asynchronously()
    {
        await using var target = new AsyncOnlyStream();
        using var xlsx = new XlsxWriter(target);
        await xlsx.StartSheetAsync(Projects, CancellationToken.None);
        for (var i = 0; i < 5_000; i++)
        {
            await xlsx.WriteRowAsync([$"DA-{i}", (long)i, "running", i], CancellationToken.None);
        }

        await xlsx.FinishAsync(CancellationToken.None);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(target.Written.ToArray()));
        Assert.Equal(5_001, reader.RowCount);
    }

    [Fact]
    public async Task A_workbook_given_up_half_way_does_not_open()
    {
        using var file = new MemoryStream();
        using (var xlsx = new XlsxWriter(file))
        {
            await xlsx.StartSheetAsync(Projects, CancellationToken.None);
            await xlsx.WriteRowAsync(["DA-1", 1L, "running", 1], CancellationToken.None);
        }

        Assert.ThrowsAny<Exception>(() => SpreadsheetDocument.Open(file, isEditable: false));
    }

    [Fact]
    public async Task A_workbook_without_a_sheet_still_opens()
    {
        using var file = new MemoryStream();
        using var xlsx = new XlsxWriter(file);
        await xlsx.FinishAsync(CancellationToken.None);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
    }

    private static async Task<MemoryStream> Workbook(params IReadOnlyList<object?> row)
    {
        var file = new MemoryStream();
        using var xlsx = new XlsxWriter(file);
        await xlsx.StartSheetAsync(Projects, CancellationToken.None);
        await xlsx.WriteRowAsync(row, CancellationToken.None);
        await xlsx.StartSheetAsync(new SheetLayout("Danh mục", [], SheetVisibility.Hidden), CancellationToken.None);
        await xlsx.WriteRowAsync(["running"], CancellationToken.None);
        await xlsx.WriteRowAsync(["done"], CancellationToken.None);
        await xlsx.FinishAsync(CancellationToken.None);

        file.Position = 0;
        return file;
    }

    private static async Task<List<object?[]>> RoundTrip(IReadOnlyList<object?> row)
    {
        using var file = await Workbook(row);
        using var reader = ExcelReaderFactory.CreateReader(file);
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return rows;
    }
}
