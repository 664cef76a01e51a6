using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RegionLink.Runtime.Json;

/// <summary>One way a JSON value does not fit the type it is meant for.</summary>
/// <param name="Path">Where, as <c>steps[2].due</c>; <c>$</c> for the whole.</param>
/// <param name="Raw">The JSON as written when the value is unreadable, shortened; else empty.</param>
public sealed record JsonFault(JsonFaultKind Kind, string Path, string Raw);

public enum JsonFaultKind
{
    Unknown,
    Missing,
    Twice,
    Unreadable,
}

/// <summary>
/// Compares a JSON value with the type it is meant for and lists every fault, where the serializer would stop at the first. Nullable
/// annotations count: a null where the type forbids it is a missing field.
/// </summary>
public static class JsonFaults
{
    private const int LongestRaw = 80;

    public static IReadOnlyList<JsonFault> Of(JsonElement json, JsonTypeInfo type)
    {
        var faults = new List<JsonFault>();
        Collect(json, type, "", faults);
        return faults;
    }

    private static void Collect(JsonElement json, JsonTypeInfo type, string path, List<JsonFault> faults)
    {
        switch (type.Kind)
        {
            // The serializer lets a null pass as the whole or as an element of a list, whatever the annotations say.
            case var _ when json.ValueKind == JsonValueKind.Null && Nullable.GetUnderlyingType(type.Type) is null:
                faults.Add(new(JsonFaultKind.Missing, path.Length == 0 ? "$" : path, ""));
                break;
            case JsonTypeInfoKind.Object when json.ValueKind == JsonValueKind.Object && type.PolymorphismOptions is null:
                CollectMembers(json, type, path, faults);
                break;
            case JsonTypeInfoKind.Enumerable when json.ValueKind == JsonValueKind.Array && type.ElementType is { } element:
                var elementType = type.Options.GetTypeInfo(element);
                var index = 0;
                foreach (var item in json.EnumerateArray())
                {
                    Collect(item, elementType, $"{path}[{index++}]", faults);
                }

                break;
            default:
                CollectValue(json, type, path, faults);
                break;
        }
    }

    private static void CollectMembers(JsonElement json, JsonTypeInfo type, string path, List<JsonFault> faults)
    {
        var prefix = path.Length == 0 ? "" : $"{path}.";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
            {
                faults.Add(new(JsonFaultKind.Unreadable, prefix + "?", ""));
                continue;
            }

            var at = prefix + name;
            var property = type.Properties.FirstOrDefault(p => p.Name == name);
            if (!seen.Add(name))
            {
                faults.Add(new(JsonFaultKind.Twice, at, ""));
            }
            else if (property is null)
            {
                faults.Add(new(JsonFaultKind.Unknown, at, ""));
            }
            else if (member.Value.ValueKind == JsonValueKind.Null)
            {
                if (!property.IsSetNullable || (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null))
                {
                    faults.Add(new(JsonFaultKind.Missing, at, ""));
                }
            }
            else
            {
                Collect(member.Value, type.Options.GetTypeInfo(property.PropertyType), at, faults);
            }
        }

        faults.AddRange(type.Properties
            .Where(p => (p.IsRequired || p.AssociatedParameter is { HasDefaultValue: false }) && !seen.Contains(p.Name))
            .Select(p => new JsonFault(JsonFaultKind.Missing, prefix + p.Name, "")));
    }

    /// <summary>Null for half a surrogate pair, written as an escape: it is JSON and no text.</summary>
    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void CollectValue(JsonElement json, JsonTypeInfo type, string path, List<JsonFault> faults)
    {
        try
        {
            json.Deserialize(type);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            var raw = json.GetRawText();
            faults.Add(new(JsonFaultKind.Unreadable, path.Length == 0 ? "$" : path, raw.Length <= LongestRaw ? raw : raw[..LongestRaw] + "…"));
        }
    }
}
