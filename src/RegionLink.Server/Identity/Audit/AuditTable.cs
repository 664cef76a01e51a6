using RegionLink.Runtime.Queries;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.Audit;

/// <summary>The access log as a list.</summary>
internal static class AuditTable
{
    public static readonly Table Definition = new(
        "audit",
        "access_log l",
        "lpad(l.id::text, 19, '0')",
        [
            new("id", "l.id", ColumnType.Integer, "Số", "Id"),
            new("at", "l.at", ColumnType.Instant, "Lúc", "At"),
            new("actor", "l.actor", ColumnType.Text, "Ai", "Actor"),
            new("kind", "l.kind", ColumnType.Text, "Việc", "Kind"),
            new("subject", "l.subject", ColumnType.Text, "Về", "Subject") { Sortable = false },
            new("unit", "l.unit", ColumnType.Text, "Đơn vị", "Unit") { Sortable = false },
            new("source", "host(l.source)", ColumnType.Text, "Địa chỉ mạng", "Network address") { Sortable = false },
            new("detail", "l.detail::text", ColumnType.Json, "Chi tiết", "Detail") { Sortable = false },
        ])
    {
        Sharing = KeptBy.Sharing("l.unit"),
        DefaultSort = "-id",
    };
}
