using RegionLink.Runtime;
using RegionLink.Runtime.Targets;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Targets;

/// <summary>Composition: targets.</summary>
public static class TargetServices
{
    public static IServiceCollection AddTargets(this IServiceCollection services) => services
        .AddGrain(TargetGrain.Type, TargetGrain.Tables)
        .AddSingleton<TargetReader>();

    public static void MapTargets(this IEndpointRouteBuilder routes)
    {
        routes.MapTable("/targets", TargetTables.Targets).Requires(Right.ReadPublic);
        routes.MapTable("/target-versions", TargetTables.Versions).Requires(Right.ReadPublic);
        routes.MapTable("/target-raises", TargetTables.Raises).Requires(Right.ReadPublic);
        TargetReadEndpoints.Map(routes);
        TargetWriteEndpoints.Map(routes);
        RaiseEndpoints.Map(routes);
    }
}
