using System.CommandLine;
using System.Diagnostics;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Gateway;

namespace RegionLink.Server.CommandLine;

/// <summary>
/// <c>regionlink system</c>: provinces' own systems. The gateway speaks their protocols, so its program does the work; this finds it, makes
/// it ready and passes on what it says.
/// </summary>
internal static class SystemCommand
{
    public static Command Create(Terminal terminal) => new(
        "system", "Hệ thống sẵn có của địa phương / Systems that provinces run")
    {
        CreateCheck(terminal), CreatePull(terminal),
    };

    private static Command CreateCheck(Terminal terminal)
    {
        var file = new Argument<FileInfo>("file") { Description = "Tệp <đơn vị>/systems/<mã>.json / The file <unit>/systems/<id>.json" };
        var (secrets, data) = (Secrets(), CommonOptions.Data());
        var command = new Command(
            "check", "Hỏi thử hệ thống, xem giá trị từng trường, liệt kê mọi lỗi / Ask the system, show a value of each field, list every problem")
        {
            file, secrets, data,
        };
        command.SetAction((given, ct) => RunAsync(
            terminal, ["check", given.GetRequiredValue(file).FullName], given.GetValue(secrets), given.GetValue(data), api: null, ct));
        return command;
    }

    private static Command CreatePull(Terminal terminal)
    {
        var period = new Argument<string>("period") { Description = "Mã kỳ báo cáo, ví dụ 2026-11 / Id of the period, such as 2026-11" };
        var files = new Argument<FileInfo[]>("files")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Chỉ những hệ thống này; mặc định mọi hệ thống trong provinces / Only these systems; by default all in provinces",
        };
        var api = Api();
        var (secrets, data) = (Secrets(), CommonOptions.Data());
        var command = new Command(
            "pull", "Lấy số liệu từ hệ thống nguồn vào báo cáo của kỳ / Take figures from their source systems into the reports of a period")
        {
            period, files, api, secrets, data,
        };
        command.SetAction((given, ct) => RunAsync(
            terminal,
            ["pull", given.GetRequiredValue(period), .. (given.GetValue(files) ?? []).Select(f => f.FullName)],
            given.GetValue(secrets),
            given.GetValue(data),
            given.GetRequiredValue(api),
            ct));
        return command;
    }

    private static Option<string> Api()
    {
        var api = new Option<string>("--api")
        {
            HelpName = "URL",
            DefaultValueFactory = _ => "http://localhost:5080",
            Description = "Địa chỉ máy chủ RegionLink / Address of the RegionLink server",
        };
        api.Validators.Add(given =>
        {
            if (!Uri.TryCreate(given.GetValueOrDefault<string>(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                given.AddError("--api: http://… / https://…");
            }
        });
        return api;
    }

    private static Option<DirectoryInfo?> Secrets() => new("--secrets")
    {
        HelpName = "DIR",
        Description = "Thư mục bí mật, mỗi bí mật một tệp cùng tên; không có thì lấy biến môi trường / Folder of secrets, one file each; else environment variables",
    };

    private static async Task<int> RunAsync(Terminal terminal, string[] arguments, DirectoryInfo? secrets, string? data, string? api, CancellationToken ct)
    {
        if (GatewayFolder.Find() is not { } folder)
        {
            terminal.Complain(GatewayFolder.Missing.Vi, GatewayFolder.Missing.En);
            return ExitCode.Unavailable;
        }

        if (await new GatewayBuild(folder, notice => terminal.Say(notice.Vi, notice.En)).PrepareAsync(ct) is { } problem)
        {
            terminal.Complain(problem.Vi, problem.En);
            return ExitCode.Unavailable;
        }

        var start = new ProcessStartInfo("node", [Path.Combine(folder, "dist", "src", "systems", "cli", "main.js"), .. arguments]) { UseShellExecute = false };
        start.Environment.TryAdd("GATEWAY_SYSTEMS", ProvinceFolder.Find() ?? "");
        start.Environment.TryAdd("GATEWAY_STATE", Path.Combine(Path.GetFullPath(data ?? DefaultDataFolder.Choose()), "gateway"));
        if (secrets is not null)
        {
            start.Environment["GATEWAY_SECRETS"] = secrets.FullName;
        }

        if (api is not null)
        {
            start.Environment["REGIONLINK_API"] = api;
        }

        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? ExitCode.Done : ExitCode.Faults;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
