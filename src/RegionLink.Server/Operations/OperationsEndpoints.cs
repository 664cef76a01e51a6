using RegionLink.Server.Identity;

namespace RegionLink.Server.Operations;

/// <summary>For the people who keep the server running.</summary>
public static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        // Asked for here so that it listens from the start, not from the first question on.
        _ = routes.ServiceProvider.GetRequiredService<Measurements>();
        routes.MapGet("/metrics", Metrics).Requires(Right.ReadOperations);
    }

    /// <summary>Measurements in the Prometheus text format.</summary>
    /// <remarks>Needs the right <c>readOperations</c>: give the scraper an API key with that scope.</remarks>
    public static IResult Metrics(Measurements measurements) =>
        Results.Text(measurements.Write(), "text/plain; version=0.0.4; charset=utf-8");
}
