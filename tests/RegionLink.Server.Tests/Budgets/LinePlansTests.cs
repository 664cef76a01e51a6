using Npgsql;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Budgets;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Budgets;

/// <summary>What is asked most often must not read the whole table, however large it grows.</summary>
public sealed class LinePlansTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string ManyLines = """
        insert into budget_line
          (key, unit, fiscal_year, number, label, parent, leaf, funding, category, dx, ground, floor, decided_vnd, illustrative, version, created_at, updated_at)
        select u || '@origin/' || y || '/' || n, u || '@origin', y, n::text, 'Dòng', case when n > 100 then u || '@origin/' || y || '/' || n % 100 end,
               true, 'state', 'A02', true, 'KH', 'none', n, false, 1, '2026-01-01', '2026-01-01'
          from generate_series(10, 19) u, generate_series(2022, 2025) y, generate_series(1, 500) n;
        analyze budget_line;
        """;

    private NpgsqlDataSource _dataSource = null!;

    public async ValueTask InitializeAsync()
    {
        _dataSource = NpgsqlDataSource.Create(await postgres.CloneAsync());
        await using var command = _dataSource.CreateCommand(ManyLines);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    [Fact]
    public Task A_page_of_the_whole_list_is_read_by_key() => AssertIndexedAsync(Page(), "budget_line_pkey");

    [Fact]
    public Task The_lines_of_a_year_are_read_by_unit_and_year() => AssertIndexedAsync(
        Page(new("unit", "12@origin"), new("year", 2024L)), "budget_line_of_year");

    [Fact]
    public Task Lines_asked_for_by_key_are_read_by_key() => AssertIndexedAsync(
        TableSql.Rows(BudgetLineTable.Definition, new TableRequest { Ids = ["12@origin/2024/7", "13@origin/2024/8"] }, Neighbour), "budget_line_pkey");

    [Fact]
    public Task The_parts_of_a_parent_are_read_by_parent() => AssertIndexedAsync(
        new NpgsqlBatchCommand("select key from budget_line where parent = '12@origin/2024/7' and withdrawn_because is null"), "budget_line_of_parent");

    [Fact]
    public async Task The_sums_are_read_without_reading_lines()
    {
        var plan = await PlanAsync(new NpgsqlBatchCommand("select * from budget_rollup where fiscal_year = 2024 and stage = 'decided' and unit = any(array['12@origin'])"));

        Assert.DoesNotContain("budget_line", plan, StringComparison.Ordinal);
    }

    private static TableViewer Neighbour { get; } = new(Everything: false, ["19@origin"], SignedIn: true);

    private static NpgsqlBatchCommand Page(params (string Column, object Value)[] filters) => TableSql.Rows(
        BudgetLineTable.Definition,
        new TableRequest { Filters = [.. filters.Select(f => new Filter(BudgetLineTable.Definition.Find(f.Column)!, FilterKind.Is, [f.Value]))] },
        Neighbour);

    private async Task AssertIndexedAsync(NpgsqlBatchCommand query, string index)
    {
        var plan = await PlanAsync(query);

        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on budget_line", plan, StringComparison.Ordinal);
    }

    // As the role that reads for callers, below the policies.
    private async Task<string> PlanAsync(NpgsqlBatchCommand query)
    {
        query.CommandText = $"explain {query.CommandText}";
        await using var read = await new ViewerDatabase(_dataSource, new(_dataSource)).ReadAsync(Neighbour, TestContext.Current.CancellationToken, query);
        var plan = string.Join('\n', await read.Reader.TakeAsync(row => row.GetString(0), TestContext.Current.CancellationToken));
        Assert.Contains("on sharing", plan, StringComparison.Ordinal);
        return plan;
    }
}
