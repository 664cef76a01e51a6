using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime;
using RegionLink.Runtime.Grains;

namespace RegionLink.Server.Tests.Grains;

/// <summary>One server's grain host; two of them over one database are two servers.</summary>
internal sealed class PurseNode : IAsyncDisposable
{
    private readonly GroupCommit _groupCommit;

    public PurseNode(string connectionString)
    {
        DataSource = RuntimeServices.DataSource(connectionString);
        _groupCommit = new GroupCommit(DataSource, NullLogger<GroupCommit>.Instance);
        Host = new GrainHost(DataSource, _groupCommit, new MemoryCache(new MemoryCacheOptions { SizeLimit = 1000 }));
    }

    public NpgsqlDataSource DataSource { get; }

    public GrainHost Host { get; }

    public static CommandEnvelope Envelope(CommandId? id = null, long? expected = null) =>
        new(new CommandContext(new Actor(ActorKind.User, "an"), new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero)), id, expected);

    public Task<GrainAnswer<Purse>> SendAsync(string key, Purse.Command command, CommandEnvelope? envelope = null) =>
        Host.SendAsync(Purse.Type, key, command, envelope ?? Envelope(), TestContext.Current.CancellationToken);

    /// <summary>Puts money in unless the other purse, the lid, holds any; guarded by the lid.</summary>
    public Task<GrainAnswer<Purse>> PutUnlessLidAsync(string key, string lid) => Host.SendAsync(
        Purse.Type,
        key,
        async ct =>
        {
            var loaded = await Host.ReadAsync(Purse.Type, lid, ct);
            return new Prepared<Purse.Command>(new Purse.Command.Put(1, LidOn: loaded.State.Amount > 0), [loaded.AsGuard()]);
        },
        Envelope(),
        TestContext.Current.CancellationToken);

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _groupCommit.DisposeAsync();
        await DataSource.DisposeAsync();
    }
}
