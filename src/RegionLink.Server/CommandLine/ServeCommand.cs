using System.CommandLine;
using RegionLink.Runtime.Embedded;
using RegionLink.Runtime.Migrations;
using RegionLink.Server.Identity.Accounts;

namespace RegionLink.Server.CommandLine;

/// <summary><c>regionlink serve</c>: one server of an installation somebody looks after. Creates no accounts and no samples.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal)
    {
        var host = new Option<string>("--host")
        {
            HelpName = "HOST",
            DefaultValueFactory = _ => "localhost",
            Description = "Địa chỉ lắng nghe; 0.0.0.0 = mọi giao diện mạng / Address to listen on; 0.0.0.0 = every network interface",
        };
        var port = CommonOptions.Port();
        var command = new Command(
            "serve",
            $"Chạy máy chủ trên cơ sở dữ liệu mà biến {DatabaseSession.Variable} chỉ định / Run a server on the database that {DatabaseSession.Variable} names")
        {
            host, port,
        };
        command.SetAction(async (given, ct) =>
        {
            var connection = DatabaseSession.Given ?? throw new EmbeddedPostgresException(new Notice(
                $"Hãy đặt chuỗi kết nối PostgreSQL vào biến môi trường {DatabaseSession.Variable}; để dùng thử, hãy chạy “regionlink up”.",
                $"Put a PostgreSQL connection string into the environment variable {DatabaseSession.Variable}; to try RegionLink out, run “regionlink up”."));
            await using var app = ServerHost.Create(new ServerOptions(connection), builder =>
            {
                builder.WebHost.UseUrls(Listening.Url(given.GetRequiredValue(host), given.GetValue(port)));
                builder.Logging.AddJsonConsole();
            });
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            await SecondWallNotice.SayAsync(app.Services, terminal, ct);
            if (!await ProvinceLoading.LoadAsync(ProvinceLoading.Read(), app.Services, terminal, ct))
            {
                return ExitCode.Faults;
            }

            if (!await app.Services.GetRequiredService<FirstAdministrator>().ExistsAsync(ct))
            {
                terminal.Complain(
                    "Chưa có quản trị viên nào, nên chưa ai đăng nhập được. Hãy chạy: regionlink admin create <tên đăng nhập>",
                    "There is no administrator yet, so nobody can sign in. Run: regionlink admin create <login>");
            }

            await app.StartAsync(ct);
            await app.WaitForShutdownAsync(ct);
            return ExitCode.Done;
        });
        return command;
    }
}
