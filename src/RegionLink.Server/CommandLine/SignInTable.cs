using RegionLink.Server.Identity;
using RegionLink.Server.Identity.Accounts;
using Spectre.Console;

namespace RegionLink.Server.CommandLine;

/// <summary>Sign-ins that were just made, with their passwords: the only time anybody sees them.</summary>
internal static class SignInTable
{
    public static void Show(Terminal terminal, IReadOnlyList<SampleAccount> made)
    {
        if (made.Count == 0)
        {
            return;
        }

        terminal.Blank();
        terminal.Title("Tài khoản mẫu vừa tạo (mật khẩu chỉ hiện lần này)", "Sample accounts just made (passwords are shown this once)");
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn("Đăng nhập / Login", column => column.NoWrap());
        table.AddColumn("Mật khẩu / Password", column => column.NoWrap());
        table.AddColumns("Vai trò / Role", "Đơn vị / Unit", "Tên / Label");
        foreach (var account in made)
        {
            table.AddRow(
                new Text(account.Login),
                new Text(account.Password),
                new Text(RoleName(account.Role)),
                new Text(account.Unit?.ToString() ?? "vùng / region"),
                new Text(account.Label));
        }

        terminal.Output.Write(table);
    }

    private static string RoleName(Role role) => role switch
    {
        Role.Reporter => "nhập liệu / reporter",
        Role.Approver => "phê duyệt / approver",
        Role.Coordinator => "điều phối / coordinator",
        Role.Supervisor => "giám sát / supervisor",
        Role.Researcher => "nghiên cứu / researcher",
        Role.Administrator => "quản trị / administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
