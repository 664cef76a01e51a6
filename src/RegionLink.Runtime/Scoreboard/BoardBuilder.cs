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

    private readonly Aggregation _aggregation = new(reference.Metrics, reference.Lineage, question.Period, held.Of);

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
        var own = _aggregation.ValueOf(metric, unit.Key);
        var answer = own.Figure is null && unit.Key == region?.Key
            ? _aggregation.ValueOver(metric, unit.Key, [.. provinces.Select(u => u.Key)])
            : own;
        var single = SingleOf(answer);
        var share = metric == BudgetShareMetric && unit.Key != nation?.Key ? ShareComputation.Of(PartsOf(unit)) : null;
        var computed = share is BudgetShare.Computed money ? Computed(money, goal) : single is null ? Computed(answer, goal) : null;
        var published = (single ?? LastOf(metric, unit.Key)) is { } value ? Published(value, goal) : null;

        if (published is not null || computed is not null)
        {
            // What was published is what a province is held to; the computed value stands beside it with a verdict of its own. But a value of a
            // part of the year does not stand for the year where the whole year is known.
            var wholeYear = computed is not null && (published is null || (single is null && (published.Illustrative || !computed.Illustrative)));
            var verdict = wholeYear ? computed!.Verdict : published!.Verdict;
            return new BoardCell(
                known.Id, unit.Key, goal, wholeYear ? BoardBasis.Computed : BoardBasis.Published, verdict,
                verdict.Reason is null ? [] : [verdict.Reason], published, computed);
        }

        var reasons = share is BudgetShare.NotComputable missing ? [.. missing.Obstacles.Select(o => o.Reason)] : answer.Reasons;
        return new BoardCell(known.Id, unit.Key, goal, null, Verdict.Without(reasons[0]), reasons, null, null);
    }

    /// <summary>The one value that was given for the unit and the period, as such; null when the figure is made of several.</summary>
    private Held? SingleOf(FigureAnswer answer) =>
        answer.Figure is { Basis: FigureBasis.Own or FigureBasis.SameTerritory } figure && figure.Leaves.SelectMany(l => l.Held).ToList() is [var only]
            ? held.Find(only)
            : null;

    /// <summary>A rank or a share of a part of the year, which nothing adds up to a year: shown with its period, for want of the year's.</summary>
    private Held? LastOf(string metric, UnitKey unit) => reference.Metrics.Find(metric)?.Kind is MeasureKind.Sum
        ? null
        : reference.Lineage.SameTerritory(unit).Reverse().OrderByDescending(k => k == unit).Select(k => held.LastOf(metric, k)).FirstOrDefault(v => v is not null);

    private PublishedValue Published(Held value, BindingGoal goal) => new(
        value.Value, value.Period, value.Unit, value.Standing, value.Origin, value.Source, value.SourceUrl, value.Note, value.Revision, value.Id,
        value.Illustrative, Judged(goal, Measurement.Of(value.Value), value.Period));

    private ComputedValue? Computed(FigureAnswer answer, BindingGoal goal)
    {
        if (answer.Figure is not { } figure)
        {
            return null;
        }

        var parts = figure.Leaves.SelectMany(l => l.Held.Select(v => held.Find(v))).ToList();
        return new ComputedValue(
            figure.Value.Cut(),
            null,
            parts.ConvertAll(p => new PartValue(p.Metric, p.Unit, p.Period, p.Value, DomainWords.Of(reference.Metrics.Find(p.Metric)!.Unit))),
            parts.Exists(p => p.Illustrative),
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
}
