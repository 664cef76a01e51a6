using System.CommandLine;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink verify</c>: recomputes the hash chain of every stream and names what was altered.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = CommonOptions.Data();
        var command = new Command(
            "verify",
            "Kiểm tra chuỗi băm của nhật ký; mã 1 khi có dòng bị sửa / Recompute the log's hash chains; exit code 1 when a row was altered")
        {
            data,
        };
        command.SetAction(async (given, ct) =>
        {
            await using var database = await DatabaseSession.JoinAsync(given.GetValue(data), terminal, ct);
            await using var host = OfflineHost.Create(database);
            var found = await host.Services.GetRequiredService<LogVerifier>().VerifyAsync(ct);
            foreach (var fault in found.Faults)
            {
                terminal.Complain($"{fault.Stream}, phiên bản {fault.Version}: nhật ký không còn nguyên vẹn ({fault.What}).", $"{fault.Stream}, version {fault.Version}: {fault.What}.");
            }

            terminal.Say(
                $"Đã kiểm tra {found.Events} sự kiện trong {found.Streams} chuỗi: {(found.Faults.Count == 0 ? "nguyên vẹn" : $"{found.Faults.Count} chuỗi bị sửa")}.",
                $"Checked {found.Events} events in {found.Streams} streams: {(found.Faults.Count == 0 ? "intact" : $"{found.Faults.Count} altered")}.");
            return found.Faults.Count == 0 ? ExitCode.Done : ExitCode.Faults;
        });
        return command;
    }
}
