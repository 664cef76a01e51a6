using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Migrations;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.ReferenceData;

public sealed class ReferenceStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private NpgsqlDataSource _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = NpgsqlDataSource.Create(await postgres.CreateEmptyAsync());
        await new Migrator(_database).MigrateAsync(None);
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_same_folder_is_loaded_once()
    {
        var store = new ReferenceStore(_database);

        Assert.True(await store.LoadAsync(RepositoryProvinces.Book, None));
        var written = await ScalarAsync("select max(xmin::text::bigint) from unit");
        Assert.False(await store.LoadAsync(RepositoryProvinces.Book, None));

        Assert.Equal(written, await ScalarAsync("select max(xmin::text::bigint) from unit"));
        Assert.Equal(1_375L, await ScalarAsync("select count(*) from unit"));
    }

    [Fact]
    public async Task Servers_that_start_together_load_once()
    {
        var loads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new ReferenceStore(_database).LoadAsync(RepositoryProvinces.Book, None)));

        Assert.Single(loads, loaded => loaded);
        Assert.Equal(95L, await ScalarAsync("select count(*) from metric"));
    }

    [Fact]
    public async Task What_is_read_back_is_what_was_loaded()
    {
        await new ReferenceStore(_database).LoadAsync(RepositoryProvinces.Book, None);
        using var cache = new ReferenceCache(_database);

        var reference = await cache.GetAsync(None);

        Assert.Equal(RepositoryProvinces.Book.Lineage().Units, reference.Lineage.Units);
        Assert.Equal(
            RepositoryProvinces.Book.Lineage().Links.Select(l => (l.From, l.To, l.Whole, string.Join(';', l.Acts))),
            reference.Lineage.Links.Select(l => (l.From, l.To, l.Whole, string.Join(';', l.Acts))));
        Assert.Equal(
            RepositoryProvinces.Book.Metrics.OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => m with { Methods = [] }),
            reference.Metrics.All.Select(m => m with { Methods = [] }));
        Assert.Equal(["b46"], reference.Metrics.Find("local_budget_expenditure")!.Methods);
    }

    [Fact]
    public async Task A_corrected_folder_replaces_what_was_loaded_and_is_noticed()
    {
        var store = new ReferenceStore(_database);
        await store.LoadAsync(RepositoryProvinces.Book, None);
        using var cache = new ReferenceCache(_database);
        var before = await cache.RefreshAsync(None);
        Assert.Same(before, await cache.RefreshAsync(None));

        var units = RepositoryProvinces.Book.Units.Select(u => u.Unit.Key == UnitKey.Parse("79@origin") ? u with { Unit = u.Unit with { NameVi = "Sài Gòn" } } : u);
        await store.LoadAsync(RepositoryProvinces.Book with { Hash = new byte[32], Units = [.. units] }, None);

        Assert.Equal("Sài Gòn", (await cache.RefreshAsync(None)).Lineage.Find(UnitKey.Parse("79@origin"))!.NameVi);
        Assert.Equal(1_375L, await ScalarAsync("select count(*) from unit"));
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(None);
    }
}
