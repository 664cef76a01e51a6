using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Runtime.Reports;

/// <summary>Figures of accepted reports, across units and periods. What is still being worked on is read with its report.</summary>
public static class ReportFigureTable
{
    public static Table Definition { get; } = new(
        "report-figures",
        "report_figure f join report r on r.key = f.report join period p on p.key = f.period",
        "f.key",
        [
            new("key", "f.key", Text, "Khóa", "Key"),
            new("period", "f.period", Text, "Kỳ báo cáo", "Period"),
            new("about", "p.about", Text, "Số liệu của kỳ", "Period the figures are about"),
            new("unit", "f.unit", Text, "Đơn vị", "Unit"),
            new("metric", "f.metric", Text, "Chỉ tiêu", "Metric"),
            new("value", "f.value", ColumnType.Decimal, "Giá trị", "Value"),
            new("noDataReason", "f.no_data_reason", Text, "Lý do không có số liệu", "Reason for no data"),
            new("unitOfMeasure", "f.unit_of_measure", Text, "Đơn vị tính", "Unit of measure"),
            new("origin", "f.origin", Text, "Cách có số liệu", "Origin"),
            new("source", "f.source", Text, "Nguồn", "Source"),
            new("note", "f.note", Text, "Ghi chú", "Note"),
            new("reportState", "r.state", Text, "Trạng thái báo cáo", "State of the report"),
            new("scaleAnswer", "f.scale_answer", Text, "Giải trình lệch đơn vị", "Answer about the scale"),
            new("illustrative", "f.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
            new("version", "f.version", Integer, "Phiên bản", "Version"),
            new("updatedAt", "f.updated_at", Instant, "Cập nhật lúc", "Updated at"),
        ])
    {
        Where = "r.state in ('accepted', 'published')",
        Sharing = new("f.unit", "reports"),
    };
}
