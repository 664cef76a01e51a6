using RegionLink.Domain.Common;

namespace RegionLink.Domain.Metrics;

/// <summary>Something that is measured (chỉ tiêu): what a number of this metric means and how such numbers combine.</summary>
/// <param name="Id">Stable name, small letters and underscores, such as <c>dx_budget_share</c>.</param>
/// <param name="Unit">The unit every value of the metric is kept in.</param>
/// <param name="Numerator">Metric above the line of a ratio; null when the ratio is only ever published as such.</param>
/// <param name="Denominator">Metric below the line; null together with the numerator.</param>
/// <param name="Pillar">Null when the metric serves all pillars or none.</param>
/// <param name="Staged">True for budget amounts, whose values carry a <see cref="BudgetStage"/>; stages never mix.</param>
/// <param name="Methods">Named ways to measure besides the usual one; a value says which, and methods never mix.</param>
/// <param name="Note">What a reader must know, such as which method is the usual one; null when nothing.</param>
/// <param name="Range">What a value can be at all; null where nothing bounds it, as with growth. A value outside is refused wherever it comes from.</param>
public sealed record Metric(
    string Id,
    string NameVi,
    string NameEn,
    UnitOfMeasure Unit,
    MeasureKind Kind,
    string? Numerator,
    string? Denominator,
    Better Direction,
    Pillar? Pillar,
    bool Staged,
    IReadOnlyList<string> Methods,
    string? Note,
    ValueRange? Range = null);
