using System.Collections.Immutable;
using Dapper;
using Npgsql;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Provinces;

namespace RegionLink.Runtime.Budgets;

/// <summary>
/// Sends commands to budget lines with what they quote: the fiscal year and the parent, each under a guard, and the project. Whoever writes a
/// line goes through here, so that no line is ever written into a closed year.
/// </summary>
public sealed class BudgetLines(GrainHost host, NpgsqlDataSource dataSource)
{
    private const string SelectProject = "select illustrative from project where key = @key";

    public Task<GrainAnswer<BudgetLine>> RecordAsync(BudgetLineKey key, NewBudgetLine line, CommandEnvelope envelope, CancellationToken ct) => SendAsync(
        key,
        async (year, guards, cancel) =>
        {
            var parent = line.Parent is null ? null : await NamedParentAsync(key, line.Parent, guards, cancel);
            var project = await NamedProjectAsync(line.Project, cancel);
            return new BudgetLineCommand.Record(key.Number, line.Label, project, parent, line.Classification, line.Amounts, line.Illustrative) { FiscalYear = year };
        },
        envelope,
        ct);

    public Task<GrainAnswer<BudgetLine>> ReviseAsync(BudgetLineKey key, BudgetLineChange change, CommandEnvelope envelope, CancellationToken ct) => SendAsync(
        key,
        async (year, _, cancel) => new BudgetLineCommand.Revise(
            change.Amounts,
            change.Classification,
            change.Project is { } link ? new ProjectLink(await NamedProjectAsync(link.Key, cancel)) : null,
            change.Reason,
            change.ConfirmScaleJump)
        {
            FiscalYear = year,
        },
        envelope,
        ct);

    public Task<GrainAnswer<BudgetLine>> WithdrawAsync(BudgetLineKey key, string reason, CommandEnvelope envelope, CancellationToken ct) => SendAsync(
        key,
        (year, _, _) => Task.FromResult<BudgetLineCommand>(new BudgetLineCommand.Withdraw(reason) { FiscalYear = year }),
        envelope,
        ct);

    private Task<GrainAnswer<BudgetLine>> SendAsync(
        BudgetLineKey key,
        Func<FiscalYearStatus, List<Guard>, CancellationToken, Task<BudgetLineCommand>> prepare,
        CommandEnvelope envelope,
        CancellationToken ct) => host.SendAsync(
        BudgetLineGrain.Type,
        key.ToString(),
        async cancel =>
        {
            var province = await host.ReadAsync(ProvinceGrain.Type, ProvinceGrain.KeyOf(key.Unit), cancel);
            var guards = new List<Guard> { province.AsGuard() };
            return new Prepared<BudgetLineCommand>(await prepare(StatusOf(province.State, key.Year), guards, cancel), guards);
        },
        envelope,
        ct);

    private async Task<NamedParent> NamedParentAsync(BudgetLineKey child, string parent, List<Guard> guards, CancellationToken ct)
    {
        if (!BudgetLineKey.TryParse(parent, out var key) || key == child)
        {
            return new NamedParent(parent, Known: false, SameYear: true, Withdrawn: false, Illustrative: false);
        }

        var loaded = await host.ReadAsync(BudgetLineGrain.Type, parent, ct);
        guards.Add(loaded.AsGuard());
        var line = loaded.State;
        return new NamedParent(parent, line.Exists, key.Unit == child.Unit && key.Year == child.Year, line.Withdrawn, line.Illustrative);
    }

    /// <summary>A project never disappears and never changes its illustrative mark: no guard is needed.</summary>
    private async Task<NamedProject?> NamedProjectAsync(string? key, CancellationToken ct)
    {
        if (key is null)
        {
            return null;
        }

        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var illustrative = await connection.QuerySingleOrDefaultAsync<bool?>(new CommandDefinition(SelectProject, new { key }, cancellationToken: ct));
        return new NamedProject(key, illustrative is not null, illustrative ?? false);
    }

    private static FiscalYearStatus StatusOf(Province province, int year) => province.Year(year) switch
    {
        null => FiscalYearStatus.NotOpened,
        { Open: true } => FiscalYearStatus.Open,
        _ => FiscalYearStatus.Closed,
    };
}

/// <summary>A line to be taken in.</summary>
/// <param name="Project">Key of a project; null when none.</param>
/// <param name="Parent">Key of the line it is a part of; null at the top.</param>
public sealed record NewBudgetLine(
    string Label,
    string? Project,
    string? Parent,
    Classification Classification,
    ImmutableArray<StageAmount> Amounts,
    bool Illustrative = false);

/// <summary>What is to change; what is left out stays as it is.</summary>
public sealed record BudgetLineChange
{
    public ImmutableArray<StageAmount> Amounts { get; init; } = [];

    public Classification? Classification { get; init; }

    /// <summary>Null keeps the link; a link with a null key removes it.</summary>
    public ProjectKeyLink? Project { get; init; }

    public string? Reason { get; init; }

    public string? ConfirmScaleJump { get; init; }
}

/// <summary>The project a line pays for from now on; a null key for none.</summary>
public sealed record ProjectKeyLink(string? Key);
