using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RegionLink.Server.Identity;

namespace RegionLink.Server.OpenApi;

/// <summary>Writes into every operation what all endpoints share: the right it needs, command headers, problem answers.</summary>
public sealed class CommonAnswers : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var right = context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredRight>().LastOrDefault()?.Right;
        operation.Description = $"{operation.Description}\n\nRight: {right?.Name() ?? "none"}".Trim();
        operation.Responses ??= [];
        Add(operation, "400", "The request has faults; all of them are listed.");
        if (right is not Right.ReadPublic)
        {
            Add(operation, "401", "Nobody is signed in.");
            Add(operation, "403", "The caller lacks the right, or acts for another province.");
        }

        if (context.Description.HttpMethod is "POST" or "PUT" or "PATCH" or "DELETE")
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Header("Idempotency-Key", "Repeat a request with the same key and it is done once; 1-255 ASCII characters."));
            operation.Parameters.Add(Header("If-Match", "Version last seen, as the ETag gave it: \"12\"."));
            Add(operation, "409", "The Idempotency-Key was used for another request.");
            Add(operation, "412", "It has changed since the version in If-Match.");
            Add(operation, "422", "The rules refuse; every reason is listed.");
        }

        Add(operation, "503", "The database is away; send again after Retry-After.");
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, string status, string description)
    {
        if (!operation.Responses!.ContainsKey(status))
        {
            operation.Responses[status] = new OpenApiResponse { Description = description };
        }
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
