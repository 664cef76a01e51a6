using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegionLink.Runtime.EventLog;

/// <summary>
/// How facts and snapshots are written as JSON. STORED FORMAT: a change here changes the meaning of every installation's log.
/// Money is a number of đồng, keys and actors are their text forms, enums are camelCase words, null members are left out.
/// </summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        DomainJson.AddConverters(options.Converters);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
