using System.Text.Json;
using System.Text.Json.Serialization;
using RegionLink.Domain.Common;

namespace RegionLink.Runtime.EventLog;

/// <summary>JSON forms of the words shared by all features; used by the log and, so that both agree, by the API.</summary>
public static class DomainJson
{
    public static void AddConverters(IList<JsonConverter> converters)
    {
        converters.Add(new MoneyConverter());
        converters.Add(new UnitKeyConverter());
        converters.Add(new ActorConverter());
        converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var vnd)
                ? new Money(vnd)
                : throw new JsonException("Money is a whole number of VND without quotes, at most 9,223,372,036,854,775,807.");

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Vnd);
    }

    private sealed class UnitKeyConverter : JsonConverter<UnitKey>
    {
        public override UnitKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && UnitKey.TryParse(reader.GetString(), out var key)
                ? key
                : throw new JsonException("A unit is named as 79@2025-07-01 or 77@origin.");

        public override void Write(Utf8JsonWriter writer, UnitKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        public override UnitKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            UnitKey.Parse(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, UnitKey value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());
    }

    private sealed class ActorConverter : JsonConverter<Actor>
    {
        public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Actor.Parse(reader.GetString() ?? throw new JsonException("An actor is text."));

        public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
