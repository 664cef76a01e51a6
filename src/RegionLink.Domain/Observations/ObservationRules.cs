using RegionLink.Domain.Common;

namespace RegionLink.Domain.Observations;

/// <summary>What must hold for a value before it is recorded. Says nothing about whether it is plausible; imports ask that separately.</summary>
public static class ObservationRules
{
    /// <summary>PostgreSQL would take more digits; a decimal of this program holds 28 exactly.</summary>
    public const int MostDigits = 28;

    public const int LongestText = 2_000;

    /// <summary>For everything that is looked up; two of these fit into one entry of a PostgreSQL index, whatever the script.</summary>
    public const int LongestName = 300;

    /// <summary>What the values of these rows can be; null for any. A defect is kept exactly as published.</summary>
    public static ValueRange? RangeOf(RowHead head, MetricFacts? metric) => head.Standing is Standing.Defect ? null : metric?.Range;

    /// <param name="metric">Null when the catalogue has no such metric.</param>
    public static List<Refusal> Faults(RowHead head, MetricFacts? metric)
    {
        if (metric is null)
        {
            return [ObservationRefusals.MetricUnknown.About("metric", head.Metric)];
        }

        var faults = new List<Refusal>();

        // A defect is kept exactly as published, in whatever unit it claims; every other value is in the metric's unit.
        if (head.UnitOfMeasure != metric.UnitOfMeasure && head.Standing is not Standing.Defect)
        {
            faults.Add(ObservationRefusals.UnitDiffers.About("unitOfMeasure", head.UnitOfMeasure, head.Metric, metric.UnitOfMeasure));
        }

        if (metric.Ranked != head.Base is not null)
        {
            faults.Add((metric.Ranked ? ObservationRefusals.BaseMissing : ObservationRefusals.BaseUnexpected).About("base", head.Metric));
        }
        else if (head.Base is < 1)
        {
            faults.Add(ObservationRefusals.BaseUnreadable.About("base", head.Base));
        }

        if (metric.Staged != head.Stage is not null)
        {
            faults.Add((metric.Staged ? ObservationRefusals.StageMissing : ObservationRefusals.StageUnexpected).About("stage", head.Metric));
        }

        if (head.Method.Length > 0 && !metric.Methods.Contains(head.Method))
        {
            faults.Add(ObservationRefusals.MethodUnknown.About("method", head.Method, head.Metric));
        }

        if (string.IsNullOrWhiteSpace(head.Source))
        {
            faults.Add(ObservationRefusals.SourceMissing.About("source"));
        }

        return faults;
    }
}
