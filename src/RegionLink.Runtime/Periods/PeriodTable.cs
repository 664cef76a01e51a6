using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Runtime.Periods;

/// <summary>The list of reporting periods. Public: what is asked of whom by when is no secret.</summary>
public static class PeriodTable
{
    public static Table Definition { get; } = new("periods", "period p", "p.key",
    [
        new("id", "p.key", Text, "Mã kỳ", "Id"),
        new("titleVi", "p.title_vi", Text, "Tên kỳ báo cáo", "Title in Vietnamese"),
        new("titleEn", "p.title_en", Text, "Tên tiếng Anh", "Title in English"),
        new("start", "p.start_on", Date, "Từ ngày", "First day"),
        new("end", "p.end_on", Date, "Đến ngày", "Last day"),
        new("about", "p.about", Text, "Số liệu của kỳ", "Period the figures are about"),
        new("due", "p.due_on", Date, "Hạn nộp", "Due"),
        new("state", "p.state", Text, "Trạng thái", "State"),
        new("closedAt", "p.closed_at", Instant, "Đóng lúc", "Closed at"),
        new("units", "p.units", TextList, "Đơn vị phải báo cáo", "Units that report"),
        new("metrics", "p.metrics", TextList, "Chỉ tiêu", "Metrics"),
        new("forms", "p.forms::text", ColumnType.Json, "Biểu mẫu", "Forms"),
        new("illustrative", "p.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
        new("version", "p.version", Integer, "Phiên bản", "Version"),
        new("createdAt", "p.created_at", Instant, "Mở lúc", "Opened at"),
        new("updatedAt", "p.updated_at", Instant, "Cập nhật lúc", "Updated at"),
    ])
    {
        DefaultSort = "-end",
    };
}
