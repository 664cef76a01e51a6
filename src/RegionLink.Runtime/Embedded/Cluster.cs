using System.Globalization;

namespace RegionLink.Runtime.Embedded;

/// <summary>The database files in a data folder, and how PostgreSQL is told to serve them.</summary>
/// <param name="Folder">The marked and locked folder around it.</param>
internal sealed record Cluster(DataFolder Folder, ServiceUser User, EmbeddedPostgresOptions Options)
{
    /// <summary>Role the application connects as: may create databases, is no superuser. It owns the tables, so that no policy binds it (decision 0021).</summary>
    public const string ApplicationRole = "regionlink";

    /// <summary>Role without any right of its own, for a sample system to be read with; made only when asked for.</summary>
    public const string ReaderRole = "regionlink_reader";

    /// <summary>Role that owns the server; used by the start-up only.</summary>
    public const string SuperuserRole = "postgres";

    /// <summary>Part of the socket's file name; no network port.</summary>
    public const int SocketNumber = 5432;

    // A socket's path, with the file name PostgreSQL adds, ends at 107 bytes on Linux and 103 on macOS.
    private const int LongestSocketFolder = 85;

    public string Path => Folder.Entry("postgres");

    public string LogFile => Folder.Entry("postgres.log");

    /// <summary>Major version the files were made with; null when there are none yet.</summary>
    public int? Major => File.Exists(System.IO.Path.Combine(Path, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(System.IO.Path.Combine(Path, "PG_VERSION")), CultureInfo.InvariantCulture)
        : null;

    /// <summary>Creates the files. A start that was killed half-way leaves nothing that looks finished.</summary>
    public async Task CreateAsync(PostgresBinaries binaries, CancellationToken ct)
    {
        var unfinished = Folder.Entry("postgres.new");
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        await MakeOwnedAsync(unfinished, ct);
        await CheckReachableAsync(unfinished, ct);
        var run = await ProgramRun.OfAsync(
            User.Run([
                binaries.InitDb, "-D", unfinished, "-U", SuperuserRole, "--auth-local=peer", "--auth-host=reject",
                "--encoding=UTF8", "--no-locale", .. Options.Durable ? ["--data-checksums"] : (string[])["--no-sync"]]),
            ct);
        if (!run.Succeeded)
        {
            throw new EmbeddedPostgresException(new Notice($"Không tạo được cơ sở dữ liệu: {run.Output}", $"Cannot create the database files: {run.Output}"));
        }

        Directory.Move(unfinished, Path);
    }

    /// <summary>
    /// The folder of the unix socket: closed to everybody but the two users concerned, and short. The server listens on no network address.
    /// </summary>
    public async Task<string> PrepareSocketFolderAsync(CancellationToken ct)
    {
        var inside = Folder.Entry("run");
        var fits = System.Text.Encoding.UTF8.GetByteCount(inside) <= LongestSocketFolder && !inside.Contains(',', StringComparison.Ordinal);
        var socket = fits ? inside : Directory.CreateTempSubdirectory("regionlink-").FullName;
        if (Directory.Exists(socket))
        {
            Directory.Delete(socket, recursive: true);   // a killed server's lock file may name a process number now used by another
        }

        await MakeOwnedAsync(socket, ct);
        await CheckReachableAsync(socket, ct);
        return socket;
    }

    /// <summary>Only the operating system user who runs RegionLink may connect, as the kernel reports it; no password exists that could leak.</summary>
    public async Task WriteAccessRulesAsync(CancellationToken ct)
    {
        await File.WriteAllTextAsync(Folder.Entry("pg_hba.conf"), "local all all peer map=owner\n", ct);
        await File.WriteAllTextAsync(
            Folder.Entry("pg_ident.conf"),
            $"owner \"{Environment.UserName}\" {SuperuserRole}\nowner \"{Environment.UserName}\" {ApplicationRole}\nowner \"{Environment.UserName}\" {ReaderRole}\n",
            ct);
    }

    public IReadOnlyList<string> ServerCommand(PostgresBinaries binaries, string socketFolder)
    {
        var settings = new List<string>
        {
            "listen_addresses=",
            string.Create(CultureInfo.InvariantCulture, $"port={SocketNumber}"),
            $"unix_socket_directories={socketFolder}",
            $"hba_file={Folder.Entry("pg_hba.conf")}",
            $"ident_file={Folder.Entry("pg_ident.conf")}",
            string.Create(CultureInfo.InvariantCulture, $"max_connections={Options.MaxConnections}"),
            "timezone=UTC",
            "log_timezone=UTC",
            "cluster_name=regionlink",
            "jit=off",   // plans of milliseconds; compiling them costs more than it saves
        };
        if (!Options.Durable)
        {
            // Commits still reach the operating system before they are acknowledged (synchronous_commit stays on).
            settings.AddRange(["fsync=off", "full_page_writes=off"]);
        }

        return User.RunTied([binaries.Postgres, "-D", Path, .. settings.SelectMany(s => (string[])["-c", s])]);
    }

    private async Task MakeOwnedAsync(string path, CancellationToken ct)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await User.OwnAsync(path, ct);
    }

    /// <summary>As root, the chosen folder may lie where PostgreSQL's user cannot go, such as below /root.</summary>
    private async Task CheckReachableAsync(string path, CancellationToken ct)
    {
        var run = await ProgramRun.OfAsync(User.Run("test", "-w", path), ct);
        if (!run.Succeeded)
        {
            throw new EmbeddedPostgresException(new Notice(
                $"PostgreSQL không chạy bằng root mà bằng “{User.Name}”, và người dùng này không vào được {path}. Hãy chọn nơi khác, ví dụ --data /var/lib/regionlink.",
                $"PostgreSQL refuses to run as root and runs as “{User.Name}”, who cannot reach {path}. Choose another place, such as --data /var/lib/regionlink."));
        }
    }
}
