using Npgsql;
using RegionLink.Runtime.Embedded;

namespace RegionLink.Server.CommandLine;

/// <summary>
/// The database a command works on: the one <c>REGIONLINK_DB</c> names, or a private one in a data folder, started when it does not run
/// already and then stopped with the command.
/// </summary>
internal sealed class DatabaseSession : IAsyncDisposable
{
    /// <summary>Environment variable with a connection string; kept off the command line, where every user of the machine could read it.</summary>
    public const string Variable = "REGIONLINK_DB";

    private const string PrivateName = "regionlink";
    private readonly EmbeddedPostgres? _private;

    private DatabaseSession(string connectionString, EmbeddedPostgres? privateServer)
    {
        ConnectionString = connectionString;
        _private = privateServer;
    }

    public string ConnectionString { get; }

    /// <summary>The private server, when this session runs one.</summary>
    public EmbeddedPostgres? Private => _private;

    /// <summary>The connection string of the environment; null when none is given.</summary>
    /// <exception cref="EmbeddedPostgresException">What is given is no connection string.</exception>
    public static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? Judged(given) : null;

    /// <param name="dataFolder">As asked for on the command line; null for the default.</param>
    /// <param name="fresh">Start over; only a private database can.</param>
    /// <exception cref="EmbeddedPostgresException">No database can be had; says what to do.</exception>
    public static async Task<DatabaseSession> OpenAsync(string? dataFolder, bool fresh, Terminal terminal, CancellationToken ct)
    {
        if (Given is { } given)
        {
            return fresh || dataFolder is not null
                ? throw new EmbeddedPostgresException(new Notice(
                    $"{Variable} đã chỉ định cơ sở dữ liệu; --data và --fresh chỉ dùng cho PostgreSQL riêng của RegionLink. Hãy bỏ một trong hai.",
                    $"{Variable} names the database; --data and --fresh are for RegionLink's private PostgreSQL only. Leave out one of the two."))
                : new DatabaseSession(given, null);
        }

        var folder = dataFolder ?? DefaultDataFolder.Choose();
        var server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(folder) { Fresh = fresh, Log = notice => terminal.Say(notice.Vi, notice.En) }, ct);
        await server.CreateDatabaseAsync(PrivateName, ct);
        return new DatabaseSession(server.ConnectionString(PrivateName), server);
    }

    /// <summary>As <see cref="OpenAsync"/>, for work beside a running <c>up</c>: joins the private PostgreSQL of the folder when it runs.</summary>
    public static async Task<DatabaseSession> JoinAsync(string? dataFolder, Terminal terminal, CancellationToken ct)
    {
        if (Given is null && EmbeddedPostgres.RunningConnectionString(dataFolder ?? DefaultDataFolder.Choose(), PrivateName) is { } running)
        {
            return new DatabaseSession(running, null);
        }

        return await OpenAsync(dataFolder, fresh: false, terminal, ct);
    }

    /// <summary>Never quoted back: what is wrong may still hold a password.</summary>
    private static string Judged(string given)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(given).ConnectionString;
        }
        catch (ArgumentException)
        {
            throw new EmbeddedPostgresException(new Notice(
                $"{Variable} không phải là chuỗi kết nối PostgreSQL; hãy viết như Host=db.example.org;Username=regionlink;Password=…;Database=regionlink.",
                $"{Variable} is no PostgreSQL connection string; write it like Host=db.example.org;Username=regionlink;Password=…;Database=regionlink."));
        }
    }

    public ValueTask DisposeAsync() => _private?.DisposeAsync() ?? ValueTask.CompletedTask;
}
