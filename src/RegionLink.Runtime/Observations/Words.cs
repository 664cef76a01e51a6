using System.Text.Json;

namespace RegionLink.Runtime.Observations;

/// <summary>Enumerations as they are stored and sent: camelCase words.</summary>
internal static class Words
{
    public static string Of<T>(T? value)
        where T : struct, Enum => value is { } some ? JsonNamingPolicy.CamelCase.ConvertName(some.ToString()) : "";

    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Exact words only; null for anything else.</summary>
    public static T? Parse<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == text)
            {
                return value;
            }
        }

        return null;
    }
}
