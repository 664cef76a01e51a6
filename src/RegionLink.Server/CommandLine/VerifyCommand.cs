using System.CommandLine;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Observations;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink verify</c>: recomputes the hash chain of every stream and the hash of every batch of observations, and names what was altered.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = CommonOptions.Data();
        var command = new Command(
            "verify",
            "Kiểm tra chuỗi băm của nhật ký và các đợt số liệu; mã 1 khi có dòng bị sửa / Recompute the hashes of log and observations; exit code 1 when a row was altered")
        {
            data,
        };
        command.SetAction(async (given, ct) =>
        {
            await using var database = await DatabaseSession.JoinAsync(given.GetValue(data), terminal, ct);
            await using var host = OfflineHost.Create(database);
            var found = await host.Services.GetRequiredService<LogVerifier>().VerifyAsync(ct);
            var altered = await host.Services.GetRequiredService<ObservationVerifier>().VerifyAsync(ct);
            foreach (var fault in found.Faults)
            {
                terminal.Complain($"{fault.Stream}, phiên bản {fault.Version}: nhật ký không còn nguyên vẹn ({fault.What}).", $"{fault.Stream}, version {fault.Version}: {fault.What}.");
            }

            foreach (var fault in altered)
            {
                terminal.Complain($"{fault.Stream}: số liệu của đợt này không còn như khi được ghi.", $"{fault.Stream}: {fault.What}.");
            }

            terminal.Say(
                $"Đã kiểm tra {found.Events} sự kiện trong {found.Streams} chuỗi: {(found.Faults.Count == 0 ? "nguyên vẹn" : $"{found.Faults.Count} chuỗi bị sửa")}; "
                    + $"các đợt số liệu: {(altered.Count == 0 ? "nguyên vẹn" : $"{altered.Count} đợt bị sửa")}.",
                $"Checked {found.Events} events in {found.Streams} streams: {(found.Faults.Count == 0 ? "intact" : $"{found.Faults.Count} altered")}; "
                    + $"batches of observations: {(altered.Count == 0 ? "intact" : $"{altered.Count} altered")}.");
            return found.Faults.Count + altered.Count == 0 ? ExitCode.Done : ExitCode.Faults;
        });
        return command;
    }
}
