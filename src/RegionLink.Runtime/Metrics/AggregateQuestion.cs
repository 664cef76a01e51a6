using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Metrics;

/// <summary>What is asked: every metric for every unit and every period.</summary>
/// <param name="Whole">What the units make up together, answered besides; null when nothing is.</param>
/// <param name="AsOf">What was known at this moment; null for what holds now.</param>
/// <param name="Stage">Stage of budget amounts; stages are never mixed.</param>
/// <param name="Method">For metrics with this other method; null for the usual one. Methods are never mixed.</param>
/// <param name="WithIllustrative">False leaves sample values out, as if they were not there.</param>
/// <param name="WithParts">The observations behind every value are answered, too.</param>
public sealed record AggregateQuestion(
    IReadOnlyList<string> Metrics,
    IReadOnlyList<UnitKey> Units,
    UnitKey? Whole,
    IReadOnlyList<FigurePeriod> Periods,
    DateTimeOffset? AsOf,
    BudgetStage Stage,
    string? Method,
    bool WithIllustrative,
    bool WithParts = true)
{
    /// <summary>Values one question may ask for.</summary>
    public const int MostValues = 20_000;

    public long Values => (long)Metrics.Count * (Units.Count + (Whole is null ? 0 : 1)) * Periods.Count;
}

/// <summary>One value, or every reason why there is none.</summary>
/// <param name="Periods">How many values over time were added; 1 when one value is for the whole period, 0 without a value.</param>
/// <param name="Illustrative">Sample data took part.</param>
/// <param name="Parts">The observations it is made of; one when it is held as such. Empty without a value, and when not asked for.</param>
public sealed record Aggregate(
    string Metric, UnitKey Unit, FigurePeriod Period, Domain.Metrics.FigureAnswer Answer, int Periods, bool Illustrative, IReadOnlyList<HeldObservation> Parts);
