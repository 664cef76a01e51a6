namespace RegionLink.Runtime.Embedded;

/// <summary>One line for the person at the terminal, in both languages.</summary>
/// <param name="Vi">Whole sentence in Vietnamese.</param>
/// <param name="En">The same in English.</param>
public sealed record Notice(string Vi, string En);
