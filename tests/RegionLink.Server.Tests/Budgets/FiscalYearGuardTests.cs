using RegionLink.Domain.Budgets;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Budgets;

public sealed class FiscalYearGuardTests(PostgresFixture postgres) : IAsyncLifetime
{
    private BudgetNode _here = null!;
    private BudgetNode _there = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await postgres.CloneAsync();
        (_here, _there) = (new(database), new(database));
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task A_line_of_a_year_that_was_never_opened_is_refused() =>
        Assert.Equal(["budget.fiscal-year-not-opened"], BudgetNode.Refused(await _here.RecordAsync("A", 1)));

    [Fact]
    public async Task A_node_that_remembers_the_year_as_open_learns_that_another_closed_it()
    {
        await _here.OpenAsync();
        BudgetNode.Done(await _here.RecordAsync("A", 1));
        BudgetNode.Done(await _there.ProvinceAsync(new ProvinceCommand.CloseFiscalYear(2026)));

        Assert.Equal(["budget.fiscal-year-closed"], BudgetNode.Refused(await _here.RecordAsync("B", 1)));
        Assert.Equal(["budget.fiscal-year-closed"], BudgetNode.Refused(await _here.WithdrawAsync("A")));
    }

    [Fact]
    public async Task A_node_that_remembers_the_year_as_closed_learns_that_another_opened_it()
    {
        await _here.OpenAsync();
        BudgetNode.Done(await _here.ProvinceAsync(new ProvinceCommand.CloseFiscalYear(2026)));
        Assert.Equal(["budget.fiscal-year-closed"], BudgetNode.Refused(await _here.RecordAsync("A", 1)));
        BudgetNode.Done(await _there.ProvinceAsync(new ProvinceCommand.ReopenFiscalYear(2026, "Kiểm toán")));

        BudgetNode.Done(await _here.RecordAsync("A", 1));
    }

    /// <summary>
    /// Both nodes write lines while one closes the year and the other re-opens it, again and again. From the acknowledged close to the
    /// re-opening no line may appear in the log.
    /// </summary>
    [Fact]
    public async Task No_line_is_written_after_the_close_when_two_nodes_race()
    {
        await _here.OpenAsync();
        using var stop = new CancellationTokenSource();
        var writers = new[] { _here, _there }
            .SelectMany((node, n) => Enumerable.Range(0, 6).Select(w => WriteAsync(node, $"N{n}W{w}", stop.Token)))
            .ToList();
        for (var round = 0; round < 12; round++)
        {
            await Task.Delay(25, TestContext.Current.CancellationToken);
            BudgetNode.Done(await _there.ProvinceAsync(new ProvinceCommand.CloseFiscalYear(2026)));
            var closedAt = await _here.ScalarAsync<long>("select count(*) from event where stream like 'budget-line/%'");
            await Task.Delay(15, TestContext.Current.CancellationToken);
            Assert.Equal(closedAt, await _here.ScalarAsync<long>("select count(*) from event where stream like 'budget-line/%'"));
            BudgetNode.Done(await _here.ProvinceAsync(new ProvinceCommand.ReopenFiscalYear(2026, "Vòng sau")));
        }

        await stop.CancelAsync();
        var (accepted, refused) = (await Task.WhenAll(writers)).Aggregate((a, b) => (a.Accepted + b.Accepted, a.Refused + b.Refused));

        Assert.Equal(accepted, await _here.ScalarAsync<long>("select count(*) from event where stream like 'budget-line/%'"));
        Assert.True(accepted > 0 && refused > 0, $"The race did not happen: {accepted} accepted, {refused} refused.");
        Assert.Equal(accepted, (await _there.SumAsync())!.Value.Lines);
    }

    private static async Task<(long Accepted, long Refused)> WriteAsync(BudgetNode node, string name, CancellationToken stop)
    {
        var (accepted, refused) = (0L, 0L);
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            switch (await node.RecordAsync($"{name}-{i}", 1))
            {
                case GrainAnswer<BudgetLine>.Done:
                    accepted++;
                    break;
                case GrainAnswer<BudgetLine>.Refused no:
                    Assert.Equal("budget.fiscal-year-closed", Assert.Single(no.Refusals).Code);
                    refused++;
                    break;
                case var other:
                    Assert.Fail($"Unexpected {other}.");
                    break;
            }
        }

        return (accepted, refused);
    }
}
