namespace RegionLink.Domain.Metrics;

/// <summary>How values of a metric combine over units and over periods.</summary>
public enum MeasureKind
{
    /// <summary>Adds over units and over periods: money spent, reports received.</summary>
    Sum,

    /// <summary>Recomputed from the sums of its numerator and its denominator; never a mean of shares.</summary>
    Ratio,

    /// <summary>A level at a moment: over periods the last one holds, over units the last ones add. Population, cards issued to date.</summary>
    Latest,

    /// <summary>Never combines: ranks, scores, means somebody else computed.</summary>
    None,
}
