using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Grains;

public sealed class GrainHostTests(PostgresFixture postgres) : IAsyncLifetime
{
    private PurseNode _here = null!;
    private PurseNode _there = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await postgres.CloneAsync();
        (_here, _there) = (new(database), new(database));
        await _here.ExecuteAsync(Purse.CreateTable);
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task What_is_acknowledged_is_in_the_log_and_in_the_read_table()
    {
        var done = Done(await _here.SendAsync("a", new Purse.Command.Put(5)));

        Assert.Equal((5, 1), (done.State.Amount, done.Version));
        Assert.Equal(1, await _here.ScalarAsync<long>("select count(*) from event where stream = 'purse/a' and type = 'put'"));
        Assert.Equal(5, await _here.ScalarAsync<long>("select amount from purse where key = 'a'"));
        Assert.Equal(Purse.Words, await _here.ScalarAsync<string[]>("select words from purse where key = 'a'"));
    }

    [Fact]
    public async Task Grains_committed_together_have_a_row_each()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _here.SendAsync($"p-{i}", new Purse.Command.Put(i))));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _there.SendAsync($"p-{i}", new Purse.Command.Put(1000))));

        Assert.Equal(200, await _here.ScalarAsync<long>("select count(*) from purse where amount = substr(key, 3)::bigint + 1000 and version = 2"));
    }

    [Fact]
    public async Task A_refusal_writes_nothing()
    {
        var refused = Assert.IsType<GrainAnswer<Purse>.Refused>(await _here.SendAsync("a", new Purse.Command.Take(1)));

        Assert.Equal("purse.empty", Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await _here.ScalarAsync<long>("select count(*) from event"));
    }

    [Fact]
    public async Task A_rehearsal_answers_and_writes_nothing()
    {
        var accepted = Done(await _here.SendAsync("a", new Purse.Command.Put(5), PurseNode.Envelope() with { Rehearsal = true }));
        var refused = Assert.IsType<GrainAnswer<Purse>.Refused>(await _here.SendAsync("a", new Purse.Command.Take(1), PurseNode.Envelope() with { Rehearsal = true }));

        Assert.Equal((0, 0), (accepted.State.Amount, accepted.Version));
        Assert.Equal("purse.empty", Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await _here.ScalarAsync<long>("select count(*) from event"));
    }

    [Fact]
    public async Task Commands_to_one_grain_from_two_nodes_all_count_once()
    {
        var sends = Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? _here : _there).SendAsync("a", new Purse.Command.Put(1)));

        Assert.All(await Task.WhenAll(sends), answer => Done(answer));
        Assert.Equal(60, await _here.ScalarAsync<long>("select amount from purse where key = 'a'"));
        Assert.Equal(60, await _here.ScalarAsync<long>("select max(version) from event where stream = 'purse/a'"));
    }

    [Fact]
    public async Task A_no_from_memory_that_is_behind_is_not_spoken()
    {
        await _here.SendAsync("a", new Purse.Command.Put(1));
        await _there.SendAsync("a", new Purse.Command.Put(9));

        Assert.Equal(0, Done(await _here.SendAsync("a", new Purse.Command.Take(10))).State.Amount);
    }

    [Fact]
    public async Task A_repeated_command_gets_the_first_answer_and_writes_nothing()
    {
        var id = new CommandId(Guid.NewGuid(), [1]);
        Done(await _here.SendAsync("a", new Purse.Command.Put(3), PurseNode.Envelope(id)));
        await _here.SendAsync("a", new Purse.Command.Take(3));

        var again = Done(await _there.SendAsync("a", new Purse.Command.Put(3), PurseNode.Envelope(id)));

        Assert.True(again.Replayed);
        Assert.Equal(1, again.Version);
        Assert.Equal(2, await _here.ScalarAsync<long>("select count(*) from event"));
    }

    [Fact]
    public async Task A_repeat_is_recognised_even_when_the_rules_would_now_refuse_it()
    {
        await _here.SendAsync("a", new Purse.Command.Put(3));
        var id = new CommandId(Guid.NewGuid(), [1]);
        Done(await _here.SendAsync("a", new Purse.Command.Take(3), PurseNode.Envelope(id)));

        Assert.True(Done(await _here.SendAsync("a", new Purse.Command.Take(3), PurseNode.Envelope(id))).Replayed);
    }

    [Fact]
    public async Task An_id_used_for_another_command_is_told()
    {
        var id = Guid.NewGuid();
        await _here.SendAsync("a", new Purse.Command.Put(3), PurseNode.Envelope(new(id, [1])));

        Assert.IsType<GrainAnswer<Purse>.KeyReused>(await _here.SendAsync("a", new Purse.Command.Put(4), PurseNode.Envelope(new(id, [2]))));
        Assert.IsType<GrainAnswer<Purse>.KeyReused>(await _here.SendAsync("b", new Purse.Command.Put(3), PurseNode.Envelope(new(id, [1]))));
    }

    [Fact]
    public async Task Who_expects_another_version_is_told_the_one_there_is()
    {
        await _here.SendAsync("a", new Purse.Command.Put(3));

        Assert.Equal(1, Assert.IsType<GrainAnswer<Purse>.Stale>(await _there.SendAsync("a", new Purse.Command.Put(1), PurseNode.Envelope(expected: 0))).ActualVersion);
        Done(await _there.SendAsync("a", new Purse.Command.Put(1), PurseNode.Envelope(expected: 1)));
    }

    [Fact]
    public async Task A_write_that_fails_never_fails_its_neighbours()
    {
        var good = Enumerable.Range(0, 40).Select(i => _here.SendAsync($"good-{i}", new Purse.Command.Put(1))).ToList();
        var bad = _here.SendAsync("bad", new Purse.Command.Break());

        Assert.All(await Task.WhenAll(good), answer => Done(answer));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => bad);
        Assert.Equal(0, await _here.ScalarAsync<long>("select count(*) from event where stream = 'purse/bad'"));
        Done(await _here.SendAsync("bad", new Purse.Command.Put(1)));
    }

    [Fact]
    public async Task Nothing_is_put_in_after_the_lid_went_on_whichever_node_is_asked()
    {
        var puts = Enumerable.Range(0, 80).Select(async i =>
        {
            await Task.Delay(i / 4);
            return await (i % 2 == 0 ? _here : _there).PutUnlessLidAsync($"p-{i % 8}", "lid");
        }).ToList();
        await Task.Delay(8);
        Done(await _there.SendAsync("lid", new Purse.Command.Put(1)));
        var answers = await Task.WhenAll(puts);

        Assert.Equal(0, await _here.ScalarAsync<long>("""
            select count(*)
              from event e
              join event lid on lid.stream = 'purse/lid'
             where e.stream like 'purse/p-%'
               and (e.xid, e.position) > (lid.xid, lid.position)
            """));
        Assert.Contains(answers, a => a is GrainAnswer<Purse>.Refused);
        Assert.Equal(answers.Count(a => a is GrainAnswer<Purse>.Done), await _here.ScalarAsync<long>("select count(*) from event where stream like 'purse/p-%'"));
    }

    [Fact]
    public async Task A_grain_loaded_from_its_snapshot_is_the_grain_replayed_from_zero()
    {
        for (var i = 0; i < 130; i++)
        {
            await _here.SendAsync("a", i % 3 == 2 ? new Purse.Command.Take(1) : new Purse.Command.Put(1));
        }

        Assert.Equal(100, await _here.ScalarAsync<long>("select version from snapshot where stream = 'purse/a'"));
        var fromSnapshot = await _there.Host.ReadAsync(Purse.Type, "a", TestContext.Current.CancellationToken);
        var fromZero = await _there.Host.ReadAsync(Purse.Type with { Name = "purse", SnapshotFormat = 2 }, "a", TestContext.Current.CancellationToken);
        Assert.Equal((130, fromZero.State), (fromSnapshot.Version, fromSnapshot.State));
        Done(await _there.SendAsync("a", new Purse.Command.Put(1)));
        Assert.Empty((await new LogVerifier(_here.DataSource).VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }

    private static GrainAnswer<Purse>.Done Done(GrainAnswer<Purse> answer) => Assert.IsType<GrainAnswer<Purse>.Done>(answer);
}
