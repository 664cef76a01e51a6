using RegionLink.Runtime;
using RegionLink.Runtime.Periods;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Periods;

/// <summary>Composition: reporting periods.</summary>
public static class PeriodServices
{
    public static IServiceCollection AddPeriods(this IServiceCollection services) => services
        .AddGrain(PeriodGrain.Type, PeriodGrain.Tables)
        .AddSingleton<PeriodDesk>()
        .AddSingleton<PeriodReader>();

    public static void MapPeriods(this IEndpointRouteBuilder routes)
    {
        routes.MapTable("/periods", PeriodTable.Definition).Requires(Right.ReadPublic).ServesOnlyPublicData();
        PeriodEndpoints.Map(routes);
    }
}
