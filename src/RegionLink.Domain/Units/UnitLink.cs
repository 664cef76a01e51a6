using RegionLink.Domain.Common;

namespace RegionLink.Domain.Units;

/// <summary>One unit became, or became part of, another on that one's first day.</summary>
/// <param name="From">The unit that ended the day before.</param>
/// <param name="To">The unit that began.</param>
/// <param name="Whole">True when all of <paramref name="From"/> went into <paramref name="To"/>; false when it was split and no share is known.</param>
/// <param name="Acts">The acts that ordered it, such as <c>202/2025/QH15, art. 1</c>.</param>
public sealed record UnitLink(UnitKey From, UnitKey To, bool Whole, IReadOnlyList<string> Acts);
