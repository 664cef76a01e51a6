namespace RegionLink.Domain.Projects;

// STORED FORMAT.

/// <summary>A signed document: its number as printed (<c>1234/QĐ-UBND</c>) and its date.</summary>
/// <param name="Number">As printed, with its slashes and Đ; spaces tidied.</param>
public sealed record DocumentRef(string Number, DateOnly Date);
