using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Runtime.Reports;

/// <summary>Which metrics of which unit come from a system.</summary>
public static class BindingTable
{
    public static Table Definition { get; } = new("figure-bindings", "figure_binding b", "b.key",
    [
        new("key", "b.key", Text, "Khóa", "Key"),
        new("unit", "b.unit", Text, "Đơn vị", "Unit"),
        new("metric", "b.metric", Text, "Chỉ tiêu", "Metric"),
        new("system", "b.system", Text, "Hệ thống", "System"),
        new("reason", "b.reason", Text, "Lý do", "Reason"),
        new("illustrative", "b.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
        new("version", "b.version", Integer, "Phiên bản", "Version"),
        new("updatedAt", "b.updated_at", Instant, "Cập nhật lúc", "Updated at"),
    ])
    {
        Sharing = new("b.unit", "reports"),
    };
}
