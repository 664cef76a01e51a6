using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegionLink.Server.Scoreboard;

/// <summary>Writes a sum that may be wider than 64 bits as a whole number of đồng.</summary>
internal sealed class WideMoney : JsonConverter<Int128>
{
    public override Int128 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Sums are only ever sent.");

    public override void Write(Utf8JsonWriter writer, Int128 value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
