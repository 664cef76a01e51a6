using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Provinces;
using RegionLink.Server.Tests.Fixtures;

namespace RegionLink.Server.Tests.Budgets;

public sealed class LineSumsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Classification Unclassified = new(Funding.State, null, null, null, SpendingFloor.None);
    private static readonly Classification NotDx = new(Funding.State, null, false, "Chi khác", SpendingFloor.ThreePercent);
    private static readonly Classification NonStateDx = BudgetNode.StateDx with { Funding = Funding.NonState, Floor = SpendingFloor.None };

    private BudgetNode _here = null!;
    private BudgetNode _there = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await postgres.CloneAsync();
        (_here, _there) = (new(database), new(database));
        await _here.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task Without_lines_the_sum_is_unknown_not_zero() => Assert.Null(await _here.SumAsync());

    [Fact]
    public async Task Every_kind_of_money_is_summed_apart()
    {
        BudgetNode.Done(await _here.RecordAsync("a", 1));
        BudgetNode.Done(await _here.RecordAsync("b", 2, NonStateDx));
        BudgetNode.Done(await _here.RecordAsync("c", 4, NotDx));
        BudgetNode.Done(await _here.RecordAsync("d", 8, Unclassified));
        BudgetNode.Done(await _here.RecordAsync("e", 16, illustrative: true));

        Assert.Equal(new LineSum(4, Dx: 1, NonStateDx: 2, Unclassified: 8, Science: 4), await _here.SumAsync());
        Assert.Equal(new LineSum(1, Dx: 16, 0, 0), await _here.SumAsync(illustrative: true));
        Assert.Null(await _here.SumAsync(BudgetStage.Settled));
        Assert.Equal(5m, await _here.ScalarAsync<decimal>("select three_percent_vnd from budget_rollup where not illustrative"));
    }

    [Fact]
    public async Task Money_for_digital_transformation_is_part_of_the_three_percent_whatever_it_was_marked_with()
    {
        foreach (var (floor, vnd) in new[] { (SpendingFloor.None, 1), (SpendingFloor.OnePercent, 2), (SpendingFloor.ThreePercent, 4), (SpendingFloor.Both, 8) })
        {
            BudgetNode.Done(await _here.RecordAsync($"dx-{floor}", vnd, BudgetNode.StateDx with { Floor = floor }));
        }

        BudgetNode.Done(await _here.RecordAsync("science", 16, NotDx));
        BudgetNode.Done(await _here.RecordAsync("neither", 32, NotDx with { Floor = SpendingFloor.None }));

        var sum = (await _here.SumAsync())!.Value;
        Assert.Equal((15, 16, 31), (sum.Dx, sum.Science, sum.ThreePercent));
    }

    [Fact]
    public async Task A_parent_leaves_the_sum_with_its_first_part_and_returns_with_the_last()
    {
        await _here.RecordAsync("parent", 100);
        await _here.RecordAsync("part-1", 7, parent: "parent");
        await _there.RecordAsync("part-2", 5, parent: "parent");
        Assert.Equal(12, (await _here.SumAsync())!.Value.Dx);

        await _here.ReviseAsync("parent", new BudgetLineChange { Amounts = BudgetNode.Decided(90), Reason = "Điều chỉnh" });
        Assert.Equal(12, (await _here.SumAsync())!.Value.Dx);

        await _there.WithdrawAsync("part-1");
        Assert.Equal(5, (await _here.SumAsync())!.Value.Dx);
        await _here.WithdrawAsync("part-2");
        Assert.Equal(90, (await _here.SumAsync())!.Value.Dx);
    }

    [Fact]
    public async Task Two_parts_withdrawn_at_once_on_two_nodes_leave_a_leaf()
    {
        for (var i = 0; i < 20; i++)
        {
            await _here.RecordAsync($"p{i}", 100);
            await Task.WhenAll(_here.RecordAsync($"p{i}.1", 1, parent: $"p{i}"), _there.RecordAsync($"p{i}.2", 1, parent: $"p{i}"));
        }

        Assert.Equal(40, (await _here.SumAsync())!.Value.Dx);
        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(i => new[] { _here.WithdrawAsync($"p{i}.1"), _there.WithdrawAsync($"p{i}.2") }));

        Assert.Equal(new LineSum(20, Dx: 2_000, 0, 0), await _here.SumAsync());
    }

    [Fact]
    public async Task A_parent_must_be_known_to_the_node_that_records_its_part()
    {
        Assert.Equal(["budget.parent-unknown"], BudgetNode.Refused(await _here.RecordAsync("part", 1, parent: "parent")));
        BudgetNode.Done(await _there.RecordAsync("parent", 1));
        BudgetNode.Done(await _here.RecordAsync("part", 1, parent: "parent"));
        BudgetNode.Done(await _there.WithdrawAsync("parent"));
        Assert.Equal(["budget.parent-withdrawn"], BudgetNode.Refused(await _here.RecordAsync("part-2", 1, parent: "parent")));
    }

    /// <summary>The oracle is the pure rule over the lines themselves; a replay of the log must come to the same rows.</summary>
    [Fact]
    public async Task After_random_work_on_two_nodes_the_sums_are_what_the_rule_says_and_what_a_replay_says()
    {
        var random = new Random(20261120);
        for (var wave = 0; wave < 12; wave++)
        {
            // Different lines at once, so that both nodes' transactions overlap and sums are left behind and taken along.
            var numbers = Enumerable.Range(0, 40).OrderBy(_ => random.Next()).Take(24).ToList();
            await Task.WhenAll(numbers.Select(n => (random.Next(2) == 0 ? _here : _there, n, random.Next(5), random.Next(1, 1_000_000)))
                .ToList()
                .Select(x => StepAsync(x.Item1, x.n, x.Item3, x.Item4)));
        }

        var lines = await LinesAsync();
        Assert.True(lines.Count > 20);
        foreach (var stage in Enum.GetValues<BudgetStage>())
        {
            Assert.Equal(LineSum.At(stage, illustrative: false, lines), await _here.SumAsync(stage));
        }

        var before = await DumpAsync();
        var counts = await new Rebuild(_there.DataSource,
        [
            GrainRegistration.Of(ProvinceGrain.Type, ProvinceGrain.Tables),
            GrainRegistration.Of(BudgetLineGrain.Type, BudgetLineGrain.Tables),
        ]).RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(lines.Count, counts["budget-line"]);
        Assert.Equal(before, await DumpAsync());
    }

    private static async Task StepAsync(BudgetNode node, int n, int what, int vnd)
    {
        var number = $"L{n}";
        Classification[] kinds = [BudgetNode.StateDx, NotDx, Unclassified, NonStateDx];
        var stage = (BudgetStage)(vnd % 4);
        _ = what switch
        {
            0 or 1 => await node.RecordAsync(number, vnd, kinds[vnd % 4], n > 8 && n % 3 == 0 ? $"L{n % 8}" : null),
            2 => await node.ReviseAsync(number, new BudgetLineChange { Classification = kinds[vnd % 4] }),
            3 => await node.ReviseAsync(number, new BudgetLineChange
            {
                Amounts = [new StageAmount(stage, new Money(vnd), Origin.Entered)],
                Reason = "Điều chỉnh",
                ConfirmScaleJump = "Đúng",
            }),
            _ => vnd % 3 == 0 ? await node.WithdrawAsync(number) : await node.RecordAsync(number, vnd),
        };
    }

    private async Task<List<KeyValuePair<string, BudgetLine>>> LinesAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var lines = new List<KeyValuePair<string, BudgetLine>>();
        for (var n = 0; n < 40; n++)
        {
            var key = BudgetNode.Key($"L{n}").ToString();
            await using var fresh = new BudgetNode(_here.DataSource.ConnectionString);
            var line = (await fresh.Host.ReadAsync(BudgetLineGrain.Type, key, ct)).State;
            if (line.Exists)
            {
                lines.Add(new(key, line));
            }
        }

        return lines;
    }

    private Task<string> DumpAsync() => _here.ScalarAsync<string>("""
        select string_agg(row, E'\n' order by row collate "C")
          from (select 'province ' || p::text as row from province p
                union all select 'year ' || y::text from fiscal_year y
                union all select 'line ' || l::text from budget_line l
                union all select 'amount ' || a::text from budget_line_amount a
                union all select 'sum ' || r::text from budget_rollup r) as rows
        """);
}
