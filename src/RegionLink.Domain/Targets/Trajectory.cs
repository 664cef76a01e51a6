using RegionLink.Domain.Common;
using System.Collections.Immutable;

namespace RegionLink.Domain.Targets;

/// <summary>A value a target is expected to have reached on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Expected">In the metric's unit of measure.</param>
public sealed record Milestone(DateOnly On, decimal Expected);

/// <summary>
/// The way to a target: milestones, and a straight line from each to the next, because a plan that names 2025 and 2030 says nothing else
/// about 2027. Nothing is expected before the first milestone, and the last one holds from its day on.
/// </summary>
/// <param name="Milestones">Oldest first, no day twice. Empty: no trajectory was set.</param>
public sealed record Trajectory(ImmutableArray<Milestone> Milestones)
{
    public static Trajectory None { get; } = new(ImmutableArray<Milestone>.Empty);

    /// <summary>The expected value on a day; null when none is set for it.</summary>
    public Fraction? ExpectedOn(DateOnly day)
    {
        Milestone? before = null;
        foreach (var milestone in Milestones)
        {
            if (milestone.On > day)
            {
                return before is null ? null : Between(before, milestone, day);
            }

            before = milestone;
        }

        return before is null ? null : Fraction.Of(before.Expected);
    }

    public bool Equals(Trajectory? other) => other is not null && Milestones.SequenceEqual(other.Milestones);

    public override int GetHashCode() => Milestones.Aggregate(0, HashCode.Combine);

    private static Fraction Between(Milestone from, Milestone to, DateOnly day)
    {
        var way = Fraction.Of(to.Expected) - Fraction.Of(from.Expected);
        var done = Fraction.Of(day.DayNumber - from.On.DayNumber) / Fraction.Of(to.On.DayNumber - from.On.DayNumber);
        return Fraction.Of(from.Expected) + (way * done);
    }
}
