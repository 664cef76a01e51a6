using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Observations;

/// <summary>Something wrong with one row of a batch.</summary>
/// <param name="Line">Line of the file, or position in the list, from 1.</param>
/// <param name="Column">Column it is about; null for the row as a whole.</param>
/// <param name="Value">What stands there; null when nothing can be shown.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record RowFault(int Line, string? Column, string? Value, Refusal Reason);
