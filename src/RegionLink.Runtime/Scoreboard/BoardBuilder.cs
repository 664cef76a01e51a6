using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Targets;
using RegionLink.Domain.Units;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Targets;

namespace RegionLink.Runtime.Scoreboard;

/// <summary>Puts a board together from what was read. Asks nothing and waits for nothing.</summary>
internal sealed class BoardBuilder(
    BoardQuestion question,
    DateOnly today,
    Reference reference,
    Unit? nation,
    Unit? region,
    IReadOnlyList<Unit> provinces,
    HeldValues held,
    IReadOnlyList<BudgetPart> budgets)
{
    /// <summary>The share that the platform computes from budget lines.</summary>
    public const string BudgetShareMetric = "dx_budget_share";

    private readonly Aggregation _aggregation = new(
        reference.Metrics,
        reference.Lineage,
        question.Period,
        (metric, unit) => held.Find(metric, unit) is { } value ? new HeldValue(Fraction.Of(value.Value), value.Standing == "estimate") : null);

    public Board Build(IEnumerable<KnownTarget> targets)
    {
        var columns = new List<BoardTarget>();
        var cells = new List<BoardCell>();
        foreach (var known in targets)
        {
            var goal = known.Target.GoalFor(null, question.Period.End);
            var inForce = goal.Validity.Judges(question.Period.Start, question.Period.End);
            var rows = Rows(known.Target.Scope).Select(unit => Cell(known, unit)).ToList();

            // A target that did not judge the year is shown only beside a value there is: for orientation, without a verdict.
            if (rows.Exists(cell => inForce || cell.Basis is not null))
            {
                columns.Add(new BoardTarget(known.Id, known.Target, goal, inForce));
                cells.AddRange(rows);
            }
        }

        var shown = cells.Select(c => c.Unit).ToHashSet();
        var units = new[] { nation, region }.OfType<Unit>().Concat(provinces).Where(u => shown.Contains(u.Key));
        return new Board(question, today, [.. units], columns, cells);
    }

    /// <summary>Whose figures a scope is about, among the rows of this board. A target for each province is shown for the region, too: Σ ÷ Σ.</summary>
    private IEnumerable<Unit> Rows(TargetScope scope) => scope.Kind switch
    {
        ScopeKind.National => nation is null ? [] : [nation],
        ScopeKind.Region when scope.Region is null || scope.Region == question.Region => region is null ? [] : [region],
        ScopeKind.EachProvince when scope.Region is null || scope.Region == question.Region => region is null ? provinces : [.. provinces, region],
        ScopeKind.Unit => provinces.Where(u => u.Key == scope.Unit),
        _ => [],
    };

    private BoardCell Cell(KnownTarget known, Unit unit)
    {
        var metric = known.Target.Metric!;
        var goal = known.Target.GoalFor(unit.Level is UnitLevel.Province ? unit.Key : null, question.Period.End);
        var answer = unit.Key == region?.Key && held.Find(metric, unit.Key) is null
            ? _aggregation.ValueOver(metric, unit.Key, [.. provinces.Select(u => u.Key)])
            : _aggregation.ValueOf(metric, unit.Key);
        var published = Published(answer, goal);
        var share = metric == BudgetShareMetric && unit.Key != nation?.Key ? ShareComputation.Of(PartsOf(unit)) : null;
        var computed = share is BudgetShare.Computed money ? Computed(money, goal) : Computed(answer, goal);

        if (published is not null || computed is not null)
        {
            // What was published is what a province is held to; the computed value stands beside it with a verdict of its own.
            var verdict = published?.Verdict ?? computed!.Verdict;
            return new BoardCell(
                known.Id, unit.Key, goal, published is not null ? BoardBasis.Published : BoardBasis.Computed, verdict,
                verdict.Reason is null ? [] : [verdict.Reason], published, computed);
        }

        var reasons = share is BudgetShare.NotComputable missing ? [.. missing.Obstacles.Select(o => o.Reason)] : answer.Reasons;
        return new BoardCell(known.Id, unit.Key, goal, null, Verdict.Without(reasons[0]), reasons, null, null);
    }

    private PublishedValue? Published(FigureAnswer answer, BindingGoal goal)
    {
        if (answer.Figure is not { Basis: FigureBasis.Own or FigureBasis.SameTerritory } figure)
        {
            return null;
        }

        var of = figure.Basis is FigureBasis.Own ? figure.Unit : figure.Parts[0].Unit;
        var value = held.Find(figure.Metric, of)!;
        return new PublishedValue(
            value.Value, value.Period, of, value.Standing, value.Origin, value.Source, value.SourceUrl, value.Note, value.Revision, value.Id,
            value.Illustrative, Judged(goal, Measurement.Of(value.Value), value.Period));
    }

    private ComputedValue? Computed(FigureAnswer answer, BindingGoal goal)
    {
        if (answer.Figure is not { Basis: FigureBasis.Added or FigureBasis.Divided } figure)
        {
            return null;
        }

        var leaves = Leaves(figure).ToList();
        return new ComputedValue(
            figure.Value.Cut(),
            null,
            [.. leaves.Select(l => new PartValue(l.Metric, l.Unit, l.Value.Cut(), DomainWords.Of(reference.Metrics.Find(l.Metric)!.Unit)))],
            leaves.Exists(l => held.Find(l.Metric, l.Unit) is { Illustrative: true }),
            figure.Provisional,
            Judged(goal, Measurement.Of(figure.Value), question.Period));
    }

    private ComputedValue Computed(BudgetShare.Computed share, BindingGoal goal) => new(
        share.ShownPercent(12),
        new BudgetBehind(share.Form, share.Lines.Dx, share.Total, share.Lines.NonStateDx, share.Lines.Unclassified, share.Lines.Lines),
        [],
        share.Illustrative,
        Provisional: false,
        Judged(goal, Measurement.OfShare(share.Lines.Dx, share.Total), question.Period));

    private Verdict Judged(BindingGoal goal, Measurement measured, FigurePeriod period) =>
        Judge.Of(goal.Goal, goal.Validity, goal.Trajectory, measured, period.Start, period.End, today);

    private IReadOnlyCollection<BudgetPart> PartsOf(Unit unit) =>
        unit.Key == region?.Key ? [.. budgets] : [.. budgets.Where(p => p.Unit == unit.Key)];

    /// <summary>The figures that were given and not computed.</summary>
    private static IEnumerable<Figure> Leaves(Figure figure) => figure.Basis switch
    {
        FigureBasis.Own => [figure],
        _ => figure.Parts.SelectMany(Leaves),
    };
}
