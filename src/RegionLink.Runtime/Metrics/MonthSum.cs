using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Metrics;

/// <summary>The calendar months of a stretch added up where they lie: every month of it, nothing else within it.</summary>
/// <param name="Months">How many.</param>
/// <param name="Provisional">One of them is an estimate.</param>
/// <param name="Illustrative">One of them is sample data.</param>
public sealed record MonthSum(FigurePeriod Period, decimal Value, int Months, bool Provisional, bool Illustrative);
