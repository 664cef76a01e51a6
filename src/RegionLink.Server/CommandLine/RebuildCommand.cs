using System.CommandLine;
using RegionLink.Runtime.Grains;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink rebuild</c>: empties the read tables and refills them from the log.</summary>
internal static class RebuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = CommonOptions.Data();
        var command = new Command(
            "rebuild",
            "Dựng lại các bảng đọc từ nhật ký; máy chủ đang chạy sẽ phải chờ / Refill the read tables from the log; running servers wait meanwhile")
        {
            data,
        };
        command.SetAction(async (given, ct) =>
        {
            await using var database = await DatabaseSession.JoinAsync(given.GetValue(data), terminal, ct);
            await using var host = OfflineHost.Create(database);
            var replayed = await host.Services.GetRequiredService<Rebuild>().RunAsync(ct);
            foreach (var (kind, streams) in replayed)
            {
                terminal.Detail($"  {kind}: {streams}");
            }

            terminal.Say("Đã dựng lại các bảng đọc từ nhật ký.", "The read tables were refilled from the log.");
            return ExitCode.Done;
        });
        return command;
    }
}
