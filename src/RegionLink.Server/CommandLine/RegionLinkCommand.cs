using System.CommandLine;
using System.Net.Sockets;
using Npgsql;
using RegionLink.Runtime.Embedded;

namespace RegionLink.Server.CommandLine;

/// <summary>The <c>regionlink</c> program: one sub-command for each thing a person runs.</summary>
public static class RegionLinkCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var terminal = Terminal.OfProcess();
        using var termination = new Termination();
        var root = new RootCommand(
            "RegionLink: các tỉnh Đông Nam Bộ báo cáo chuyển đổi số một lần, cả vùng thấy mục tiêu của mình / "
            + "the provinces of Southeast Vietnam report digital transformation once, the region sees its targets")
        {
            UpCommand.Create(terminal),
            ServeCommand.Create(terminal),
            MigrateCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            RebuildCommand.Create(terminal),
            AdminCommand.Create(terminal),
            ImportCommand.Create(terminal),
            ExportCommand.CreateExport(terminal),
            ExportCommand.CreateTemplate(terminal),
            SystemCommand.Create(terminal),
            UpkeepCommands.CreatePrune(terminal),
            UpkeepCommands.CreateAfterRestore(terminal),
        };

        // Signals are ours (Termination): the library's own handling would end the process after two seconds, with PostgreSQL still stopping.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return await root.Parse(arguments).InvokeAsync(configuration, termination.Token);
        }
        catch (OperationCanceledException) when (termination.Token.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
        catch (EmbeddedPostgresException impossible)
        {
            terminal.Complain(impossible.Reason.Vi, impossible.Reason.En);
            return ExitCode.Unavailable;
        }
        catch (NpgsqlException away) when (away.InnerException is SocketException or TimeoutException || away is PostgresException { SqlState: "28P01" or "28000" or "3D000" or "42501" or "57P03" or "53300" })
        {
            // Credentials never show: the message holds the host and PostgreSQL's own words only.
            terminal.Complain($"Không dùng được cơ sở dữ liệu: {away.Message}", $"The database cannot be used: {away.Message}");
            return ExitCode.Unavailable;
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            terminal.Complain(
                "Cổng đã có chương trình khác dùng. Hãy dừng nó, hoặc chọn cổng khác bằng --port.",
                "Another program uses the port. Stop it, or choose another with --port.");
            return ExitCode.Unavailable;
        }
    }
}
