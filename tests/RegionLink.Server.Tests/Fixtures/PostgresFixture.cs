using Npgsql;
using RegionLink.Runtime.Embedded;
using RegionLink.Runtime.Migrations;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace RegionLink.Server.Tests.Fixtures;

/// <summary>One PostgreSQL for the whole run. Each test class clones a template, migrated and with the provinces loaded; without a database the run fails, it does not skip.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "regionlink_template";
    private readonly SemaphoreSlim _cloning = new(1, 1);
    private EmbeddedPostgres _server = null!;
    private int _clones;

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.Temporary(), TestContext.Current.CancellationToken);
        await ExecuteAsync("postgres", $"create database {Template}");
        await using var source = NpgsqlDataSource.Create(Unpooled(Template));
        await new Migrator(source).MigrateAsync(TestContext.Current.CancellationToken);
        await new ReferenceStore(source).LoadAsync(RepositoryProvinces.Book, TestContext.Current.CancellationToken);
    }

    /// <summary>Connection string of a new database with the whole schema, the units and the metrics, and nothing else.</summary>
    public async Task<string> CloneAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _clones)}";
        await _cloning.WaitAsync();
        try
        {
            await ExecuteAsync("postgres", $"create database {name} template {Template}");
        }
        finally
        {
            _cloning.Release();
        }

        return _server.ConnectionString(name);
    }

    /// <summary>Connection string of a new, empty database.</summary>
    public async Task<string> CreateEmptyAsync()
    {
        var name = $"empty_{Interlocked.Increment(ref _clones)}";
        await ExecuteAsync("postgres", $"create database {name}");
        return _server.ConnectionString(name);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private string Unpooled(string database) => new NpgsqlConnectionStringBuilder(_server.ConnectionString(database)) { Pooling = false }.ConnectionString;

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
