using System.Globalization;
using RegionLink.Domain.Imports;
using RegionLink.Server.Files;

namespace RegionLink.Server.Imports;

/// <summary>
/// Writes a template as a file, empty or filled with what is held: the same columns both ways. A workbook brings lists to choose from, hints
/// and a guide; both formats end with the version of each row.
/// </summary>
internal static class TemplateFile
{
    private const int HeadersRow = 1;

    /// <param name="rows">Rows by column key; null for an empty template, which leaves out columns only an export fills.</param>
    public static async Task WriteXlsxAsync(
        Stream target, ImportTemplate template, Language language, IAsyncEnumerable<IReadOnlyDictionary<string, object?>>? rows, CancellationToken ct)
    {
        var columns = ColumnsOf(template, filled: rows is not null);
        var lists = columns.Where(column => column.Allowed.Count > 0).ToList();
        using var book = new XlsxWriter(target);
        await book.StartSheetAsync(new SheetLayout(template.Title(language), [.. columns.Select(column => Layout(column, lists, language))]), ct);
        if (rows is not null)
        {
            await foreach (var row in rows.WithCancellation(ct))
            {
                await book.WriteRowAsync([.. columns.Select(column => Value(column, row, language))], ct);
            }
        }

        await WriteListsAsync(book, lists, language, ct);
        await WriteGuideAsync(book, columns, language, ct);
        await book.FinishAsync(ct);
    }

    /// <param name="delimiter">Comma, or semicolon for spreadsheets set to Vietnamese.</param>
    public static async Task WriteCsvAsync(
        Stream target,
        ImportTemplate template,
        Language language,
        char delimiter,
        IAsyncEnumerable<IReadOnlyDictionary<string, object?>>? rows,
        CancellationToken ct)
    {
        var columns = ColumnsOf(template, filled: rows is not null);
        var csv = new CsvTableWriter(target, delimiter, byteOrderMark: true, decimalComma: language == Language.Vi);
        await csv.WriteRowAsync([.. columns.Select(column => Header(column, language))], ct);
        if (rows is not null)
        {
            await foreach (var row in rows.WithCancellation(ct))
            {
                await csv.WriteRowAsync([.. columns.Select(column => Value(column, row, language))], ct);
            }
        }

        await csv.FlushAsync(ct);
    }

    private static List<ImportColumn> ColumnsOf(ImportTemplate template, bool filled) =>
        [.. template.Columns.Where(column => filled || !column.ReadOnly), ImportTemplate.Version];

    private static string Header(ImportColumn column, Language language)
    {
        var unit = column.Type == ColumnType.Money ? $" ({(language == Language.Vi ? MoneyUnit.Dong.Vi : MoneyUnit.Dong.En)})" : "";
        return $"{column.Title(language)}{unit}{(column.Required ? " *" : "")}";
    }

    private static object? Value(ImportColumn column, IReadOnlyDictionary<string, object?> row, Language language) => row.GetValueOrDefault(column.Key) switch
    {
        string code when column.Allowed.FirstOrDefault(allowed => allowed.Code == code) is { } allowed => allowed.Label(language),
        var value => value,
    };

    private static SheetColumn Layout(ImportColumn column, List<ImportColumn> lists, Language language)
    {
        var format = column.Type switch
        {
            ColumnType.Money => CellFormat.Whole,
            ColumnType.Date => CellFormat.Date,
            ColumnType.Whole or ColumnType.Decimal => CellFormat.General,
            _ when column.Lines => CellFormat.Wrapped,
            _ => CellFormat.Text,
        };
        var list = lists.IndexOf(column) is >= 0 and var at
            ? string.Create(CultureInfo.InvariantCulture, $"'{ListsName(language)}'!${XlsxText.Column(at)}${HeadersRow + 1}:${XlsxText.Column(at)}${HeadersRow + column.Allowed.Count}")
            : null;
        var hint = Hint(column, language);
        var check = column.Hidden || column.ReadOnly || (list is null && hint.Length == 0) ? null : new CellCheck(list, column.Title(language), hint);
        return new SheetColumn(Header(column, language), format, column.Width, column.Hidden, check);
    }

    private static string Hint(ImportColumn column, Language language)
    {
        var vi = language == Language.Vi;
        string?[] parts =
        [
            column.Required ? (vi ? "Bắt buộc." : "Required.") : null,
            column.Hint(language) is { Length: > 0 } hint ? hint.TrimEnd('.') + "." : null,
            column.Allowed.Count > 0 ? (vi ? "Chọn trong danh sách." : "Choose from the list.") : null,
            column.Type == ColumnType.Date ? (vi ? "Ngày/tháng/năm." : "A date, or text as 2026-12-31.") : null,
            column.Type == ColumnType.Money ? (vi ? "Số tiền theo đơn vị ghi ở tiêu đề cột." : "In the unit of the column's title.") : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }

    private static async Task WriteListsAsync(XlsxWriter book, List<ImportColumn> lists, Language language, CancellationToken ct)
    {
        if (lists.Count == 0)
        {
            return;
        }

        await book.StartSheetAsync(new SheetLayout(ListsName(language), [.. lists.Select(column => new SheetColumn(column.Title(language), CellFormat.Text, 40))]), ct);
        for (var i = 0; i < lists.Max(column => column.Allowed.Count); i++)
        {
            await book.WriteRowAsync([.. lists.Select(column => i < column.Allowed.Count ? column.Allowed[i].Label(language) : null)], ct);
        }
    }

    private static async Task WriteGuideAsync(XlsxWriter book, List<ImportColumn> columns, Language language, CancellationToken ct)
    {
        var vi = language == Language.Vi;
        await book.StartSheetAsync(
            new SheetLayout(vi ? SheetChoice.Guide.Vi : SheetChoice.Guide.En,
            [
                new(vi ? "Cột" : "Column", CellFormat.Text, 30),
                new(vi ? "Kiểu" : "Type", CellFormat.Text, 20),
                new(vi ? "Cách điền" : "How to fill it in", CellFormat.Wrapped, 100),
            ]),
            ct);
        foreach (var column in columns.Where(column => !column.Hidden))
        {
            var how = column.ReadOnly ? (vi ? "Chỉ để xem; không được đọc khi nhập." : "For reading only; ignored when importing.") : Hint(column, language);
            await book.WriteRowAsync([Header(column, language), TypeName(column.Type, vi), how], ct);
        }

        string[] notes = vi
            ?
            [
                "Không sửa cột ẩn ở cuối: cột này cho biết dòng được xuất từ phiên bản nào, để không ghi đè thay đổi của người khác.",
                "Có thể đổi đơn vị trong tiêu đề cột tiền, ví dụ (triệu đồng); hệ thống tự quy đổi ra đồng.",
                "Số có thể viết 1.234.567,5 hoặc 1,234,567.5 nhưng cả cột phải cùng một cách.",
                "Cột có dấu * là bắt buộc. Nhập thử (dry run) để xem trước mọi thay đổi và mọi lỗi.",
            ]
            :
            [
                "Leave the hidden last column alone: it tells which version a row was exported from, so that nobody's change is overwritten.",
                "The unit in the title of a money column may be changed, for instance to (million VND); amounts are converted to VND.",
                "Numbers may be written 1.234.567,5 or 1,234,567.5, but one way within a column.",
                "Columns with * are required. Try a dry run first: it shows every change and every fault.",
            ];
        foreach (var note in notes)
        {
            await book.WriteRowAsync([null, null, note], ct);
        }
    }

    private static string ListsName(Language language) => language == Language.Vi ? SheetChoice.Lists.Vi : SheetChoice.Lists.En;

    private static string TypeName(ColumnType type, bool vi) => type switch
    {
        ColumnType.Whole => vi ? "số nguyên" : "whole number",
        ColumnType.Decimal => vi ? "số" : "number",
        ColumnType.Money => vi ? "số tiền" : "money",
        ColumnType.Date => vi ? "ngày" : "date",
        ColumnType.Choice => vi ? "danh mục" : "list",
        _ => vi ? "văn bản" : "text",
    };
}
