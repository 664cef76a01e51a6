using Npgsql;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Budgets;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Audit;
using RegionLink.Server.Identity.Keys;
using RegionLink.Server.Imports;
using RegionLink.Server.Observations;
using static RegionLink.Server.Tests.Queries.WalledDatabase;

namespace RegionLink.Server.Tests.Queries;

/// <summary>What is read for a caller through statements that forgot the rule of sharing: nothing of a province that keeps its data to itself.</summary>
public sealed class SecondWallTests(WalledDatabase database) : IClassFixture<WalledDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tables => [.. SecondWall.Walled, .. SecondWall.WalledColumns.Keys, "budget_rollup", "observation_row"];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_shows_a_caller_only_what_is_its_own_or_shared(string table)
    {
        var ofEverybody = table is "observation" or "observation_row" ? 1 : 0;
        var everything = table.StartsWith("import", StringComparison.Ordinal) ? 0 : 2;
        Assert.Equal(
            (1L, OfNeighbour(table), (long)ofEverybody, everything),
            (await database.CountAsync(table, For(Neighbour)), await database.CountAsync(table, For(Keeper)),
             await database.CountAsync(table, TableViewer.Anybody), await database.CountAsync(table, new(Everything: true, [], SignedIn: true))));
    }

    // The neighbour shares what is shared by default with everybody who is signed in.
    private static long OfNeighbour(string table) => table is "account" or "api_key" or "access_log" or "import" or "import_fault" or "import_row" ? 1 : 2;

    public static TheoryData<string> Lists => [.. All.Keys];

    private static readonly Dictionary<string, Table> All = new()
    {
        ["projects"] = ProjectTable.Definition,
        ["projects late then"] = ProjectDelayTable.AsOf(new(2026, 6, 30), new(2026, 7, 1)),
        ["projects late now"] = ProjectDelayTable.AsOf(new(2026, 6, 30), new(2026, 6, 30)),
        ["projects alike"] = SimilarProjectTable.To(TextOf(Keeper), trigrams: true),
        ["projects alike by words"] = SimilarProjectTable.To("", trigrams: false) with { Parameters = [TextOf(Keeper)] },
        ["budget lines"] = BudgetLineTable.Definition,
        ["observations"] = ObservationTables.Now,
        ["observations known"] = ObservationTables.KnownAt(new(2026, 6, 30, 0, 0, 0, TimeSpan.Zero)),
        ["revisions"] = ObservationTables.Revisions,
        ["revisions of one"] = ObservationTables.RevisionsOf([1L << 24, 2L << 24]),
        ["reports"] = ReportTable.AsOf(new(2026, 6, 30)),
        ["report figures"] = ReportFigureTable.Definition,
        ["bindings"] = BindingTable.Definition,
        ["accounts"] = AccountTable.Definition,
        ["keys"] = ApiKeyTable.Definition,
        ["audit"] = AuditTable.Definition,
        ["import faults"] = ImportTables.Faults with { Where = null },
        ["import rows"] = ImportTables.Rows with { Where = null },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_that_forgot_the_rule_shows_a_neighbour_no_row(string list)
    {
        var forgetful = All[list] with { Sharing = null };
        var mine = await database.Tables.PageAsync(forgetful, new() { WithTotal = true }, For(Keeper), Ct);
        var theirs = await database.Tables.PageAsync(forgetful, new() { WithTotal = true }, For(Neighbour), Ct);

        Assert.Contains(mine.Cursors, c => IsKeepers(c.Key, mine));
        Assert.True(theirs.Total < Math.Max(2, mine.Total!.Value), $"{theirs.Total} of {mine.Total}");
        Assert.DoesNotContain(theirs.Rows.SelectMany(r => r), v => v is string text && text.Contains(Keeper, StringComparison.Ordinal));

        static bool IsKeepers(string key, TablePage page) => key.Contains(Keeper, StringComparison.Ordinal)
            || page.Rows.Any(r => r.Any(v => v is string text && text.Contains(Keeper, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_read_one_at_a_time_is_not_found_by_a_neighbour_either()
    {
        var key = BudgetLineKey.Parse(TextOf(Keeper));
        var (line, sums, content) = (new BudgetLineReader(database.Viewed), new CategorySums(database.Viewed), new ReportReader(database.Tables, database.Viewed));
        var (log, parts) = (new LogReader(database.DataSource, database.Viewed), new BudgetParts(database.DataSource, database.Viewed));
        var stream = BudgetLineGrain.Type.StreamOf(key.ToString());

        async Task<object[]> FoundAsync(TableViewer viewer) =>
        [
            await line.FindAsync(key, viewer, Ct) is not null,
            (await line.FindAsync(key, viewer, Ct))?.Amounts.Count ?? 0,
            (await sums.ReadAsync(key.Unit, 2025, viewer, Ct)).Count,
            (await parts.ReadAsync([key.Unit], 2025, BudgetStage.Decided, new Lineage([], []), viewer, Ct))[0].Lines is not null,
            (await content.ContentAsync(TextOf(Keeper), viewer, Ct)).Figures.Count,
            (await content.ContentAsync(TextOf(Keeper), viewer, Ct)).Questions.Count,
            (await content.DifferingAsync([key.Unit], viewer, Ct)).Count,
            (await log.ReadStreamAsync(stream, 0, 9, viewer, Ct)).Count,
            (await log.ReadStreamsAsync([stream], long.MaxValue, 9, viewer, Ct)).Count,
        ];

        Assert.Equal([true, 1, 1, true, 1, 1, 1, 1, 1], await FoundAsync(For(Keeper)));
        Assert.Equal([false, 0, 0, false, 0, 0, 0, 0, 0], await FoundAsync(For(Neighbour)));
    }

    [Fact]
    public async Task A_connection_never_carries_one_caller_to_the_next()
    {
        var settings = new NpgsqlConnectionStringBuilder(database.DataSource.ConnectionString) { MaxPoolSize = 1 };
        await using var single = Runtime.RuntimeServices.DataSource(settings.ConnectionString);
        var viewed = new ViewerDatabase(single, new(single));
        for (var round = 0; round < 40; round++)
        {
            var (mine, other) = round % 2 == 0 ? (Keeper, Neighbour) : (Neighbour, Keeper);
            Assert.Equal([mine], await UnitsAsync(mine));
            switch (round % 5)
            {
                case 0:   // given up after the first of many rows
                    await using (var read = await viewed.ReadAsync(For(mine), Ct, new NpgsqlBatchCommand("select n, a.unit from generate_series(1, 20000) n, access_log a")))
                    {
                        Assert.True(await read.Reader.ReadAsync(Ct));
                    }

                    break;
                case 1:   // fails when half of its rows are sent
                    await Assert.ThrowsAsync<PostgresException>(async () =>
                    {
                        await using var read = await viewed.ReadAsync(For(mine), Ct, new NpgsqlBatchCommand("select 1 / (5000 - n) from generate_series(1, 9000) n"));
                        await read.Reader.TakeAsync(row => row.GetInt32(0), Ct);
                    });
                    break;
                case 2:   // fails before it begins
                    await Assert.ThrowsAsync<PostgresException>(() => viewed.ReadAsync(For(mine), Ct, new NpgsqlBatchCommand("select nonsense")));
                    break;
                case 3:   // cancelled by whoever asked
                    using (var impatient = CancellationTokenSource.CreateLinkedTokenSource(Ct))
                    {
                        impatient.CancelAfter(20);
                        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => viewed.ReadAsync(For(mine), impatient.Token, new NpgsqlBatchCommand("select pg_sleep(30)")));
                    }

                    break;
                default:   // a transaction of several statements, given up
                    await using (var read = await viewed.ReadOneMomentAsync(For(mine), Ct, new("select 1"), new("select unit from access_log")))
                    {
                        Assert.True(await read.Reader.ReadAsync(Ct));
                    }

                    break;
            }

            // As the owner again, with nothing set, whatever happened.
            await using var command = single.CreateCommand("select current_user::text || coalesce(current_setting('regionlink.units', true), '') || (select count(*) from access_log)");
            Assert.Equal("regionlink2", await command.ExecuteScalarAsync(Ct));
            Assert.Equal([other], await UnitsAsync(other));
        }

        async Task<List<string>> UnitsAsync(string unit)
        {
            await using var read = await viewed.ReadAsync(For(unit), Ct, new NpgsqlBatchCommand("select unit from access_log"));
            return await read.Reader.TakeAsync(row => row.GetString(0), Ct);
        }
    }
}
