using RegionLink.Domain.Common;
using RegionLink.Domain.Units;

namespace RegionLink.Domain.Metrics;

/// <summary>
/// The value of a metric for any unit and boundary: what is held for the unit wins; else it is rebuilt from all of what the unit was
/// made of. One instance answers for one period, stage and choice of methods.
/// </summary>
/// <param name="period">The period asked about.</param>
/// <param name="held">
/// The value in use for exactly this metric and unit in the period, or null. For <see cref="MeasureKind.Latest"/>: the last one in the period.
/// </param>
/// <param name="whyNot">Why the unit itself has no value though something is held, such as some months of a year; null for no such reason.</param>
public sealed class Aggregation(
    MetricCatalogue catalogue,
    Lineage lineage,
    FigurePeriod period,
    Func<string, UnitKey, HeldValue?> held,
    Func<string, UnitKey, Refusal?>? whyNot = null)
{
    /// <summary>The value for one unit.</summary>
    public FigureAnswer ValueOf(string metricId, UnitKey unit)
    {
        var unknown = Unknown(metricId, [unit]);
        return unknown.Count > 0 ? new(null, unknown) : Value(catalogue.Find(metricId)!, unit);
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
            [var only] => Value(metric, only),
            _ => Combined(metric, whole, units),
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

    private FigureAnswer Value(Metric metric, UnitKey unit)
    {
        if (Held(metric, unit) is { } figure)
        {
            return figure;
        }

        if (metric.Kind == MeasureKind.Ratio && metric.Numerator is not null)
        {
            return Divided(metric, unit, part => Value(part, unit));
        }

        // A period that lies wholly within the life of the unit is the unit's own to tell; its predecessors no longer exist in it.
        var first = lineage.SameTerritory(unit)[0];
        var parts = period.Start < lineage.Find(first)!.Start ? lineage.LinksTo(first).Select(l => l.From).ToList() : [];
        if (parts.Count == 0)
        {
            return whyNot?.Invoke(metric.Id, unit) ?? MetricRefusals.ValueMissing.With(metric.Id, unit, period);
        }

        var split = parts.Where(p => !lineage.LeadsWhollyInto(p, first)).Select(p => Split(metric, p)).ToList();
        return split.Count > 0 ? new FigureAnswer(null, split) : Combined(metric, unit, parts);
    }

    /// <summary>What is held for the unit, or for a version of it that moved no border.</summary>
    private Figure? Held(Metric metric, UnitKey unit)
    {
        if (held(metric.Id, unit) is { } own)
        {
            return new(metric.Id, unit, own.Value, FigureBasis.Own, own.Provisional, []);
        }

        foreach (var same in lineage.SameTerritory(unit).Reverse().Where(k => k != unit))
        {
            if (held(metric.Id, same) is { } other)
            {
                var part = new Figure(metric.Id, same, other.Value, FigureBasis.Own, other.Provisional, []);
                return new(metric.Id, unit, other.Value, FigureBasis.SameTerritory, other.Provisional, [part]);
            }
        }

        return null;
    }

    private FigureAnswer Combined(Metric metric, UnitKey whole, IReadOnlyList<UnitKey> units) => metric.Kind switch
    {
        MeasureKind.Sum or MeasureKind.Latest => Added(metric, whole, units),
        MeasureKind.Ratio when metric.Numerator is not null => Divided(metric, whole, part => Combined(part, whole, units)),
        MeasureKind.Ratio => MetricRefusals.RatioPartsUnknown.With(metric.Id, whole),
        _ => MetricRefusals.NotCombinable.With(metric.Id, whole),
    };

    private FigureAnswer Added(Metric metric, UnitKey whole, IReadOnlyList<UnitKey> units)
    {
        var answers = units.Select(u => Value(metric, u)).ToList();
        var missing = answers.SelectMany(a => a.Reasons).Distinct().ToList();
        if (missing.Count > 0)
        {
            return new(null, missing);
        }

        var parts = answers.ConvertAll(a => a.Figure!);
        var sum = parts.Aggregate(Fraction.Zero, (total, part) => total + part.Value);
        return new Figure(metric.Id, whole, sum, FigureBasis.Added, parts.Exists(p => p.Provisional), parts);
    }

    private FigureAnswer Divided(Metric metric, UnitKey unit, Func<Metric, FigureAnswer> valueOf)
    {
        var (above, below) = (catalogue.Find(metric.Numerator!)!, catalogue.Find(metric.Denominator!)!);
        var (numerator, denominator) = (valueOf(above), valueOf(below));
        if (numerator.Figure is not { } n || denominator.Figure is not { } d)
        {
            return new(null, [.. numerator.Reasons, .. denominator.Reasons]);
        }

        if (d.Value.IsZero)
        {
            return MetricRefusals.DenominatorZero.With(metric.Id, unit, period, below.Id);
        }

        var value = n.Value * above.Unit.InPlainUnits() / (d.Value * below.Unit.InPlainUnits()) / metric.Unit.InPlainUnits();
        return new Figure(metric.Id, unit, value, FigureBasis.Divided, n.Provisional || d.Provisional, [n, d]);
    }

    private Refusal Split(Metric metric, UnitKey unit) => MetricRefusals.UnitSplit.With(
        unit, string.Join(", ", lineage.LinksFrom(unit).Select(l => l.To).Order()), metric.Id);
}
