using RegionLink.Domain.Common;

namespace RegionLink.Domain.Observations;

/// <summary>What a row of a batch says besides its value and its period; shared by many rows, so it is judged once.</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="UnitOfMeasure">As written in the row.</param>
/// <param name="Base">What a rank is out of (63, 34); null when none was given.</param>
/// <param name="Stage">Stage of a budget amount; null when none was given.</param>
/// <param name="Method">How it was measured; empty for the usual method of the metric.</param>
/// <param name="Source">Who said so: title, file or act.</param>
public sealed record RowHead(
    string Metric, string UnitOfMeasure, int? Base, BudgetStage? Stage, string Method, Standing Standing, string Source);

/// <summary>What the rules need to know of a metric; arrives from the catalogue.</summary>
/// <param name="UnitOfMeasure">Unit all values of the metric are kept in.</param>
/// <param name="Staged">Values carry a budget stage.</param>
/// <param name="Ranked">Values are ranks and carry a base.</param>
/// <param name="Methods">Methods besides the usual one.</param>
/// <param name="Range">What a value can be at all; null where nothing bounds it.</param>
public sealed record MetricFacts(string UnitOfMeasure, bool Staged, bool Ranked, IReadOnlyCollection<string> Methods, ValueRange? Range = null);
