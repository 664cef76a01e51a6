using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Server.Files;
using RegionLink.Server.Imports;

namespace RegionLink.Server.Tests.Imports;

public sealed class TemplateFileTests
{
    private static readonly ImportTemplate Lines = new("lines", "Dòng ngân sách", "Budget lines",
    [
        new("number", "Số hiệu", "Number", ColumnType.Text) { Required = true, Identity = true, HintVi = "Duy nhất trong năm", HintEn = "Unique in the year" },
        new("category", "Nhóm hoạt động", "Activity", ColumnType.Choice)
        {
            Allowed = [.. Enumerable.Range(1, 12).Select(i => new AllowedValue($"A{i:00}", $"A{i:00} - Hoạt động dài đến mức không vừa danh sách viết liền {i}", $"A{i:00} - Activity {i}"))],
        },
        new("decided", "Dự toán", "Decided", ColumnType.Money) { Min = 0 },
        new("from", "Từ ngày", "From", ColumnType.Date),
        new("note", "Ghi chú", "Note", ColumnType.Text) { Lines = true },
        new("state", "Trạng thái", "State", ColumnType.Text) { ReadOnly = true },
    ]);

    private static readonly Dictionary<string, object?> Held = new()
    {
        ["number"] = "007",
        ["category"] = "A03",
        ["decided"] = new Money(1_234_567_890_123),
        ["from"] = new DateOnly(2026, 4, 3),
        ["note"] = "=một\nhai",
        ["state"] = "xong",
        ["rowVersion"] = 12L,
    };

    [Theory]
    [InlineData(Language.Vi)]
    [InlineData(Language.En)]
    public async Task A_template_keeps_to_the_standard_and_offers_its_lists(Language language)
    {
        using var file = await XlsxAsync(language, null);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var checks = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<DataValidation>()).ToList();
        var list = Assert.Single(checks, check => check.Type?.Value == DataValidationValues.List);
        Assert.Equal(language == Language.Vi ? "'Danh mục'!$A$2:$A$13" : "'Lists'!$A$2:$A$13", list.Formula1!.Text);
        Assert.Contains(checks, check => check.Prompt?.Value?.Contains(language == Language.Vi ? "Duy nhất" : "Unique", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("xlsx", Language.Vi)]
    [InlineData("xlsx", Language.En)]
    [InlineData("csv", Language.Vi)]
    [InlineData("csv", Language.En)]
    public async Task What_is_exported_reads_back_as_it_is_held(string format, Language language)
    {
        using var file = format == "xlsx" ? await XlsxAsync(language, Rows()) : await CsvAsync(language, Rows());
        var (sheets, fault) = FileReader.Read(file, new FileLimits());
        Assert.Null(fault);
        var faults = new List<ImportFault>();
        var table = TableReader.Read(SheetChoice.Of(sheets, Lines, faults)!, Lines, null);

        Assert.Empty(faults.Concat(table.Faults));
        var row = Assert.Single(table.Rows);
        Assert.Equal(12, row.Version);
        Assert.Empty(new HeldRow("x", 12, Held).ChangedBy(row, Lines));
        Assert.False(row.Has("state"));
        Assert.Equal(("007", "A03", new Money(1_234_567_890_123), new DateOnly(2026, 4, 3), "=một\nhai"), (row.Text("number"), row.Text("category"), row.Money("decided"), row.Date("from"), row.Text("note")));
    }

    [Fact]
    public async Task An_empty_template_leaves_out_what_only_an_export_fills()
    {
        using var file = await CsvAsync(Language.Vi, null);
        Assert.Equal("\uFEFFSố hiệu *;Nhóm hoạt động;Dự toán (đồng);Từ ngày;Ghi chú;Phiên bản (không sửa)\r\n", System.Text.Encoding.UTF8.GetString(file.ToArray()));
    }

    private static async Task<MemoryStream> XlsxAsync(Language language, IAsyncEnumerable<IReadOnlyDictionary<string, object?>>? rows)
    {
        var file = new MemoryStream();
        await TemplateFile.WriteXlsxAsync(file, Lines, language, rows, TestContext.Current.CancellationToken);
        return file;
    }

    private static async Task<MemoryStream> CsvAsync(Language language, IAsyncEnumerable<IReadOnlyDictionary<string, object?>>? rows)
    {
        var file = new MemoryStream();
        await TemplateFile.WriteCsvAsync(file, Lines, language, ';', rows, TestContext.Current.CancellationToken);
        return file;
    }

    private static async IAsyncEnumerable<IReadOnlyDictionary<string, object?>> Rows()
    {
        await Task.Yield();
        yield return Held;
    }
}
