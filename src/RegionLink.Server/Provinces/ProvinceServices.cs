using RegionLink.Runtime;
using RegionLink.Runtime.Provinces;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Provinces;

/// <summary>Composition: provinces with their fiscal years and sharing.</summary>
public static class ProvinceServices
{
    public static IServiceCollection AddProvinces(this IServiceCollection services) => services
        .AddGrain(ProvinceGrain.Type, ProvinceGrain.Tables)
        .AddSingleton<ProvinceReader>()
        .AddSingleton<PublishedTotals>();

    public static void MapProvinces(this IEndpointRouteBuilder routes)
    {
        routes.MapTable("/provinces", ProvinceTables.Provinces).Requires(Right.ReadPublic);
        routes.MapTable("/province-sharing", ProvinceTables.Sharing).Requires(Right.ReadPublic);
        routes.MapTable("/fiscal-years", ProvinceTables.FiscalYears).Requires(Right.ReadPublic);
        routes.MapTable("/fiscal-year-totals", ProvinceTables.Totals).Requires(Right.ReadPublic);
        ProvinceEndpoints.Map(routes);
        FiscalYearEndpoints.Map(routes);
        TotalEndpoints.Map(routes);
    }
}
