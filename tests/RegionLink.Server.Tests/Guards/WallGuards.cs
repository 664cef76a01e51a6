using Npgsql;
using RegionLink.Runtime.Migrations;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Guards;

/// <summary>Somebody has to decide about every table who may read it.</summary>
public sealed class WallGuards(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>Never read for a caller: secrets, the machinery of the log, and what is read by the server to make up something public.</summary>
    private static readonly string[] Closed =
    [
        "command", "snapshot", "migration", "reference_load", "session", "second_factor", "recovery_code", "passkey", "passkey_challenge_used", "linked_identity", "protection_key",
        "period_extension", "report_publication", "report_publication_recorded",
    ];

    /// <summary>Read and write as the owner of the tables, whom no policy binds: writers, the server's own business, and what is public by decision.</summary>
    private static readonly string[] HoldersOfThePool =
    [
        "AccountStore", "ApiKeyStore", "BoardReader", "BudgetLineImport", "BudgetLines", "BudgetParts", "ChangeFeed", "ChangeTail", "CredentialStore", "GrainHost",
        "GrainStore", "GroupCommit", "HeldFigures", "ImportStore", "LinkedIdentityStore", "LogReader", "LogVerifier", "Migrator", "ObservationBatches", "ObservationImport", "ObservationVerifier",
        "PasskeyStore", "PeriodReader", "ProjectImport", "ProjectReader", "ProtectionKeyStore", "ProvinceReader", "Pruning", "Rebuild", "ReferenceCache", "ReferenceStore",
        "ReportAcceptances", "ReportHistory", "ReportPublications", "RestoredLog", "SecondFactorStore", "SecondWall", "SharedUnits", "SignInStore", "TargetReader",
        "ViewerDatabase",
    ];

    private NpgsqlDataSource _dataSource = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dataSource = NpgsqlDataSource.Create(await postgres.CloneAsync());

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    [Fact]
    public void Whoever_holds_the_pool_and_not_the_door_for_callers_was_decided_about()
    {
        var holders =
            from assembly in new[] { typeof(ViewerDatabase).Assembly, typeof(ServerHost).Assembly }
            from type in assembly.GetTypes()
            where type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(NpgsqlDataSource))
            select type.Name;

        Assert.Equal(HoldersOfThePool.Order(StringComparer.Ordinal), holders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_every_table_somebody_decided_whether_callers_may_read_it()
    {
        var tables = await NamesAsync("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')");

        Assert.Equal([.. tables.Order()], [.. SecondWall.Walled.Concat(SecondWall.WalledColumns.Keys).Concat(SecondWall.Open).Concat(Closed).Order()]);
    }

    [Fact]
    public async Task The_role_may_select_from_what_is_named_and_nothing_else()
    {
        var granted = await NamesAsync($"""
            select distinct table_name || ' ' || privilege_type
              from information_schema.role_column_grants
             where grantee = '{SecondWall.Role}'
            """);
        var expected = SecondWall.Walled.Concat(SecondWall.WalledColumns.Keys).Concat(SecondWall.Open).Select(t => $"{t} SELECT");

        Assert.Equal([.. expected.Order()], [.. granted.Order()]);
        var columns = await NamesAsync($"select column_name from information_schema.role_column_grants where grantee = '{SecondWall.Role}'");
        Assert.DoesNotContain(columns, c => c.Contains("hash", StringComparison.Ordinal) && c is not ("hash" or "file_hash" or "rows_hash"));
    }

    [Fact]
    public async Task What_is_walled_has_a_policy_and_what_has_a_unit_and_none_is_public_by_decision()
    {
        var walled = await NamesAsync("""
            select relname
              from pg_class c
             where relrowsecurity
               and exists (select from pg_policy p where p.polrelid = c.oid)
            """);
        var ofUnits = await NamesAsync("""
            select c.relname
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attname in ('unit', 'province')
             where c.relnamespace = 'public'::regnamespace
               and c.relkind = 'r'
               and not c.relrowsecurity
            """);

        Assert.Equal([.. SecondWall.Walled.Concat(SecondWall.WalledColumns.Keys).Append("report_publication").Order()], [.. walled.Order()]);
        Assert.Equal(
            ["fiscal_year", "fiscal_year_total", "metric", "observation_unit", "period_extension", "province", "sharing", "target", "target_raise"],
            [.. ofUnits.Distinct().Order()]);
    }

    [Fact]
    public async Task Views_are_asked_with_the_rights_of_whoever_asks() => Assert.Empty(await NamesAsync("""
        select relname
          from pg_class
         where relnamespace = 'public'::regnamespace
           and relkind = 'v'
           and 'security_invoker=true' <> all (coalesce(reloptions, '{}'))
        """));

    [Fact]
    public async Task A_missing_grant_takes_the_wall_down_and_migrating_raises_it_again()
    {
        await using (var revoke = _dataSource.CreateCommand($"revoke select on project from {SecondWall.Role}"))
        {
            await revoke.ExecuteNonQueryAsync(Ct);
        }

        var missing = new SecondWall(_dataSource);
        Assert.False(await missing.StandsAsync(Ct));
        await using (var read = await new ViewerDatabase(_dataSource, missing).ReadAsync(TableViewer.Anybody, Ct, new NpgsqlBatchCommand("select current_user::text")))
        {
            Assert.Equal(["regionlink"], await read.Reader.TakeAsync(row => row.GetString(0), Ct));
        }

        await new Migrator(_dataSource).MigrateAsync(Ct);

        var raised = new SecondWall(_dataSource);
        Assert.True(await raised.StandsAsync(Ct));
    }

    private async Task<List<string>> NamesAsync(string sql)
    {
        await using var command = _dataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        return await reader.TakeAsync(row => row.GetString(0), Ct);
    }
}
