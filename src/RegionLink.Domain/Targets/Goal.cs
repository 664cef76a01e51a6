using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>Which values satisfy a target. Stored as a camelCase string.</summary>
public enum GoalDirection
{
    /// <summary>≥ the threshold ("tối thiểu").</summary>
    AtLeast,

    /// <summary>&gt; the threshold ("trên").</summary>
    MoreThan,

    /// <summary>≤ the threshold ("không quá", and places in a ranking).</summary>
    AtMost,

    /// <summary>&lt; the threshold ("dưới").</summary>
    LessThan,

    /// <summary>From the threshold to the upper threshold, both included ("khoảng 30-35%").</summary>
    Between,
}

/// <summary>What has to be reached: a direction and its threshold or thresholds, exact, in the metric's unit of measure.</summary>
/// <param name="Direction">Side of the threshold that satisfies.</param>
/// <param name="Threshold">The threshold; the lower one when between.</param>
/// <param name="Upper">The upper threshold when between; else null.</param>
public sealed record Goal(GoalDirection Direction, decimal Threshold, decimal? Upper = null)
{
    /// <summary>True for goals that a larger value serves.</summary>
    private bool Rises => Direction is GoalDirection.AtLeast or GoalDirection.MoreThan;

    private bool IsStrict => Direction is GoalDirection.MoreThan or GoalDirection.LessThan;

    /// <summary>Exact: no rounding on either side.</summary>
    public bool Accepts(Fraction value)
    {
        var gap = ExactGap(value).CompareTo(Fraction.Zero);
        return IsStrict ? gap > 0 : gap >= 0;
    }

    /// <summary>
    /// How far beyond the threshold the value lies, in the metric's unit: positive is margin, negative is what is missing, whatever the
    /// direction. Exactly zero on a threshold that must be passed ("more than 80") is still a miss.
    /// </summary>
    public Fraction ExactGap(Fraction value)
    {
        var threshold = Fraction.Of(Threshold);
        if (Direction is GoalDirection.Between)
        {
            var above = value - threshold;
            var below = Fraction.Of(Upper ?? Threshold) - value;
            return above < below ? above : below;
        }

        return Rises ? value - threshold : threshold - value;
    }

    /// <summary>
    /// True when every value this goal accepts would satisfy <paramref name="other"/> too and some value that satisfies the other is no longer enough:
    /// what "raise" means, for floors, ceilings and bands alike.
    /// </summary>
    public bool IsStricterThan(Goal other)
    {
        if (Direction is GoalDirection.Between || other.Direction is GoalDirection.Between)
        {
            return Direction == other.Direction
                && Threshold >= other.Threshold && Upper <= other.Upper
                && (Threshold > other.Threshold || Upper < other.Upper);
        }

        if (Rises != other.Rises)
        {
            return false;
        }

        var step = Rises ? Threshold.CompareTo(other.Threshold) : other.Threshold.CompareTo(Threshold);
        return step > 0 || (step == 0 && IsStrict && !other.IsStrict);
    }
}
