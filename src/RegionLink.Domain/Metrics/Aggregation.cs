using RegionLink.Domain.Common;
using RegionLink.Domain.Units;

namespace RegionLink.Domain.Metrics;

/// <summary>
/// The value of a metric for any unit and boundary: what is held for the unit wins; else it is rebuilt from all of what the unit was
/// made of. One instance answers for one period, stage and choice of methods.
/// </summary>
/// <param name="period">The period asked about.</param>
/// <param name="offered">
/// The values in use for exactly this metric and unit, each about the days of its own, within the period or not; empty when there is none.
/// </param>
public sealed class Aggregation(
    MetricCatalogue catalogue, Lineage lineage, FigurePeriod period, Func<string, UnitKey, IReadOnlyList<PeriodValue>> offered)
{
    /// <summary>Room is left for the distance to a threshold and for what is shown of it.</summary>
    private static readonly Fraction Largest = Fraction.Of(System.Numerics.BigInteger.Pow(10, 28));

    /// <summary>The value for one unit.</summary>
    public FigureAnswer ValueOf(string metricId, UnitKey unit)
    {
        var unknown = Unknown(metricId, [unit]);
        return unknown.Count > 0 ? new(null, unknown) : Value(catalogue.Find(metricId)!, unit, period);
    }

    /// <summary>
    /// The value for several units taken as one, such as the provinces of a region: sums add, a ratio is Σ ÷ Σ. Needs a value of every
    /// unit. One unit alone is that unit.
    /// </summary>
    /// <param name="whole">Key of what the units make up, for the messages and the answer.</param>
    public FigureAnswer ValueOver(string metricId, UnitKey whole, IReadOnlyList<UnitKey> units)
    {
        var unknown = Unknown(metricId, units);
        if (unknown.Count > 0)
        {
            return new(null, unknown);
        }

        var metric = catalogue.Find(metricId)!;
        return units switch
        {
            [] => MetricRefusals.ValueMissing.With(metric.Id, whole, period),
            [var only] => Value(metric, only, period),
            _ => Combined(metric, whole, units, period),
        };
    }

    private List<Refusal> Unknown(string metricId, IEnumerable<UnitKey> units)
    {
        var reasons = units.Where(u => lineage.Find(u) is null).Select(u => UnitRefusals.Unknown.With(u)).ToList();
        if (catalogue.Find(metricId) is null)
        {
            reasons.Insert(0, MetricRefusals.Unknown.With(metricId));
        }

        return reasons;
    }

    private FigureAnswer Value(Metric metric, UnitKey unit, FigurePeriod days)
    {
        var own = Held(metric, unit, days);
        if (own.Figure is not null)
        {
            return own;
        }

        if (metric.Kind == MeasureKind.Ratio && metric.Numerator is not null)
        {
            return Divided(metric, unit, days, part => Value(part, unit, days));
        }

        // Days that lie wholly within the life of the unit are the unit's own to tell; its predecessors no longer exist in them.
        var first = lineage.SameTerritory(unit)[0];
        var start = lineage.Find(first)!.Start;
        var parts = days.Start < start ? lineage.LinksTo(first).Select(l => l.From).ToList() : [];
        if (parts.Count == 0)
        {
            return own;
        }

        var split = parts.Where(p => !lineage.LeadsWhollyInto(p, first)).Select(p => Split(metric, p)).ToList();
        if (split.Count > 0)
        {
            return new(null, split);
        }

        var before = Combined(metric, unit, parts, days);
        return before.Figure is null && metric.Kind is MeasureKind.Sum && start <= days.End ? AcrossMerger(metric, unit, parts, days, start, before) : before;
    }

    /// <summary>
    /// Days with a merger among them: what the predecessors have until it and what the unit has from then on. A value that is about days on both
    /// sides of it fits neither, and is not apportioned.
    /// </summary>
    /// <param name="otherwise">What is told when nothing at all is known of either side.</param>
    private FigureAnswer AcrossMerger(
        Metric metric, UnitKey unit, List<UnitKey> predecessors, FigurePeriod days, DateOnly merger, FigureAnswer otherwise)
    {
        var until = new FigurePeriod(days.Start, merger.AddDays(-1));
        List<FigureAnswer> answers = [.. predecessors.Select(p => Value(metric, p, until)), Value(metric, unit, new(merger, days.End))];
        return answers.Exists(a => a.Figure is not null || a.Reasons.Any(r => r.Code != MetricRefusals.ValueMissing.Code))
            ? Added(metric, unit, days, answers)
            : otherwise;
    }

    /// <summary>What is held for the unit, or for versions of it that moved no border: for one of them, or for several in turn.</summary>
    private FigureAnswer Held(Metric metric, UnitKey unit, FigurePeriod days)
    {
        var versions = lineage.SameTerritory(unit).Reverse().OrderByDescending(k => k == unit).ToList();
        foreach (var version in versions)
        {
            var values = offered(metric.Id, version);
            if (OverTime.Of(metric, catalogue, unit, days, values) is { Value: { } value } over)
            {
                var held = new Figure(metric.Id, version, days, value.Value, FigureBasis.Own, value.Provisional, [], [.. over.Used.Select(i => values[i])]);
                return Fitting(version == unit ? held : held with { Unit = unit, Basis = FigureBasis.SameTerritory, Parts = [held], Held = [] });
            }
        }

        return Together(metric, unit, days, versions);
    }

    /// <summary>The year in which a unit changed its status: some months are held for it under its old key, some under its new one.</summary>
    /// <param name="versions">In order of preference, should two say something about the same days.</param>
    private FigureAnswer Together(Metric metric, UnitKey unit, FigurePeriod days, List<UnitKey> versions)
    {
        var all = versions.SelectMany(v => offered(metric.Id, v).Select(value => (Version: v, Value: value))).DistinctBy(x => x.Value.Period).ToList();
        var over = OverTime.Of(metric, catalogue, unit, days, all.ConvertAll(x => x.Value));
        if (over.Value is not { } sum)
        {
            return over.Reason ?? MetricRefusals.ValueMissing.With(metric.Id, unit, days);
        }

        var parts = over.Used.Select(i => all[i]).GroupBy(x => x.Version, x => x.Value).Select(of => new Figure(
            metric.Id, of.Key, days, of.Aggregate(Fraction.Zero, (total, v) => total + v.Value), FigureBasis.Own, of.Any(v => v.Provisional), [], [.. of]));
        return Fitting(new Figure(metric.Id, unit, days, sum.Value, FigureBasis.SameTerritory, sum.Provisional, [.. parts], []));
    }

    private FigureAnswer Combined(Metric metric, UnitKey whole, IReadOnlyList<UnitKey> units, FigurePeriod days) => metric.Kind switch
    {
        MeasureKind.Sum or MeasureKind.Latest => Added(metric, whole, days, [.. units.Select(u => Value(metric, u, days))]),
        MeasureKind.Ratio when metric.Numerator is not null => Divided(metric, whole, days, part => Combined(part, whole, units, days)),
        MeasureKind.Ratio => MetricRefusals.RatioPartsUnknown.With(metric.Id, whole),
        _ => MetricRefusals.NotCombinable.With(metric.Id, whole),
    };

    private static FigureAnswer Added(Metric metric, UnitKey whole, FigurePeriod days, List<FigureAnswer> answers)
    {
        var missing = answers.SelectMany(a => a.Reasons).Distinct().ToList();
        if (missing.Count > 0)
        {
            return new(null, missing);
        }

        var parts = answers.ConvertAll(a => a.Figure!);
        var sum = parts.Aggregate(Fraction.Zero, (total, part) => total + part.Value);
        return Fitting(new Figure(metric.Id, whole, days, sum, FigureBasis.Added, parts.Exists(p => p.Provisional), parts, []));
    }

    private FigureAnswer Divided(Metric metric, UnitKey unit, FigurePeriod days, Func<Metric, FigureAnswer> valueOf)
    {
        var (above, below) = (catalogue.Find(metric.Numerator!)!, catalogue.Find(metric.Denominator!)!);
        var (numerator, denominator) = (valueOf(above), valueOf(below));
        if (numerator.Figure is not { } n || denominator.Figure is not { } d)
        {
            return new(null, [.. numerator.Reasons, .. denominator.Reasons]);
        }

        if (d.Value.IsZero)
        {
            return MetricRefusals.DenominatorZero.With(metric.Id, unit, days, below.Id);
        }

        var value = n.Value * above.Unit.InPlainUnits() / (d.Value * below.Unit.InPlainUnits()) / metric.Unit.InPlainUnits();
        return Fitting(new Figure(metric.Id, unit, days, value, FigureBasis.Divided, n.Provisional || d.Provisional, [n, d], []));
    }

    /// <summary>A value that no decimal holds comes of a mistake in one of its parts: it is told, and does not take other answers down with it.</summary>
    private static FigureAnswer Fitting(Figure figure) => (figure.Value < Fraction.Zero ? -figure.Value : figure.Value) <= Largest
        ? figure
        : MetricRefusals.OutOfRange.With(figure.Metric, figure.Unit, figure.Period);

    private Refusal Split(Metric metric, UnitKey unit) => MetricRefusals.UnitSplit.With(
        unit, string.Join(", ", lineage.LinksFrom(unit).Select(l => l.To).Order()), metric.Id);
}
