using RegionLink.Domain.Common;

namespace RegionLink.Domain.Metrics;

/// <summary>A value that is held for exactly one unit: published, reported or computed elsewhere.</summary>
/// <param name="Value">In the unit of the metric.</param>
/// <param name="Provisional">True for an estimate; whatever is computed from it is one too.</param>
public readonly record struct HeldValue(Fraction Value, bool Provisional = false);

/// <summary>The value of a metric for a unit, and how it came about.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Unit">The unit asked about.</param>
/// <param name="Period">The days it is about; a part of a year with a merger is about the days before or after it.</param>
/// <param name="Value">Exact, in the unit of the metric.</param>
/// <param name="Parts">What it was computed from; empty for a value held as such.</param>
/// <param name="Held">The held values it is made of, in order of time, when it has no parts: one, or the months of a year.</param>
public sealed record Figure(
    string Metric, UnitKey Unit, FigurePeriod Period, Fraction Value, FigureBasis Basis, bool Provisional, IReadOnlyList<Figure> Parts, IReadOnlyList<PeriodValue> Held)
{
    /// <summary>The figures that were held and not computed from others.</summary>
    public IEnumerable<Figure> Leaves => Parts.Count == 0 ? [this] : Parts.SelectMany(p => p.Leaves);
}

/// <summary>How a figure came about. Sent as a camelCase string.</summary>
public enum FigureBasis
{
    /// <summary>Held for the unit itself.</summary>
    Own,

    /// <summary>Held for other versions of the unit with the same territory, before or after a change of name or status; these are the parts.</summary>
    SameTerritory,

    /// <summary>
    /// Added up from units: all predecessors, or all units asked for; in the year of a merger all predecessors until it and the unit itself from then on.
    /// </summary>
    Added,

    /// <summary>A numerator over a denominator; these are the two parts, in this order.</summary>
    Divided,
}

/// <summary>A figure, or every reason why there is none. Never a zero for something unknown.</summary>
public sealed record FigureAnswer(Figure? Figure, IReadOnlyList<Refusal> Reasons)
{
    public static implicit operator FigureAnswer(Figure figure) => new(figure, []);

    public static implicit operator FigureAnswer(Refusal reason) => new(null, [reason]);
}
