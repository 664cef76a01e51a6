using RegionLink.Runtime.Queries;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.Identity.Keys;

/// <summary>The list of keys, without their secrets, which nobody but their holders know.</summary>
internal static class ApiKeyTable
{
    public static readonly Table Definition = new(
        "api-keys",
        "api_key k",
        "k.id::text",
        [
            new("id", "k.id::text", ColumnType.Text, "Mã", "Id"),
            new("prefix", "k.prefix", ColumnType.Text, "Đầu khóa", "Prefix"),
            new("label", "k.label", ColumnType.Text, "Tên hiển thị", "Label"),
            new("unit", "k.unit", ColumnType.Text, "Đơn vị", "Unit"),
            new("rights", "k.rights", ColumnType.TextList, "Quyền", "Rights"),
            new("createdAt", "k.created_at", ColumnType.Instant, "Tạo lúc", "Created at"),
            new("createdBy", "k.created_by", ColumnType.Text, "Người tạo", "Created by"),
            new("expiresAt", "k.expires_at", ColumnType.Instant, "Hết hạn", "Expires at"),
            new("revokedAt", "k.revoked_at", ColumnType.Instant, "Thu hồi lúc", "Revoked at"),
            new("lastUsedAt", "k.last_used_at", ColumnType.Instant, "Dùng lần cuối", "Last used at"),
        ])
    {
        Sharing = KeptBy.Sharing("k.unit"),
        DefaultSort = "-createdAt",
    };
}
