using System.Diagnostics;
using System.Net;

namespace RegionLink.Server.Tests.CommandLine;

/// <summary><c>regionlink up</c> from the outside: a program, a port, a folder.</summary>
public sealed class UpTests : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("regionlink-up-").FullName;

    [Fact]
    public async Task It_comes_up_answers_and_leaves_nothing_running_after_Ctrl_C()
    {
        await using var up = RegionLinkProcess.Start("up", "--no-gateway", "--no-sample", "--port", "0", "--data", _data);
        using var client = new HttpClient { BaseAddress = await up.AddressAsync() };
        var ready = await client.GetAsync("/health/ready");

        await up.InterruptAsync();

        Assert.Equal(0, await up.EndAsync());
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("Đang dừng", up.Output, StringComparison.Ordinal);
        Assert.Contains("coordinator", up.Output, StringComparison.Ordinal);
        Assert.Empty(up.Errors.Trim());
        Assert.Empty(PostgresProcesses());
    }

    [Fact]
    public async Task PostgreSQL_stops_too_when_the_program_is_killed_and_the_next_start_finds_everything()
    {
        await using (var killed = RegionLinkProcess.Start("up", "--no-gateway", "--no-sample", "--port", "0", "--data", _data))
        {
            await killed.AddressAsync();
            await killed.SignalAsync("KILL");
            await killed.EndAsync();
        }

        await PostgresEndsAsync();
        await using var again = RegionLinkProcess.Start("up", "--no-gateway", "--no-sample", "--port", "0", "--data", _data);
        using var client = new HttpClient { BaseAddress = await again.AddressAsync() };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        await again.SignalAsync("TERM");
        Assert.Equal(0, await again.EndAsync());
        Assert.DoesNotContain("coordinator", again.Output, StringComparison.Ordinal);   // passwords are shown once
    }

    [Fact]
    public async Task A_second_one_on_the_same_folder_or_port_says_so_and_other_commands_join_the_first()
    {
        await using var first = RegionLinkProcess.Start("up", "--no-gateway", "--no-sample", "--port", "0", "--data", _data);
        var address = await first.AddressAsync();

        await using var sameFolder = RegionLinkProcess.Start("up", "--no-gateway", "--port", "0", "--data", _data);
        Assert.Equal(3, await sameFolder.EndAsync());
        Assert.Contains("Một RegionLink khác đang dùng thư mục dữ liệu", sameFolder.Errors, StringComparison.Ordinal);

        using var other = new TemporaryFolder();
        await using var samePort = RegionLinkProcess.Start("up", "--no-gateway", "--port", $"{address.Port}", "--data", other.Path);
        Assert.Equal(3, await samePort.EndAsync());
        Assert.Contains("Another program uses the port", samePort.Errors, StringComparison.Ordinal);

        await using var verify = RegionLinkProcess.Start("verify", "--data", _data);
        Assert.Equal(0, await verify.EndAsync());
        Assert.Contains("intact", verify.Output, StringComparison.Ordinal);
    }

    // A program that was killed leaves a PostgreSQL that is still on its way out and writes into the folder meanwhile.
    public async ValueTask DisposeAsync()
    {
        await PostgresEndsAsync();
        Directory.Delete(_data, recursive: true);
    }

    private async Task PostgresEndsAsync()
    {
        var waiting = Stopwatch.StartNew();
        while (PostgresProcesses().Count > 0 && waiting.Elapsed < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(50);
        }

        Assert.Empty(PostgresProcesses());
    }

    /// <summary>Processes whose command line names our folder.</summary>
    private List<string> PostgresProcesses()
    {
        var found = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0])))
        {
            try
            {
                var command = File.ReadAllText(Path.Combine(process, "cmdline"));
                if (command.Contains("postgres\0-D\0" + _data, StringComparison.Ordinal))
                {
                    found.Add(process);
                }
            }
            catch (IOException)
            {
                // ended while we looked
            }
        }

        return found;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("regionlink-up-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
