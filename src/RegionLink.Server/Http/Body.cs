using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using RegionLink.Domain.Common;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace RegionLink.Server.Http;

/// <summary>
/// A JSON body read with all its faults at once: unknown, missing and unreadable fields are listed with their paths, where the
/// framework would stop at the first.
/// </summary>
public sealed record Body<T>(T Value) : IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<Body<T>> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(http.Request.Body, new() { MaxDepth = 32 }, http.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new BodyFaultsException([RequestRefusals.BodyUnreadable.With(e.Message)]);
        }

        using (document)
        {
            var faults = new List<Refusal>();
            BodyFaults.Collect(document.RootElement, options.GetTypeInfo(typeof(T)), "", faults);
            return faults.Count > 0
                ? throw new BodyFaultsException(faults)
                : new Body<T>(document.RootElement.Deserialize<T>(options)!);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: false));
}

/// <summary>Compares a JSON value with the type it is meant for.</summary>
internal static class BodyFaults
{
    public static void Collect(JsonElement json, JsonTypeInfo type, string path, List<Refusal> faults)
    {
        switch (type.Kind)
        {
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

    private static void CollectMembers(JsonElement json, JsonTypeInfo type, string path, List<Refusal> faults)
    {
        var prefix = path.Length == 0 ? "" : $"{path}.";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var at = prefix + member.Name;
            var property = type.Properties.FirstOrDefault(p => p.Name == member.Name);
            if (!seen.Add(member.Name))
            {
                faults.Add(RequestRefusals.FieldTwice.About(at, at));
            }
            else if (property is null)
            {
                faults.Add(RequestRefusals.FieldUnknown.About(at, at));
            }
            else if (member.Value.ValueKind == JsonValueKind.Null)
            {
                if (!property.IsSetNullable || (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null))
                {
                    faults.Add(RequestRefusals.FieldMissing.About(at, at));
                }
            }
            else
            {
                Collect(member.Value, type.Options.GetTypeInfo(property.PropertyType), at, faults);
            }
        }

        faults.AddRange(type.Properties
            .Where(p => (p.IsRequired || p.AssociatedParameter is { HasDefaultValue: false }) && !seen.Contains(p.Name))
            .Select(p => RequestRefusals.FieldMissing.About(prefix + p.Name, prefix + p.Name)));
    }

    private static void CollectValue(JsonElement json, JsonTypeInfo type, string path, List<Refusal> faults)
    {
        try
        {
            json.Deserialize(type);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            var at = path.Length == 0 ? "$" : path;
            var raw = json.GetRawText();
            faults.Add(RequestRefusals.FieldUnreadable.About(at, at, raw.Length <= 80 ? raw : raw[..80] + "…"));
        }
    }
}
