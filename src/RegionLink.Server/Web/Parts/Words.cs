using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Web.Parts;

/// <summary>Words that lists hold as stored, for people.</summary>
internal static class Words
{
    /// <summary>The text of a stored word; the word itself when a newer program stored it.</summary>
    public static Text Of<T>(string? stored, Func<T, Text> text)
        where T : struct, Enum => stored is not null && DomainWords.TryRead<T>(stored, out var value) ? text(value) : new(stored ?? "–", stored ?? "–");
}
