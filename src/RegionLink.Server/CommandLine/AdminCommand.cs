using System.CommandLine;
using RegionLink.Runtime.Migrations;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink admin create</c>: the first administrator of an installation, who makes all other accounts.</summary>
internal static class AdminCommand
{
    public static Command Create(Terminal terminal)
    {
        var login = new Argument<string>("login") { Description = "Tên đăng nhập, chữ thường không dấu / Sign-in name, small letters without accents" };
        var data = CommonOptions.Data();
        var create = new Command(
            "create",
            "Tạo quản trị viên cấp vùng và in mật khẩu tạm một lần / Make an administrator of the region and print a temporary password once")
        {
            login, data,
        };
        create.SetAction(async (given, ct) =>
        {
            await using var database = await DatabaseSession.JoinAsync(given.GetValue(data), terminal, ct);
            await using var host = OfflineHost.Create(database);
            await host.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            var (account, refusals) = await host.Services.GetRequiredService<FirstAdministrator>().CreateAsync(given.GetRequiredValue(login), ct);
            foreach (var refusal in refusals)
            {
                terminal.Complain(refusal.Vi, refusal.En);
            }

            if (account is null)
            {
                return ExitCode.Faults;
            }

            terminal.Say(
                "Đã tạo quản trị viên cấp vùng. Mật khẩu chỉ hiện lần này và phải được đổi khi đăng nhập lần đầu:",
                "Made an administrator of the region. The password is shown this once and must be changed at the first sign-in:");
            terminal.Detail($"  {account.Login}   {account.Password}");
            return ExitCode.Done;
        });
        return new Command("admin", "Quản trị viên của bản cài đặt / Administrators of the installation") { create };
    }
}
