using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Reports;

namespace RegionLink.Runtime.Imports.Kinds;

/// <summary>The columns of a report's file: one figure a row.</summary>
internal static class ReportColumns
{
    private static readonly IReadOnlyList<AllowedValue> Origins = Vocabulary.ListOf<Origin>(origin => origin switch
    {
        Origin.Computed => ("Hệ thống tính", "Computed"),
        Origin.Connected => ("Từ hệ thống kết nối", "Connected"),
        Origin.Imported => ("Nhập từ tệp", "Imported"),
        Origin.Entered => ("Nhập tay", "Entered"),
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    });

    private static readonly IReadOnlyList<AllowedValue> States = Vocabulary.ListOf<FigureState>(state => state switch
    {
        FigureState.Entered => ("Chờ duyệt", "Waiting for approval"),
        FigureState.Approved => ("Đã duyệt", "Approved"),
        FigureState.Returned => ("Bị trả lại", "Returned"),
        FigureState.Accepted => ("Đã chấp nhận", "Accepted"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    });

    public static ImportTemplate Template { get; } = new("report", "Báo cáo kỳ", "Report of a period",
    [
        new("period", "Kỳ báo cáo", "Period", ColumnType.Text) { Required = true, Identity = true, HintVi = "Mã kỳ, ví dụ 2026-11", HintEn = "Id of the period, such as 2026-11" },
        new("unit", "Đơn vị", "Unit", ColumnType.Text)
        {
            Identity = true,
            HintVi = "Mã và ngày hiệu lực, ví dụ 79@2025-07-01. Để trống: đơn vị của người nhập.",
            HintEn = "Code and first day, such as 79@2025-07-01. Empty: the unit of whoever imports.",
        },
        new("form", "Biểu mẫu", "Forms", ColumnType.Text) { ReadOnly = true },
        new("metric", "Mã chỉ tiêu", "Metric", ColumnType.Text) { Required = true, Identity = true, Width = 30 },
        new("title", "Tên chỉ tiêu", "Name of the metric", ColumnType.Text) { ReadOnly = true, Width = 50 },
        new("value", "Giá trị", "Value", ColumnType.Decimal) { HintVi = "Không có số liệu: để trống và ghi lý do, không ghi 0", HintEn = "Without data: leave it empty and say why; do not write 0" },
        new("unitOfMeasure", "Đơn vị tính", "Unit of measure", ColumnType.Text) { Required = true, Fixed = true, HintVi = "Như kỳ báo cáo yêu cầu", HintEn = "As the period asks it" },
        new("noDataReason", "Lý do không có số liệu", "Reason for no data", ColumnType.Text) { MaxLength = Report.LongestText, Width = 30 },
        new("note", "Ghi chú", "Note", ColumnType.Text) { MaxLength = Report.LongestText, Width = 30 },
        new("why", "Lý do sửa", "Reason of the change", ColumnType.Text)
        {
            Passing = true,
            MaxLength = Report.LongestText,
            Width = 30,
            HintVi = "Cần khi sửa số đã duyệt, bị trả lại, do hệ thống tính hoặc cung cấp",
            HintEn = "Needed for a figure that was approved, returned, computed or delivered",
        },
        new("origin", "Nguồn gốc", "Origin", ColumnType.Choice) { ReadOnly = true, Allowed = Origins },
        new("source", "Nguồn", "Source", ColumnType.Text) { ReadOnly = true, Width = 40 },
        new("state", "Trạng thái", "State", ColumnType.Choice) { ReadOnly = true, Allowed = States },
        new("returnReason", "Lý do trả lại", "Reason of the return", ColumnType.Text) { ReadOnly = true, Width = 40 },
        new("held", "Số đã có trên hệ thống", "Held by the platform", ColumnType.Decimal) { ReadOnly = true },
        new("earlier", "Kỳ trước", "Earlier value", ColumnType.Decimal) { ReadOnly = true },
    ]);

    /// <summary>A figure as held, in words of the template.</summary>
    public static Dictionary<string, object?> ValuesOf(string period, string unit, StoredFigure figure) => new(StringComparer.Ordinal)
    {
        [ImportTemplate.Version.Key] = figure.Version,
        ["period"] = period,
        ["unit"] = unit,
        ["metric"] = figure.Metric,
        ["value"] = figure.Value,
        ["unitOfMeasure"] = figure.UnitOfMeasure,
        ["noDataReason"] = figure.NoDataReason,
        ["note"] = figure.Note,
        ["origin"] = Vocabulary.Code(Origins, figure.Origin),
        ["source"] = figure.Source,
        ["state"] = Vocabulary.Code(States, figure.State),
        ["returnReason"] = figure.ReturnReason,
    };

    /// <summary>The figure a row gives. What it leaves as it was keeps its origin and source; what it gives came from this cell of this file.</summary>
    /// <param name="scaleAnswer">Answer to the question about a jump of scale; null when there was none.</param>
    public static FigureEntry EntryOf(TypedRow row, StoredFigure? held, ImportScope scope, string? scaleAnswer)
    {
        var (value, reason) = (row.Decimal("value"), Given("noDataReason", held?.NoDataReason));
        var same = held is not null && held.Value == value && held.NoDataReason == reason;
        return new FigureEntry(
            row.Text("metric")!,
            value,
            row.Text("unitOfMeasure")!,
            same ? held!.Origin : Origin.Imported,
            reason,
            same ? held!.Source : scope.SourceOf(row, "value"),
            Note: Given("note", held?.Note),
            Why: row.Text("why"),
            ScaleAnswer: scaleAnswer);

        string? Given(string column, string? before) => row.Has(column) ? row.Text(column) : before;
    }
}
