namespace RegionLink.Server.Web.Maps;

/// <summary>One unit on a map.</summary>
/// <param name="Value">Second line of the label; short.</param>
/// <param name="Class">Class of the colour, as of a verdict; see the design system.</param>
/// <param name="Address">Where it leads; null for a unit that is only drawn.</param>
/// <param name="Spoken">Name, value and verdict in words.</param>
/// <param name="Illustrative">The value is made of sample data.</param>
public sealed record MapPlace(Shape Shape, string Name, string Value, string Class, string? Address, string Spoken, bool Illustrative = false);
