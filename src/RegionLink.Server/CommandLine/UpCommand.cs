using System.CommandLine;
using RegionLink.Runtime.Migrations;
using RegionLink.Server.Gateway;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Samples;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink up</c>: everything on one machine with one command, to try it out or to develop.</summary>
internal static class UpCommand
{
    public static Command Create(Terminal terminal)
    {
        var port = CommonOptions.Port();
        var data = CommonOptions.Data();
        var fresh = new Option<bool>("--fresh")
        {
            Description = "Xoá dữ liệu cũ của RegionLink trong thư mục dữ liệu và làm lại từ đầu / Delete RegionLink's old data in the data folder and start over",
        };
        var noSample = new Option<bool>("--no-sample")
        {
            Description = "Không tạo dự án, dự toán, báo cáo minh hoạ / Leave out the illustrative projects, budgets and reports",
        };
        var gatewayPort = CommonOptions.Port("--gateway-port", 5081, "Cổng HTTP của cổng GraphQL; 0 = một cổng trống bất kỳ / HTTP port of the GraphQL gateway; 0 = any free one");
        var noGateway = new Option<bool>("--no-gateway")
        {
            Description = "Không chạy cổng GraphQL / Leave out the GraphQL gateway",
        };
        var command = new Command(
            "up",
            "Chạy tất cả trên máy này: PostgreSQL riêng, dữ liệu các tỉnh, máy chủ. Ctrl-C dừng tất cả / Run everything on this machine: a private PostgreSQL, the provinces' data, the server. Ctrl-C stops all of it")
        {
            port, data, fresh, noSample, gatewayPort, noGateway,
        };
        command.SetAction((given, ct) => RunAsync(
            terminal, given.GetValue(port), given.GetValue(data), given.GetValue(fresh), sample: !given.GetValue(noSample),
            given.GetValue(noGateway) ? null : given.GetValue(gatewayPort), ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, int port, string? data, bool fresh, bool sample, int? gatewayPort, CancellationToken ct)
    {
        var provinces = Task.Run(ProvinceLoading.Read, ct);
        await using var database = await DatabaseSession.OpenAsync(data, fresh, terminal, ct);
        await using var gateway = gatewayPort is null ? null : GatewayOfUp.Prepare(terminal, ct);
        await using var app = ServerHost.Create(new ServerOptions(database.ConnectionString), builder =>
        {
            builder.WebHost.UseUrls(Listening.Url("localhost", port));
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
        });
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        await SecondWallNotice.SayAsync(app.Services, terminal, ct);
        if (!await ProvinceLoading.LoadAsync(await provinces, app.Services, terminal, ct))
        {
            return ExitCode.Faults;
        }

        var signIns = await app.Services.GetRequiredService<SampleAccounts>().CreateAsync(ct);
        if (sample)
        {
            await ActivatorUtilities.CreateInstance<SampleData>(app.Services).WriteAsync(ct);
            await ActivatorUtilities.CreateInstance<SampleReports>(app.Services).WriteAsync(ct);
        }

        await app.StartAsync(ct);
        gateway?.Start(Listening.Shown(app), gatewayPort.GetValueOrDefault(), data ?? DefaultDataFolder.Choose(), sample, database.Private);

        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7)).DateTime);
        await ScoreboardTable.ShowAsync(terminal, app.Services, 2022, new DateOnly(2022, 12, 31), ct);
        await ScoreboardTable.ShowAsync(terminal, app.Services, today.Year, today, ct);
        SignInTable.Show(terminal, signIns);
        terminal.Blank();
        terminal.Title($"RegionLink: {Listening.Shown(app)}", "Ctrl-C để dừng / to stop");
        if (gateway is not null && await gateway.AddressAsync() is { } graph)
        {
            terminal.Detail($"GraphQL:    {graph}");
            app.Services.GetRequiredService<ConnectedSystems>().Found(graph, await gateway.SystemFoldersAsync());
        }

        await app.WaitForShutdownAsync(ct);
        terminal.Say("Đang dừng…", "Stopping…");
        return ExitCode.Done;
    }
}
