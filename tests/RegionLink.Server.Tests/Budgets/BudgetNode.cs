using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Provinces;

namespace RegionLink.Server.Tests.Budgets;

/// <summary>One server's grains for provinces and budget lines; two of them over one database are two servers.</summary>
internal sealed class BudgetNode : IAsyncDisposable
{
    public static readonly UnitKey Unit = UnitKey.Parse("79@2025-07-01");

    public static readonly Classification StateDx = new(Funding.State, ActivityCategory.A02, true, "Kế hoạch 12/KH-UBND", SpendingFloor.Both);

    private readonly GroupCommit _groupCommit;

    public BudgetNode(string connectionString)
    {
        DataSource = RuntimeServices.DataSource(connectionString);
        _groupCommit = new GroupCommit(DataSource, NullLogger<GroupCommit>.Instance);
        Host = new GrainHost(DataSource, _groupCommit, new MemoryCache(new MemoryCacheOptions { SizeLimit = 100_000 }));
        Lines = new BudgetLines(Host, DataSource);
    }

    public NpgsqlDataSource DataSource { get; }

    public GrainHost Host { get; }

    public BudgetLines Lines { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static CommandEnvelope Envelope() =>
        new(new CommandContext(new Actor(ActorKind.User, "lan"), new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero)));

    public static BudgetLineKey Key(string number, int year = 2026) => new(Unit, year, number);

    public static ImmutableArray<StageAmount> Decided(long vnd) => [new(BudgetStage.Decided, new Money(vnd), Origin.Entered)];

    public Task<GrainAnswer<Province>> ProvinceAsync(ProvinceCommand command) =>
        Host.SendAsync(ProvinceGrain.Type, ProvinceGrain.KeyOf(Unit), command, Envelope(), Ct);

    public async Task OpenAsync(int year = 2026) => Done(await ProvinceAsync(new ProvinceCommand.OpenFiscalYear(year, null, null)));

    public Task<GrainAnswer<BudgetLine>> RecordAsync(
        string number, long decided, Classification? classification = null, string? parent = null, bool illustrative = false) => Lines.RecordAsync(
        Key(number),
        new NewBudgetLine($"Dòng {number}", null, parent is null ? null : Key(parent).ToString(), classification ?? StateDx, Decided(decided), illustrative),
        Envelope(),
        Ct);

    public Task<GrainAnswer<BudgetLine>> ReviseAsync(string number, BudgetLineChange change) => Lines.ReviseAsync(Key(number), change, Envelope(), Ct);

    public Task<GrainAnswer<BudgetLine>> WithdrawAsync(string number) => Lines.WithdrawAsync(Key(number), "Nhập trùng", Envelope(), Ct);

    public static GrainAnswer<TState>.Done Done<TState>(GrainAnswer<TState> answer) => Assert.IsType<GrainAnswer<TState>.Done>(answer);

    public static string[] Refused<TState>(GrainAnswer<TState> answer) =>
        [.. Assert.IsType<GrainAnswer<TState>.Refused>(answer).Refusals.Select(r => r.Code)];

    /// <summary>The sum at a stage as the database keeps it; null when it knows none.</summary>
    public async Task<LineSum?> SumAsync(BudgetStage stage = BudgetStage.Decided, bool illustrative = false)
    {
        await using var command = DataSource.CreateCommand("""
            select lines, dx_vnd, non_state_dx_vnd, unclassified_vnd, three_percent_vnd - dx_vnd
              from budget_rollup
             where unit = $1 and fiscal_year = 2026 and stage = $2 and illustrative = $3
            """);
        command.Parameters.Add(new() { Value = Unit.ToString() });
        command.Parameters.Add(new() { Value = ProjectionStatement.WordOf(stage) });
        command.Parameters.Add(new() { Value = illustrative });
        await using var reader = await command.ExecuteReaderAsync(Ct);
        return await reader.ReadAsync(Ct)
            ? new LineSum(reader.GetInt64(0), (Int128)reader.GetDecimal(1), (Int128)reader.GetDecimal(2), (Int128)reader.GetDecimal(3), (Int128)reader.GetDecimal(4))
            : null;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _groupCommit.DisposeAsync();
        await DataSource.DisposeAsync();
    }
}
