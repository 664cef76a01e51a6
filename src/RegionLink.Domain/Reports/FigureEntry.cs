using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>A figure as somebody gives it.</summary>
/// <param name="Value">Null when there is no data; then <paramref name="NoDataReason"/> says why.</param>
/// <param name="UnitOfMeasure">As the giver understands it; must be the one asked.</param>
/// <param name="Source">File with sheet and cell, or record of the system; needed unless typed.</param>
/// <param name="System">The system that delivers, for a connected figure; else null.</param>
/// <param name="Why">Reason of a change.</param>
/// <param name="ScaleAnswer">Answers in advance why a value far off its history is right; null when there is nothing to answer.</param>
public sealed record FigureEntry(
    string Metric,
    decimal? Value,
    string UnitOfMeasure,
    Origin Origin = Origin.Entered,
    string? NoDataReason = null,
    string? Source = null,
    string? System = null,
    string? Note = null,
    string? Why = null,
    string? ScaleAnswer = null);

/// <summary>A figure the platform already holds for the unit and the period.</summary>
/// <param name="Source">Which observation or which rule.</param>
public sealed record HeldFigure(string Metric, decimal Value, string UnitOfMeasure, Origin Origin, string Source, bool Illustrative);
