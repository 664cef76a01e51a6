using RegionLink.Runtime.Migrations;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Guards;

public sealed class MigrationGuards(PostgresFixture postgres)
{
    [Fact]
    public void Migrations_are_numbered_once_and_say_what_they_are_for()
    {
        var files = MigrationFile.All();
        Assert.Equal(files.Count, files.Select(f => f.Number).Distinct().Count());
        Assert.All(files, f =>
        {
            Assert.Matches("^[0-9]{4}_[a-z0-9_]+\\.sql$", f.Name);
            Assert.StartsWith("-- ", f.Sql, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Servers_starting_together_migrate_once()
    {
        var database = await postgres.CreateEmptyAsync();
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var source = Npgsql.NpgsqlDataSource.Create(database);
            return await new Migrator(source).MigrateAsync(TestContext.Current.CancellationToken);
        }));

        Assert.Equal(MigrationFile.All().Select(f => f.Name), Assert.Single(runs, r => r.Count > 0));
    }

    [Fact]
    public async Task A_database_with_another_history_is_refused_with_every_difference()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(await postgres.CloneAsync());
        await using var command = source.CreateCommand("""
            update migration set checksum = '\x00' where number in (1, 2);
            insert into migration (number, name, checksum) values (9999, '9999_future.sql', '\x00')
            """);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => new Migrator(source).MigrateAsync(TestContext.Current.CancellationToken));

        Assert.Contains("0001_event_log.sql differs", refused.Message, StringComparison.Ordinal);
        Assert.Contains("0002_sharing.sql differs", refused.Message, StringComparison.Ordinal);
        Assert.Contains("9999 was applied by a newer program", refused.Message, StringComparison.Ordinal);
    }
}
