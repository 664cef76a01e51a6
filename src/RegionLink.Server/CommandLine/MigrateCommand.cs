using System.CommandLine;
using RegionLink.Runtime.Migrations;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink migrate</c>: brings the database to this program's schema.</summary>
internal static class MigrateCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = CommonOptions.Data();
        var command = new Command("migrate", "Cập nhật lược đồ cơ sở dữ liệu / Bring the database to this program's schema") { data };
        command.SetAction(async (given, ct) =>
        {
            await using var database = await DatabaseSession.JoinAsync(given.GetValue(data), terminal, ct);
            await using var host = OfflineHost.Create(database);
            var applied = await host.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            terminal.Say($"Đã áp dụng {applied.Count} thay đổi lược đồ.", $"Applied {applied.Count} schema changes.");
            foreach (var name in applied)
            {
                terminal.Detail($"  {name}");
            }

            await SecondWallNotice.SayAsync(host.Services, terminal, ct);
            return ExitCode.Done;
        });
        return command;
    }
}
