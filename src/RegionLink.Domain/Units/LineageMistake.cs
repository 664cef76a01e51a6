using RegionLink.Domain.Common;

namespace RegionLink.Domain.Units;

/// <summary>One fault of unit data, with the units it is about, so that a reader of files can point at the rows.</summary>
public sealed record LineageMistake(IReadOnlyList<UnitKey> About, Refusal Reason);
