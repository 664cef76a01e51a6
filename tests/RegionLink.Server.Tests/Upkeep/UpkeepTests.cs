using Microsoft.Extensions.DependencyInjection;
using RegionLink.Runtime.EventLog;
using RegionLink.Server.Tests.CommandLine;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Upkeep;

/// <summary>What an operator runs now and then, as commands over a database.</summary>
public sealed class UpkeepTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    [Fact]
    public async Task A_log_restored_into_another_cluster_is_unreadable_until_it_is_stamped_and_whole_afterwards()
    {
        var events = await CountAsync("select count(*) from event");
        await ExecuteAsync("""
            alter table event disable trigger event_is_append_only;
            update event set xid = (xid::text::bigint + 1000000000)::text::xid8;
            alter table event enable trigger event_is_append_only;
            """);
        var log = published.Server.Services.GetRequiredService<LogReader>();
        Assert.Empty(await log.ReadSinceAsync(LogPosition.Start, 10, TestContext.Current.CancellationToken));

        await using (var stamp = RegionLinkProcess.Start(published.Server.ConnectionString, ["after-restore"]))
        {
            Assert.Equal(0, await stamp.EndAsync());
            Assert.Contains($"Stamped {events} events anew", stamp.Output, StringComparison.Ordinal);
        }

        // Server tests share a cluster: a transaction of another class may hold the newest events back for a moment, never restored ones.
        var all = await log.ReadSinceAsync(LogPosition.Start, int.MaxValue, TestContext.Current.CancellationToken);
        Assert.Equal(events, all.Count);
        Assert.All(all.GroupBy(e => e.Stream), stream => Assert.Equal(Enumerable.Range(1, stream.Count()).Select(v => (long)v), stream.Select(e => e.Version)));
        Assert.Empty((await published.Server.Services.GetRequiredService<LogVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => ExecuteAsync("update event set version = version"));
        Assert.Equal("RL002", refused.SqlState);
    }

    [Fact]
    public async Task Pruning_takes_what_is_old_says_so_and_leaves_the_access_log_closed()
    {
        await ExecuteAsync("""
            insert into import (id, kind, file_name, file_hash, size_bytes, dry_run, good_rows, by, status, stage, created_at, beat_at, finished_at)
            select gen_random_uuid(), 'projects', 'a.csv', '\x00', 1, false, false, 'user:an', 'done', 'end', t, t, t
              from unnest(array[now() - interval '100 days', now()]) as old (t);
            insert into access_log (at, actor, kind, subject)
            select t, 'user:an', 'read', '/x' from unnest(array[now() - interval '800 days', now()]) as old (t);
            """);

        await using var prune = RegionLinkProcess.Start(published.Server.ConnectionString, ["prune", "--imports", "90", "--access-log", "730"]);

        Assert.Equal(0, await prune.EndAsync());
        Assert.Contains("Removed the reports of 1 imports.", prune.Output, StringComparison.Ordinal);
        Assert.Contains("Removed 1 lines of the access log.", prune.Output, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("select count(*) from import"));
        Assert.Equal(1, await CountAsync("select count(*) from access_log where kind = 'pruned'"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => ExecuteAsync("delete from access_log"));
    }

    [Theory]
    [InlineData("--access-log", "30")]
    [InlineData("--imports", "0")]
    public async Task What_is_still_needed_is_not_pruned(string what, string days)
    {
        await using var prune = RegionLinkProcess.Start(published.Server.ConnectionString, ["prune", what, days]);

        Assert.Equal(1, await prune.EndAsync());
        Assert.Contains(what, prune.Errors, StringComparison.Ordinal);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = published.Server.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = published.Server.DataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
