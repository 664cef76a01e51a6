using Npgsql;
using RegionLink.Runtime.EventLog;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Grains;

public sealed class LogReaderTests(PostgresFixture postgres)
{
    private const string Insert = """
        insert into event (stream, version, type, data, actor, at, command_id, hash)
        values ($1, 1, 'put', '{}', 'user:an', now(), gen_random_uuid(), decode(repeat('00', 32), 'hex'))
        """;

    [Fact]
    public async Task A_reader_never_passes_a_transaction_still_in_flight_though_a_naive_one_does()
    {
        await using var source = NpgsqlDataSource.Create(await postgres.CloneAsync());
        await using var slow = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var slowTransaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await InsertAsync(slow, "purse/slow");
        await using (var quick = await source.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await InsertAsync(quick, "purse/quick");
        }

        var naive = await NaiveAsync(source, since: 0);
        Assert.Equal(["purse/quick"], naive.Streams);
        var reader = new LogReader(source, new(source, new(source)));
        Assert.Empty(await reader.ReadSinceAsync(LogPosition.Start, 10, TestContext.Current.CancellationToken));

        await slowTransaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Empty((await NaiveAsync(source, naive.Last)).Streams);   // the naive reader has lost purse/slow for good
        var events = await ReadAsync(reader, LogPosition.Start, 2);
        Assert.Equal(["purse/slow", "purse/quick"], events.Select(e => e.Stream));
    }

    [Fact]
    public async Task Even_when_ids_and_positions_were_handed_out_in_different_orders()
    {
        await using var source = NpgsqlDataSource.Create(await postgres.CloneAsync());
        var reader = new LogReader(source, new(source, new(source)));
        await using var early = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var late = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var earlyTransaction = await early.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await new NpgsqlCommand("select pg_current_xact_id()", early).ExecuteScalarAsync(TestContext.Current.CancellationToken);
        await using var lateTransaction = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await InsertAsync(late, "purse/late-id-early-position");
        await InsertAsync(early, "purse/early-id-late-position");
        await earlyTransaction.CommitAsync(TestContext.Current.CancellationToken);

        var first = await reader.ReadSinceAsync(LogPosition.Start, 10, TestContext.Current.CancellationToken);
        await lateTransaction.CommitAsync(TestContext.Current.CancellationToken);
        var then = await ReadAsync(reader, first.Count > 0 ? first[^1].Place : LogPosition.Start, 2 - first.Count);

        Assert.Equal(["purse/early-id-late-position", "purse/late-id-early-position"], first.Concat(then).Select(e => e.Stream));
    }

    [Fact]
    public async Task The_log_refuses_to_be_changed()
    {
        await using var source = NpgsqlDataSource.Create(await postgres.CloneAsync());
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await InsertAsync(connection, "purse/a");
        foreach (var sql in new[] { "update event set type = 'x'", "delete from event", "truncate event" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => new NpgsqlCommand(sql, connection).ExecuteNonQueryAsync());
            Assert.Equal("RL002", refused.SqlState);
        }
    }

    /// <summary>Reads until so many events can be read safely: a transaction of another test on the same server delays them, too.</summary>
    private static async Task<IReadOnlyList<LoggedEvent>> ReadAsync(LogReader reader, LogPosition since, int count)
    {
        for (var attempt = 0; ; attempt++)
        {
            var events = await reader.ReadSinceAsync(since, 10, TestContext.Current.CancellationToken);
            if (events.Count >= count || attempt == 600)
            {
                return events;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task InsertAsync(NpgsqlConnection connection, string stream)
    {
        await using var command = new NpgsqlCommand(Insert, connection) { Parameters = { new() { Value = stream } } };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(List<string> Streams, long Last)> NaiveAsync(NpgsqlDataSource source, long since)
    {
        await using var command = source.CreateCommand("select stream, position from event where position > $1 order by position");
        command.Parameters.Add(new() { Value = since });
        await using var reader = await command.ExecuteReaderAsync();
        var (streams, last) = (new List<string>(), since);
        while (await reader.ReadAsync())
        {
            streams.Add(reader.GetString(0));
            last = reader.GetInt64(1);
        }

        return (streams, last);
    }
}
