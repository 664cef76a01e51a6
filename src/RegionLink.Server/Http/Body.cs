using System.Reflection;
using System.Text.Json;
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
            var faults = JsonFaults.Of(document.RootElement, options.GetTypeInfo(typeof(T)));
            return faults.Count > 0
                ? throw new BodyFaultsException([.. faults.Select(RequestRefusals.Of)])
                : new Body<T>(document.RootElement.Deserialize<T>(options)!);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: false));
}
