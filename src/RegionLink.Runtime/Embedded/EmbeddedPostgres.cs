using Npgsql;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Embedded;

/// <summary>
/// A PostgreSQL of RegionLink's own, for a machine where nobody set one up: found or fetched, started, kept running and stopped with the
/// program. Only the user who runs RegionLink can connect to it; it listens on no network address.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);   // a crashed server first replays its log
    private readonly Cluster _cluster;
    private readonly PostgresBinaries _binaries;
    private readonly string _socketFolder;
    private readonly PostgresProcess _server;
    private bool _stopped;

    private EmbeddedPostgres(Cluster cluster, PostgresBinaries binaries, string socketFolder, PostgresProcess server)
    {
        _cluster = cluster;
        _binaries = binaries;
        _socketFolder = socketFolder;
        _server = server;
    }

    /// <summary>Version in use, such as <c>15.18</c>.</summary>
    public string Version => _binaries.Version;

    /// <summary>Absolute path of the data folder.</summary>
    public string DataFolder => _cluster.Folder.Path;

    /// <summary>Starts PostgreSQL on the data folder and waits until it answers.</summary>
    /// <exception cref="EmbeddedPostgresException">This machine or the folder does not allow it; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        var folder = Embedded.DataFolder.Open(options.DataFolder);
        try
        {
            var user = await ServiceUser.FindAsync(ct);
            var cluster = new Cluster(folder, user, options);
            var binaries = await FindBinariesAsync(cluster, options.Fresh ? null : cluster.Major, ct);
            await Leftovers.ClearAsync(cluster.Path, binaries, user, ct);
            if (options.Fresh)
            {
                folder.Clear();
            }

            if (cluster.Major is null)
            {
                options.Log?.Invoke(new Notice(
                    $"Tạo cơ sở dữ liệu mới (PostgreSQL {binaries.Version}) trong {folder.Path}…",
                    $"Creating a new database (PostgreSQL {binaries.Version}) in {folder.Path}…"));
                await cluster.CreateAsync(binaries, ct);
            }

            return await ServeAsync(cluster, binaries, ct);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>For the application's role. The database need not exist yet: <see cref="CreateDatabaseAsync"/>.</summary>
    public string ConnectionString(string database) => ConnectionString(database, Cluster.ApplicationRole);

    /// <summary>How to reach the database of a RegionLink now running on the folder; null when none runs there.</summary>
    public static string? RunningConnectionString(string dataFolder, string database) =>
        Embedded.DataFolder.SocketInUse(dataFolder) is { } socketFolder ? ConnectionString(socketFolder, database, Cluster.ApplicationRole) : null;

    /// <summary>Creates an empty database owned by the application's role, unless it exists.</summary>
    public Task CreateDatabaseAsync(string database, CancellationToken ct) => ExecuteAsync(
        "select 1 from pg_database where datname = $1",
        $"create database \"{database}\" owner {Cluster.ApplicationRole}",
        database,
        ct);

    /// <summary>
    /// Creates the role that can sign in and do nothing else until somebody grants it something; the same operating system user may
    /// connect as it.
    /// </summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateReaderAsync(CancellationToken ct)
    {
        await ExecuteAsync("select 1 from pg_roles where rolname = $1", $"create role {Cluster.ReaderRole} login", Cluster.ReaderRole, ct);
        return Cluster.ReaderRole;
    }

    /// <summary>Closes open connections and stops the server; everything acknowledged is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        NpgsqlConnection.ClearAllPools();
        _server.ExpectEnd();
        while (!_server.Ended.IsCompleted)
        {
            // Asked again when it was only just starting and could not hear yet.
            await ProgramRun.OfAsync(_cluster.User.Run(_binaries.PgCtl, "stop", "-D", _cluster.Path, "-m", "fast", "-w", "-t", "60"), CancellationToken.None);
            await Task.WhenAny(_server.Ended, Task.Delay(200));
        }

        File.Delete(_cluster.Folder.SocketFile);
        if (_socketFolder != _cluster.Folder.Entry("run"))
        {
            Directory.Delete(_socketFolder, recursive: true);
        }

        if (_cluster.Options.DeleteWhenStopped)
        {
            _cluster.Folder.Remove();
        }
        else
        {
            _cluster.Folder.Dispose();
        }
    }

    private static async Task<PostgresBinaries> FindBinariesAsync(Cluster cluster, int? major, CancellationToken ct)
    {
        var options = cluster.Options;
        var installed = options.UseInstalled ? await PostgresBinaries.FindInstalledAsync(cluster.User, major, ct) : null;
        var found = installed ?? await NpmPostgres.InstallAsync(cluster.User, options.Log, ct);
        if (found is null)
        {
            throw new EmbeddedPostgresException(new Notice(
                $"Không tìm thấy PostgreSQL. Hãy cài PostgreSQL {major ?? PostgresBinaries.OldestMajor}{(major is null ? " trở lên" : "")} (Debian: apt-get install postgresql), hoặc Node.js 20 có npm, hoặc đặt REGIONLINK_DB.",
                $"No PostgreSQL found. Install PostgreSQL {major ?? PostgresBinaries.OldestMajor}{(major is null ? " or newer" : "")} (Debian: apt-get install postgresql), or Node.js 20 with npm, or set REGIONLINK_DB."));
        }

        return major is null || found.Major == major
            ? found
            : throw new EmbeddedPostgresException(new Notice(
                $"{cluster.Folder.Path} được tạo bằng PostgreSQL {major}, máy này chỉ có {found.Version}. Hãy cài lại PostgreSQL {major}, hoặc dùng --fresh để làm lại từ đầu (mất dữ liệu).",
                $"{cluster.Folder.Path} was made with PostgreSQL {major}; this machine has only {found.Version}. Install PostgreSQL {major} again, or use --fresh to start over (its data is lost)."));
    }

    private static async Task<EmbeddedPostgres> ServeAsync(Cluster cluster, PostgresBinaries binaries, CancellationToken ct)
    {
        var log = cluster.Options.Log;
        var socketFolder = await cluster.PrepareSocketFolderAsync(ct);
        await cluster.WriteAccessRulesAsync(ct);
        if (File.Exists(cluster.LogFile))
        {
            File.Move(cluster.LogFile, $"{cluster.LogFile}.1", overwrite: true);
        }

        var server = new PostgresProcess(cluster.ServerCommand(binaries, socketFolder), cluster.LogFile, died: code => log?.Invoke(new Notice(
            $"PostgreSQL dừng đột ngột (mã {code}); đang khởi động lại. Nhật ký: {cluster.LogFile}",
            $"PostgreSQL ended unexpectedly (code {code}); starting it again. Log: {cluster.LogFile}")));
        var postgres = new EmbeddedPostgres(cluster, binaries, socketFolder, server);
        try
        {
            await postgres.WaitUntilReadyAsync(ct);
            await postgres.ExecuteAsync(
                "select 1 from pg_roles where rolname = $1",
                $"create role {Cluster.ApplicationRole} login createdb",
                Cluster.ApplicationRole,
                ct);
            await postgres.ExecuteAsync("select 1 from pg_roles where rolname = $1", $"create role {SecondWall.Role} nologin", SecondWall.Role, ct);
            await postgres.ExecuteAsync(
                "select 1 from pg_auth_members where roleid = $1::regrole and member = 'regionlink'::regrole",
                $"grant {SecondWall.Role} to {Cluster.ApplicationRole}",
                SecondWall.Role,
                ct);
            await File.WriteAllTextAsync(cluster.Folder.SocketFile, socketFolder, ct);
            server.KeepAlive();
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        var deadline = DateTime.UtcNow + StartPatience;
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres", Cluster.SuperuserRole));
                await connection.OpenAsync(ct);
                return;
            }
            catch (NpgsqlException notYet) when (DateTime.UtcNow < deadline && !_server.Ended.IsCompleted && notYet is not PostgresException { SqlState: "28000" })
            {
                await Task.Delay(20, ct);
            }
            catch (NpgsqlException failed)
            {
                var said = File.Exists(_cluster.LogFile) ? string.Join('\n', File.ReadLines(_cluster.LogFile).TakeLast(8)) : failed.Message;
                throw new EmbeddedPostgresException(new Notice($"PostgreSQL không khởi động được:\n{said}", $"PostgreSQL does not start:\n{said}"), failed);
            }
        }
    }

    /// <summary>Runs <paramref name="statement"/> unless <paramref name="exists"/> finds a row for the name.</summary>
    private async Task ExecuteAsync(string exists, string statement, string name, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", Cluster.SuperuserRole));
        await connection.OpenAsync(ct);
        await using var look = new NpgsqlCommand(exists, connection) { Parameters = { new() { Value = name } } };
        if (await look.ExecuteScalarAsync(ct) is null)
        {
            await using var run = new NpgsqlCommand(statement, connection);
            await run.ExecuteNonQueryAsync(ct);
        }
    }

    private string ConnectionString(string database, string role) => ConnectionString(_socketFolder, database, role);

    private static string ConnectionString(string socketFolder, string database, string role) => new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Port = Cluster.SocketNumber,
        Username = role,
        Database = database,
        Pooling = role == Cluster.ApplicationRole,
    }.ConnectionString;
}
