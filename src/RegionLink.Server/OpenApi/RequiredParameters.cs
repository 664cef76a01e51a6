using Microsoft.OpenApi;

namespace RegionLink.Server.OpenApi;

/// <summary>
/// Marks query parameters that must be given. Endpoints read them as texts that may be missing, so that one answer can tell everything that is wrong with a
/// question; the description has to be told.
/// </summary>
internal static class RequiredParameters
{
    public static RouteHandlerBuilder NeedsQuery(this RouteHandlerBuilder endpoint, params string[] names) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        foreach (var name in names)
        {
            ((OpenApiParameter)operation.Parameters!.Single(p => p.Name == name)).Required = true;
        }

        return Task.CompletedTask;
    });
}
