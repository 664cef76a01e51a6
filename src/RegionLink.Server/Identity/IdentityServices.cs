namespace RegionLink.Server.Identity;

/// <summary>Composition: who is calling and what they may.</summary>
public static class IdentityServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services) =>
        services.AddHostedService<EndpointsNameRights>();

    /// <summary>Place it after the exception handler, before the endpoints.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseAccessGate();
}
