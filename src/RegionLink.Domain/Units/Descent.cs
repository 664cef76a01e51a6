namespace RegionLink.Domain.Units;

/// <summary>A unit reached by following links, forwards or backwards in time.</summary>
/// <param name="Unit">The unit reached.</param>
/// <param name="Whole">
/// Forwards: all of the unit asked about went into this one. Backwards: all of this one went into the unit asked about.
/// False: a split lies on the way, and a figure cannot be carried over.
/// </param>
/// <param name="Steps">The links walked, oldest first; several ways to the same unit are all here, each link once. Empty for the unit itself.</param>
public sealed record Descent(Unit Unit, bool Whole, IReadOnlyList<UnitLink> Steps);
