using System.Collections.Frozen;
using System.Text.Json;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>The stored words of an enum: what its members are in events, in read tables and in the API.</summary>
internal static class EnumWord<TEnum>
    where TEnum : struct, Enum
{
    // Asked of the one place that decides it, the JSON of the log, once per member.
    private static readonly FrozenDictionary<TEnum, string> Words = Enum.GetValues<TEnum>()
        .Distinct()
        .ToFrozenDictionary(member => member, member => JsonSerializer.SerializeToElement(member, StoredJson.Options).GetString()!);

    public static string Of(TEnum member) => Words[member];
}
