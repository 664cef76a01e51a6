using RegionLink.Runtime.Queries;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>The list of accounts.</summary>
internal static class AccountTable
{
    public static readonly Table Definition = new(
        "accounts",
        "account a",
        "a.id::text",
        [
            new("id", "a.id::text", ColumnType.Text, "Mã", "Id"),
            new("login", "a.login", ColumnType.Text, "Tên đăng nhập", "Login"),
            new("label", "a.label", ColumnType.Text, "Tên hiển thị", "Label"),
            new("unit", "a.unit", ColumnType.Text, "Đơn vị", "Unit"),
            new("roles", "a.roles", ColumnType.TextList, "Vai trò", "Roles"),
            new("disabled", "a.disabled", ColumnType.Boolean, "Đã khóa", "Disabled"),
            new("mustChangePassword", "a.must_change_password", ColumnType.Boolean, "Phải đổi mật khẩu", "Must change password"),
            new("lockedUntil", "a.locked_until", ColumnType.Instant, "Tạm khóa đến", "Locked until"),
            new("createdAt", "a.created_at", ColumnType.Instant, "Tạo lúc", "Created at"),
            new("updatedAt", "a.updated_at", ColumnType.Instant, "Sửa lúc", "Updated at"),
            new("version", "a.version", ColumnType.Integer, "Phiên bản", "Version"),
        ])
    {
        Sharing = KeptBy.Sharing("a.unit"),
        DefaultSort = "login",
    };
}
