using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RegionLink.Domain.Common;

namespace RegionLink.Server.OpenApi;

/// <summary>Says how the shared words look in JSON: their converters hide it from the generator, which would allow anything.</summary>
public sealed class DomainSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // A nullable word shares its component with the word itself; where null is allowed the generator says so beside the reference.
        var type = context.JsonTypeInfo.Type;
        if (Form(Nullable.GetUnderlyingType(type) ?? type) is var (json, format, pattern))
        {
            schema.Type = json;
            schema.Format = format;
            schema.Pattern = pattern;
        }

        return Task.CompletedTask;
    }

    private static (JsonSchemaType Type, string? Format, string? Pattern)? Form(Type type) =>
        type == typeof(Money) ? (JsonSchemaType.Integer, "int64", null)
        : type == typeof(UnitKey) ? (JsonSchemaType.String, null, "^[0-9A-Za-z-]+@([0-9]{4}-[0-9]{2}-[0-9]{2}|origin)$")
        : type == typeof(Actor) ? (JsonSchemaType.String, null, null)
        : null;
}
