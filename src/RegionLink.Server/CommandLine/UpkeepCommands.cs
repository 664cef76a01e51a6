using System.CommandLine;
using RegionLink.Runtime.Upkeep;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink prune</c> and <c>regionlink after-restore</c>: what an operator runs now and then.</summary>
internal static class UpkeepCommands
{
    public static Command CreatePrune(Terminal terminal)
    {
        var imports = Days("--imports", 1, "Xóa báo cáo nhập tệp (lỗi, dòng) cũ hơn số ngày này; dữ liệu đã nhập giữ nguyên / Remove reports about imports older than so many days; what they wrote stays");
        var access = Days("--access-log", Pruning.FewestAccessLogDays, "Xóa nhật ký truy cập cũ hơn số ngày này / Remove lines of the access log older than so many days");
        var data = CommonOptions.Data();
        var command = new Command("prune", "Xóa những gì tích lại mãi; nhật ký sự kiện không bao giờ bị xóa / Remove what grows without end; never the event log") { imports, access, data };
        command.Validators.Add(given =>
        {
            if (given.GetValue(imports) is null && given.GetValue(access) is null)
            {
                given.AddError("Cần --imports hoặc --access-log / Needs --imports or --access-log");
            }
        });
        command.SetAction(async (given, ct) =>
        {
            await using var database = await DatabaseSession.JoinAsync(given.GetValue(data), terminal, ct);
            await using var host = OfflineHost.Create(database);
            var pruning = host.Services.GetRequiredService<Pruning>();
            var now = DateTimeOffset.UtcNow;
            if (given.GetValue(imports) is { } importDays)
            {
                var gone = await pruning.ImportsAsync(now.AddDays(-importDays), ct);
                terminal.Say($"Đã xóa {gone} báo cáo nhập tệp.", $"Removed the reports of {gone} imports.");
            }

            if (given.GetValue(access) is { } accessDays)
            {
                var gone = await pruning.AccessLogAsync(now.AddDays(-accessDays), now, ct);
                terminal.Say($"Đã xóa {gone} dòng nhật ký truy cập.", $"Removed {gone} lines of the access log.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    public static Command CreateAfterRestore(Terminal terminal)
    {
        var data = CommonOptions.Data();
        var command = new Command(
            "after-restore",
            "Chạy một lần sau khi khôi phục bản sao lưu vào cụm PostgreSQL khác, khi chưa có máy chủ nào chạy / Run once after a dump was restored into another PostgreSQL cluster, before any server starts")
        {
            data,
        };
        command.SetAction(async (given, ct) =>
        {
            await using var database = await DatabaseSession.JoinAsync(given.GetValue(data), terminal, ct);
            await using var host = OfflineHost.Create(database);
            var events = await host.Services.GetRequiredService<RestoredLog>().StampAsync(ct);
            terminal.Say(
                $"Đã đánh dấu lại {events} sự kiện. Ai theo dõi thay đổi phải bắt đầu lại từ 0-0.",
                $"Stamped {events} events anew. Whoever follows changes must begin at 0-0 again.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<int?> Days(string name, int fewest, string description)
    {
        var option = new Option<int?>(name) { HelpName = "DAYS", Description = description };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is { } days && (days < fewest || days > 36_500))
            {
                given.AddError($"{name}: {fewest}-36500.");
            }
        });
        return option;
    }
}
