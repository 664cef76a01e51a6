using RegionLink.Domain.Imports;

namespace RegionLink.Domain.Tests.Imports;

/// <summary>A template with a column of every type, and sheets for it.</summary>
internal static class SampleTemplate
{
    public static ImportTemplate Lines { get; } = new("lines", "Dòng ngân sách", "Budget lines",
    [
        new("number", "Số hiệu", "Number", ColumnType.Text) { Required = true, MaxLength = 10 },
        new("state", "Trạng thái", "State", ColumnType.Choice) { Allowed = [new("running", "Đang thực hiện", "Running"), new("done", "Hoàn thành", "Done")] },
        new("decided", "Dự toán", "Decided", ColumnType.Money) { Min = 0 },
        new("share", "Tỷ lệ", "Share", ColumnType.Decimal),
        new("year", "Năm", "Year", ColumnType.Whole) { Min = 2000, Max = 2100 },
        new("from", "Từ ngày", "From", ColumnType.Date),
    ]);

    public static RawSheet Sheet(string header, params RawRow[] rows) => new("Dữ liệu", [Row(1, [.. header.Split('|').Select(RawCell.Of)]), .. rows], []);

    public static RawRow Row(int number, params IReadOnlyList<RawCell> cells) => new(number, cells);

    public static RawRow Texts(int number, string cells) => new(number, [.. cells.Split('|').Select(RawCell.Of)]);

    public static ReadTable Read(RawSheet sheet) => TableReader.Read(sheet, Lines, numbers: null);
}
