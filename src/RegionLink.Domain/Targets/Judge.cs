using System.Numerics;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>Judges a value by a target. Pure: the day arrives from outside.</summary>
public static class Judge
{
    /// <summary>
    /// The verdict on the value of one period.
    /// <para><b>Every year</b>: a finished period is met or missed. While it runs, a value that satisfies is on track and not yet
    /// met, because both parts of a share still move. One that does not satisfy is on track only where the trajectory expected no more by
    /// today, and otherwise at risk: the floor holds for this very period and only the rest of it can repair the figure.</para>
    /// <para><b>Deadline</b>: met or missed once the period that reaches the deadline is over. Before that, a finished period that already
    /// satisfies is met (early; the next period is judged anew). Otherwise the trajectory on the period's last day, or today while it runs,
    /// divides on track from at risk. Without a trajectory neither can be said, and nothing is: a figure of 2022 is no sign about 2030.</para>
    /// <para><b>No day named</b>: met when reached; never missed, because nobody said by when.</para>
    /// </summary>
    /// <param name="goal">What has to be reached.</param>
    /// <param name="validity">When the target speaks.</param>
    /// <param name="trajectory">The way to it; may be empty.</param>
    /// <param name="measured">The value of the period.</param>
    /// <param name="periodStart">First day of the period the value is about.</param>
    /// <param name="periodEnd">Last day of that period.</param>
    /// <param name="today">Day of judgement, in Vietnam.</param>
    public static Verdict Of(
        Goal goal,
        TargetValidity validity,
        Trajectory trajectory,
        Measurement measured,
        DateOnly periodStart,
        DateOnly periodEnd,
        DateOnly today)
    {
        if (!validity.Judges(periodStart, periodEnd))
        {
            return Verdict.Without(VerdictReasons.NotInForce.With(periodEnd));
        }

        var over = periodEnd < today;
        var everyYear = validity.Due.EveryYearFrom is not null;
        var due = everyYear || periodEnd >= validity.Due.By;
        var verdict = new Verdict(VerdictKind.NotComputable, Shown(goal.ExactGap(measured.Value)), GapVnd(goal, measured), null, null);

        if (goal.Accepts(measured.Value))
        {
            return verdict with { Kind = over ? VerdictKind.Met : VerdictKind.OnTrack };
        }

        if (over && due)
        {
            return verdict with { Kind = VerdictKind.Missed };
        }

        if (trajectory.ExpectedOn(over ? periodEnd : today) is { } expected)
        {
            var behind = goal.ExactGap(measured.Value) < goal.ExactGap(expected);
            return verdict with { Kind = behind ? VerdictKind.AtRisk : VerdictKind.OnTrack, Expected = Shown(expected) };
        }

        return (everyYear, validity.Due.By) switch
        {
            (true, _) => verdict with { Kind = VerdictKind.AtRisk },
            (_, { } day) => verdict with { Reason = VerdictReasons.NoTrajectory.With(day) },
            _ => verdict with { Reason = VerdictReasons.NoDeadline.With() },
        };
    }

    /// <summary>
    /// Đồng above (positive) or short of (negative) the smallest sum that reaches a floor, or the largest that keeps a ceiling, with the
    /// denominator as it is. Whole đồng: half a đồng short is one đồng short. A strict floor needs one đồng more than the threshold. Null
    /// without parts, and when 64 bits do not hold it.
    /// </summary>
    private static Money? GapVnd(Goal goal, Measurement measured)
    {
        if (measured is not { Part: { } part, Whole: { } whole })
        {
            return null;
        }

        var over = Sum(goal.Threshold);
        BigInteger dx = part;
        var gap = goal.Direction switch
        {
            GoalDirection.AtLeast => dx - over.Ceiling(),
            GoalDirection.MoreThan => dx - (over.Floor() + 1),
            GoalDirection.AtMost => over.Floor() - dx,
            GoalDirection.LessThan => over.Ceiling() - 1 - dx,
            GoalDirection.Between => BigInteger.Min(dx - over.Ceiling(), Sum(goal.Upper ?? goal.Threshold).Floor() - dx),
            _ => throw new NotSupportedException($"No gap is defined for {goal.Direction}."),
        };
        // A threshold of billions of percent names a sum that is no money.
        return gap >= long.MinValue && gap <= long.MaxValue ? new Money((long)gap) : null;

        Fraction Sum(decimal percent) => Fraction.Of(percent) * Fraction.Of((BigInteger)whole) / Fraction.Of(100);
    }

    /// <summary>Rounded to twelve places, except that what is not zero never becomes zero: "missed by" cannot read "missed by 0".</summary>
    private static decimal Shown(Fraction value)
    {
        const int places = 12;
        if (value > Fraction.Of(decimal.MaxValue) || value < Fraction.Of(decimal.MinValue))
        {
            return value < Fraction.Zero ? decimal.MinValue : decimal.MaxValue;
        }

        var rounded = value.Rounded(places);
        return rounded == 0 && !value.IsZero ? new decimal(1, 0, 0, value < Fraction.Zero, places) : rounded;
    }
}
