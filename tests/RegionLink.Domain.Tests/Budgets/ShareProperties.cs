using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using static RegionLink.Domain.Tests.Budgets.LineHistory;
using static RegionLink.Domain.Tests.Budgets.ShareParts;

namespace RegionLink.Domain.Tests.Budgets;

public sealed class ShareProperties
{
    private static readonly Gen<long> Vnd = Gen.Choose(0, 40_000_000).SelectMany(_ => Gen.Choose(1, int.MaxValue), (a, b) => (long)a * b);

    private static readonly Gen<(long Dx, long Total)> Figures = Vnd.SelectMany(_ => Vnd, (dx, total) => (dx, total + 1));

    [Fact]
    public void The_sum_over_any_boundary_is_the_sum_of_the_parts() => Prop.ForAll(
        Figures.ArrayOf(7).ToArbitrary(),
        Gen.Choose(0, 2).ArrayOf(7).ToArbitrary(),
        (figures, groups) =>
        {
            var old = figures.Select((f, i) => Unit($"{70 + i}", f.Dx, f.Total)).ToArray();
            var merged = old
                .Zip(groups)
                .GroupBy(x => x.Second, x => x.First)
                .Select(g => new BudgetPart(new UnitKey($"{80 + g.Key}", new DateOnly(2025, 7, 1))) { Predecessors = [.. g] })
                .ToArray();
            return Computed(old) == Computed(merged);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_parts_does_not_matter() => Prop.ForAll(
        Figures.ArrayOf(5).ToArbitrary(),
        Gen.Shuffle<int>([0, 1, 2, 3, 4]).ToArbitrary(),
        (figures, order) =>
        {
            var parts = figures.Select((f, i) => Unit($"{70 + i}", f.Dx, f.Total)).ToArray();
            return Computed(parts) == Computed([.. order.Select(i => parts[i])]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_floor_is_reached_exactly_when_nothing_is_missing() => Prop.ForAll(
        Figures.ToArbitrary(),
        Gen.Choose(1, 100_000).ToArbitrary(),
        (figures, thousandths) =>
        {
            var percent = thousandths / 1_000m;
            var share = Computed(Unit("79", figures.Dx, figures.Total));
            var missing = share.MissingVnd(percent);
            var exactly = (Int128)100_000 * figures.Dx >= (Int128)thousandths * figures.Total;
            return share.Reaches(percent) == exactly && missing.IsZero == exactly && share.MissingPoints(percent).IsZero == exactly;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_parent_is_never_counted_with_its_parts() => Prop.ForAll(
        Vnd.ToArbitrary(),
        Vnd.NonEmptyListOf().ToArbitrary(),
        (parent, parts) =>
        {
            var lines = parts
                .Select((vnd, i) => KeyValuePair.Create($"part-{i}", Given(Recorded(vnd, parent: "parent"))))
                .Prepend(KeyValuePair.Create("parent", Given(Recorded(parent))))
                .ToList();
            return LineSum.At(BudgetStage.Decided, illustrative: false, lines)!.Value.Dx == parts.Aggregate(Int128.Zero, (a, b) => a + b);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_parent_counts_again_once_its_parts_are_withdrawn()
    {
        KeyValuePair<string, BudgetLine>[] lines =
        [
            new("parent", Given(Recorded(10))),
            new("part", Given(Recorded(7, parent: "parent"), new BudgetLineEvent.Withdrawn("Nhập trùng"))),
        ];

        Assert.Equal(10, LineSum.At(BudgetStage.Decided, illustrative: false, lines)!.Value.Dx);
    }

    [Fact]
    public void Only_state_money_of_lines_known_to_be_digital_transformation_is_the_numerator()
    {
        KeyValuePair<string, BudgetLine>[] lines =
        [
            new("a", Given(Recorded(1))),
            new("b", Given(Recorded(2, NonStateDx))),
            new("c", Given(Recorded(4, NotDx))),
            new("d", Given(Recorded(8, Unclassified))),
            new("e", Given(Recorded(16, illustrative: true))),
        ];

        Assert.Equal(new LineSum(4, Dx: 1, NonStateDx: 2, Unclassified: 8), LineSum.At(BudgetStage.Decided, illustrative: false, lines));
        Assert.Equal(new LineSum(1, Dx: 16, 0, 0), LineSum.At(BudgetStage.Decided, illustrative: true, lines));
        Assert.Null(LineSum.At(BudgetStage.Settled, illustrative: false, lines));
    }

    [Fact]
    public void The_three_percent_take_in_digital_transformation_and_whatever_else_counts_towards_them()
    {
        KeyValuePair<string, BudgetLine>[] lines =
        [
            .. Enum.GetValues<SpendingFloor>().Select((floor, i) => KeyValuePair.Create($"dx-{floor}", Given(Recorded(1L << i, StateDx with { Floor = floor })))),
            new("science", Given(Recorded(16, NotDx with { Floor = SpendingFloor.ThreePercent }))),
            new("unclassified", Given(Recorded(32, Unclassified with { Floor = SpendingFloor.ThreePercent }))),
            new("neither", Given(Recorded(64, NotDx))),
            new("socialised", Given(Recorded(128, NonStateDx))),
        ];

        var sum = LineSum.At(BudgetStage.Decided, illustrative: false, lines)!.Value;
        Assert.Equal((15, 48, 63, 32), (sum.Dx, sum.Science, sum.ThreePercent, sum.Unclassified));
    }

    [Fact]
    public void The_three_percent_are_never_less_than_digital_transformation_and_compared_exactly() => Prop.ForAll(
        Figures.ToArbitrary(),
        Vnd.ToArbitrary(),
        (figures, science) =>
        {
            var share = Computed(Unit("79", figures.Dx, figures.Total) with { Lines = new LineSum(1, figures.Dx, 0, 0, science) });
            var exactly = 100 * ((Int128)figures.Dx + science) >= 3 * (Int128)figures.Total;
            return share.ThreePercent.Reaches(3) == exactly
                && share.ThreePercent.MissingVnd(3).IsZero == exactly
                && share.ThreePercent.Value >= share.Dx.Value;
        }).QuickCheckThrowOnFailure();
}
