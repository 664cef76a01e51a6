using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RegionLink.Runtime.Identity;
using RegionLink.Server.Identity.Accounts;
using RegionLink.Server.Identity.Audit;
using RegionLink.Server.Identity.Edge;
using RegionLink.Server.Identity.Keys;
using RegionLink.Server.Identity.Passkeys;
using RegionLink.Server.Identity.Providers;
using RegionLink.Server.Identity.SecondFactors;
using RegionLink.Server.Identity.Sessions;

namespace RegionLink.Server.Identity;

/// <summary>Composition: who is calling, what they may, and how much.</summary>
public static class IdentityServices
{
    /// <summary>Needs the runtime's services and an <see cref="IUnitScope"/> that knows the lineage; without one a unit is only itself.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IUnitScope, OwnUnitOnly>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<SignInStore>();
        services.AddSingleton<CredentialStore>();
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<ProtectionKeyStore>();

        services.AddSingleton<Passwords>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<CredentialCache>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<SecondFactorStore>();
        services.AddSingleton<SecondFactorKeeper>();
        services.AddSingleton<PasskeyStore>();
        services.AddSingleton<PasskeyKeeper>();
        services.AddOptions<PasskeyOptions>().BindConfiguration("Passkeys");
        services.AddSingleton<LinkedIdentityStore>();
        services.AddSingleton<ProviderErrands>();
        services.AddSingleton<ProviderClient>();
        services.AddSingleton<ProviderKeeper>();
        services.AddOptions<ProviderOptions>().BindConfiguration("OpenIdConnect").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SignIn>();
        services.AddSingleton<AccountKeeper>();
        services.AddSingleton<ApiKeyKeeper>();
        services.AddSingleton<SampleAccounts>();
        services.AddSingleton<FirstAdministrator>();

        services.AddAuthentication().AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        services.AddDataProtection().SetApplicationName("RegionLink");
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeyStore>((o, store) => o.XmlRepository = new KeyRing(store));

        // It warns that the ring lies unencrypted in the database. There it opens no session, which needs its token, kept only as a hash; it
        // unseals second factors, which without the passwords open nothing either.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));

        services.AddOptions<ProxyOptions>().BindConfiguration("Proxies");
        services.AddOptions<LimitOptions>().BindConfiguration("Limits");
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((o, limits) => Limits.Configure(o, limits.Value));

        services.AddSingleton<ReadLog>();
        services.AddHostedService(s => s.GetRequiredService<ReadLog>());
        services.AddHostedService<EndpointsNameRights>();
        return services;
    }

    /// <summary>Place it after the exception handler, before whatever reads the caller and before the endpoints.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app
        .UseTrustedProxies()
        .Use(SecurityHeaders.PassAsync)
        .UseRateLimiter()
        .UseAuthentication()
        .Use(CrossSiteGuard.PassAsync)
        .Use(AccessGate.PassAsync)
        .Use(app.ApplicationServices.GetRequiredService<ReadLog>().PassAsync);

    /// <summary>Routes of this folder.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapSession();
        routes.MapOwnPassword();
        routes.MapSecondFactor();
        routes.MapAccounts();
        routes.MapApiKeys();
        routes.MapAudit();
    }
}
