using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using RegionLink.Runtime.Json;
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
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        if (FirstNotUtf8(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is { } position)
        {
            // The parser looks at the texts only when they are asked for, and then throws.
            throw new BodyFaultsException([RequestRefusals.BodyUnreadable.With($"byte {position}")]);
        }

        bytes.Position = 0;
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(bytes, new() { MaxDepth = 32 }, http.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new BodyFaultsException([RequestRefusals.BodyUnreadable.With(e.Message)]);
        }

        using (document)
        {
            var faults = JsonFaults.Of(document.RootElement, options.GetTypeInfo(typeof(T)));
            return faults.Count > 0
                ? throw new BodyFaultsException([.. faults.Select(RequestRefusals.Of)])
                : new Body<T>(document.RootElement.Deserialize<T>(options)!);
        }
    }

    /// <summary>Position, from 0, of the first byte that no text has there; null when there is none.</summary>
    private static int? FirstNotUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return null;
        }

        var position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out var length) == OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: false));
}
