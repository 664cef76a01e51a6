using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Projects;

public sealed class ProjectTablesTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly TableViewer Region = new(Everything: true, [], SignedIn: true);

    private const string LongestOverdue =
        "(p.first_open_due < date '2025-02-01' or p.slow) order by p.first_open_due asc nulls last, (p.key) collate \"C\" limit 6";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rebuild_refills_the_tables_with_the_same_bytes()
    {
        using var city = new ProjectClient(server, ProjectClient.Hcmc);
        await city.RunningAsync("T-1");
        await city.DoAsync("T-1", "progress", """{ "asOf": "2025-08-31", "percent": 12.50, "disbursed": 5, "note": "Đúng tiến độ" }""");
        await city.DoAsync("T-1", "progress", """{ "asOf": "2025-08-31", "percent": 12.00, "disbursed": 4, "correctionReason": "Nhập nhầm" }""");
        await city.DoAsync("T-1", "baselines", """{ "on": "2025-10-10", "reason": "Chờ vốn", "authority": "UBND", "dues": [{ "code": "B1", "due": "2025-11-15" }] }""");
        await city.RunningAsync("T-2");
        var before = await DumpAsync();

        await server.Services.GetRequiredService<Rebuild>().RunAsync(Ct);

        Assert.Contains("T-2", before, StringComparison.Ordinal);
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Without_trigrams_similar_projects_are_found_by_words_in_common()
    {
        using var city = new ProjectClient(server, ProjectClient.Hcmc);
        await city.RunningAsync("W-1", "Cổng dữ liệu mở thành phố");
        var reader = server.Services.GetRequiredService<TableReader>();

        var table = SimilarProjectTable.To("Cổng dữ liệu mở của tỉnh", trigrams: false);
        var page = await reader.PageAsync(table, new TableRequest { Sort = table.Find("similarity"), Descending = true }, Region, Ct);

        Assert.Equal(("W-1", 0.5m), ((string?)page.Rows[0][2], (decimal?)page.Rows[0][11]));
        Assert.Empty((await reader.PageAsync(SimilarProjectTable.To("Xe buýt", trigrams: false), new TableRequest(), Region, Ct)).Rows);
    }

    [Fact]
    public async Task Hot_questions_do_not_read_the_whole_table()
    {
        using var city = new ProjectClient(server, ProjectClient.Hcmc);
        await city.RunningAsync("P-1");
        await using var connection = await server.DataSource.OpenConnectionAsync(Ct);
        await using var neverCommitted = await connection.BeginTransactionAsync(Ct);
        var columns = await StoredColumnsAsync(connection);
        await ExecuteAsync(connection, $"""
            insert into project ({columns})
            select {columns}
              from (select copy.*
                      from project o, generate_series(1, 20000) n,
                           lateral jsonb_populate_record(o, jsonb_build_object(
                             'key', '01@origin/P-' || n, 'unit', '01@origin', 'number', 'P-' || n, 'name_bare', md5(n::text),
                             'open_dues', jsonb_build_array(date '2025-01-01' + n))) copy
                     where o.number = 'P-1') made;
            analyze project
            """);

        Assert.Contains("project_by_unit_state", await PlanAsync(connection, "p.unit = '79@2025-07-01' and p.state = 'running'"), StringComparison.Ordinal);
        Assert.Contains("project_pkey", await PlanAsync(connection, "p.key = any (array['79@2025-07-01/P-1'])"), StringComparison.Ordinal);
        Assert.Contains("project_by_linked", await PlanAsync(connection, "p.linked @> array['79@2025-07-01/P-1']"), StringComparison.Ordinal);
        Assert.Contains(
            "project_by_likeness",
            await PlanAsync(connection, "(p.name_bare % 'kho du lieu dung chung' or 'kho du lieu dung chung' <% p.name_bare)"),
            StringComparison.Ordinal);
        Assert.Contains(
            "project_by_likeness",
            await PlanAsync(connection, "p.name_bare like '%' || 'du lieu dung chung' || '%'"),   // the body of projects_holding
            StringComparison.Ordinal);
        Assert.Contains("project_delayed", await PlanAsync(connection, LongestOverdue), StringComparison.Ordinal);
        Assert.Contains("project_delayed_of_unit", await PlanAsync(connection, $"p.unit = '79@2025-07-01' and {LongestOverdue}"), StringComparison.Ordinal);

        // And below the policies, where links and likeness are asked of functions that use the indexes above.
        await ExecuteAsync(connection, "select set_config('role', 'regionlink_caller', true)");
        Assert.Contains("project_by_unit_state", await PlanAsync(connection, "p.unit = '79@2025-07-01' and p.state = 'running'"), StringComparison.Ordinal);
        Assert.Contains("project_pkey", await PlanAsync(connection, "p.key = any (array['79@2025-07-01/P-1'])"), StringComparison.Ordinal);
        Assert.Contains("project_pkey", await PlanAsync(connection, "p.key = any (array(select projects_linked_to(array['79@2025-07-01/P-1'])))"), StringComparison.Ordinal);
        Assert.Contains("project_pkey", await PlanAsync(connection, "p.key = any (array(select projects_like('kho du lieu dung chung')))"), StringComparison.Ordinal);
        Assert.Contains("project_pkey", await PlanAsync(connection, "p.key = any (array(select projects_holding('du lieu dung chung')))"), StringComparison.Ordinal);
        Assert.Contains("project_delayed", await PlanAsync(connection, LongestOverdue), StringComparison.Ordinal);
    }

    /// <summary>All but the generated ones, which nobody may write.</summary>
    private static async Task<string> StoredColumnsAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid = 'project'::regclass and attnum > 0 and attgenerated = ''", connection);
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task<string> DumpAsync()
    {
        var dump = new StringBuilder();
        foreach (var table in ProjectGrain.Tables)
        {
            await using var command = server.DataSource.CreateCommand($"select t::text from {table} t order by 1");
            await using var reader = await command.ExecuteReaderAsync(Ct);
            while (await reader.ReadAsync(Ct))
            {
                dump.Append(table).Append(' ').AppendLine(reader.GetString(0));
            }
        }

        return dump.ToString();
    }

    private static async Task<string> PlanAsync(NpgsqlConnection connection, string condition)
    {
        var plan = new StringBuilder();
        await using var command = new NpgsqlCommand($"explain select p.key from project p where {condition}", connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
        {
            plan.AppendLine(reader.GetString(0));
        }

        return plan.ToString();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(Ct);
    }
}
