using RegionLink.Runtime.Observations;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Observations;

/// <summary>Composition: observations.</summary>
public static class ObservationServices
{
    public static IServiceCollection AddObservations(this IServiceCollection services) => services
        .AddSingleton(ObservationBatchLog.Registration)
        .AddSingleton<ObservationBatches>()
        .AddSingleton<ObservationVerifier>()
        .AddSingleton<PublishedFacts>();

    public static void MapObservations(this IEndpointRouteBuilder routes)
    {
        ObservationReadEndpoints.Map(routes);
        ObservationWriteEndpoints.Map(routes);
    }
}
