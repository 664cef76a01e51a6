using RegionLink.Server.Identity;
using RegionLink.Server.Units;

namespace RegionLink.Server.ReferenceData;

/// <summary>Composition: units, metrics and what else the provinces folder says.</summary>
public static class ReferenceServices
{
    /// <summary>Before <c>AddAccess</c>: who acts for a unit follows from the lineage.</summary>
    public static IServiceCollection AddReference(this IServiceCollection services)
    {
        services.AddSingleton<IUnitScope, CurrentUnitScope>();
        services.AddHostedService<ReferenceWatch>();
        return services;
    }
}
