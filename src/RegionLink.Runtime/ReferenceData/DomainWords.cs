using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>Enum members as they are written in files, tables and answers: camelCase, or the name the member declares.</summary>
public static class DomainWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.Names[value];

    public static bool TryRead<T>(string text, out T value)
        where T : struct, Enum => Words<T>.Values.TryGetValue(text, out value);

    /// <summary>All words of the enum, in order, for messages.</summary>
    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Words<T>.Names.Values);

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(v => v, EnumWord<T>.Of);

        public static readonly Dictionary<string, T> Values = Names.ToDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);
    }
}
