using System.Globalization;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>What the terms of a target must satisfy in themselves.</summary>
internal static class TermsRules
{
    /// <summary>As of a reported figure; beyond it a number is a mistake whatever its unit.</summary>
    private const decimal LargestMagnitude = 1_000_000_000_000_000_000m;

    private const int MostDecimals = 9;

    public static List<Refusal> Faults(TargetTerms terms)
    {
        var refusals = Faults(terms.Goal);
        if (string.IsNullOrWhiteSpace(terms.LegalSource))
        {
            refusals.Add(TargetRefusals.LegalSourceMissing.About("legalSource"));
        }

        var validity = terms.Validity;
        if (validity.Until < validity.From)
        {
            refusals.Add(TargetRefusals.ValidityReversed.About("validity.until", validity.From.Value, validity.Until.Value));
        }

        if (validity.Due.By < validity.From)
        {
            refusals.Add(TargetRefusals.ValidityReversed.About("validity.due.by", validity.From.Value, validity.Due.By.Value));
        }

        if (validity.Due is { EveryYearFrom: not null, By: not null } or { MeanFrom: not null, By: null })
        {
            refusals.Add(TargetRefusals.DueUnclear.About("validity.due"));
        }

        for (var i = 0; i < terms.Trajectory.Milestones.Length; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"trajectory[{i}].on");
            var (on, expected) = terms.Trajectory.Milestones[i];
            if (!IsInRange(expected))
            {
                refusals.Add(OutOfRange(string.Create(CultureInfo.InvariantCulture, $"trajectory[{i}].expected"), expected));
            }

            if (i > 0 && on <= terms.Trajectory.Milestones[i - 1].On)
            {
                refusals.Add(TargetRefusals.TrajectoryUnordered.About(field, on));
            }

            if (on > validity.Due.By)
            {
                refusals.Add(TargetRefusals.TrajectoryAfterDeadline.About(field, on, validity.Due.By.Value));
            }
        }

        return refusals;
    }

    public static List<Refusal> Faults(Goal goal) => goal switch
    {
        _ when !IsInRange(goal.Threshold) => [OutOfRange("goal.threshold", goal.Threshold)],
        { Upper: { } upper } when !IsInRange(upper) => [OutOfRange("goal.upper", upper)],
        { Direction: GoalDirection.Between } when goal.Upper is null || goal.Upper <= goal.Threshold =>
            [TargetRefusals.UpperMissing.About("goal.upper", goal.Threshold)],
        { Direction: not GoalDirection.Between, Upper: not null } => [TargetRefusals.UpperUnexpected.About("goal.upper")],
        _ => [],
    };

    private static bool IsInRange(decimal value) => Math.Abs(value) <= LargestMagnitude && decimal.Round(value, MostDecimals) == value;

    private static Refusal OutOfRange(string field, decimal value) => TargetRefusals.OutOfRange.About(field, value, LargestMagnitude, MostDecimals);
}
