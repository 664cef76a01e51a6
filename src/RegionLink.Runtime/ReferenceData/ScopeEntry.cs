using System.Text.Json;
using System.Text.Json.Serialization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>The scope of a target as written in a file: <c>each-province</c>, <c>national</c>, <c>unit:74@origin</c>.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record ScopeEntry(ScopeKind Kind, UnitKey? Unit)
{
    private const string OneUnit = "unit:";

    private static readonly Dictionary<string, ScopeKind> Words = new(StringComparer.Ordinal)
    {
        ["national"] = ScopeKind.National,
        ["region"] = ScopeKind.Region,
        ["each-province"] = ScopeKind.EachProvince,
        ["each-commune"] = ScopeKind.EachCommune,
        ["each-district"] = ScopeKind.EachDistrict,
    };

    private sealed class Converter : JsonConverter<ScopeEntry>
    {
        public override ScopeEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
            if (Words.TryGetValue(text, out var kind))
            {
                return new(kind, null);
            }

            return text.StartsWith(OneUnit, StringComparison.Ordinal) && UnitKey.TryParse(text[OneUnit.Length..], out var unit)
                ? new(ScopeKind.Unit, unit)
                : throw new JsonException($"A scope is one of {string.Join(", ", Words.Keys)}, unit:<key>.");
        }

        public override void Write(Utf8JsonWriter writer, ScopeEntry value, JsonSerializerOptions options) => writer.WriteStringValue(
            value.Unit is { } unit ? OneUnit + unit : Words.Single(w => w.Value == value.Kind).Key);
    }
}
