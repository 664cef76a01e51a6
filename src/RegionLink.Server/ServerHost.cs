using RegionLink.Runtime;
using RegionLink.Server.Budgets;
using RegionLink.Server.Changes;
using RegionLink.Server.Health;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Imports;
using RegionLink.Server.Metrics;
using RegionLink.Server.Observations;
using RegionLink.Server.OpenApi;
using RegionLink.Server.Operations;
using RegionLink.Server.Periods;
using RegionLink.Server.Projects;
using RegionLink.Server.Provinces;
using RegionLink.Server.ReferenceData;
using RegionLink.Server.Reports;
using RegionLink.Server.Scoreboard;
using RegionLink.Server.Targets;
using RegionLink.Server.Units;
using RegionLink.Server.Web;

namespace RegionLink.Server;

/// <summary>Puts the server together: services, pipeline, endpoints. Every feature has one line in each of the two lists.</summary>
public static class ServerHost
{
    /// <param name="configure">Last word on the builder: addresses, logging, a test's clock.</param>
    public static WebApplication Create(ServerOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = options.Environment });
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = BodyLimits.LargestBody;   // the endpoint's own where it is known
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // What keeps a host from starting is thrown as well, and said once, in words, by the command; a background service that fails is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        AddFeatures(builder.Services, options);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseDrainedBodies();
        app.UseWeb();
        app.UseProblems();
        app.UseRouting();
        app.UseEndpointLimits();
        options.BeforeAccess?.Invoke(app);
        app.UseAccess();
        app.UseBodyLimits();
        app.UseCommandHeaders();
        MapFeatures(app);
        return app;
    }

    private static void AddFeatures(IServiceCollection services, ServerOptions options)
    {
        services.AddRuntime(options.ConnectionString);
        services.AddWeb();
        services.AddHttpEdge();
        services.AddReference();
        services.AddAccess();
        services.AddImports();
        services.AddApiDescription();
        services.AddSingleton<ChangePulse>();
        services.AddHostedService(s => s.GetRequiredService<ChangePulse>());
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<Measurements>();
        services.AddProvinces();
        services.AddBudgets();
        services.AddProjects();
        services.AddPeriods();
        services.AddReports();
        services.AddObservations();
        services.AddTargets();
        services.AddScoreboard();
        services.AddMetricCatalogue();
    }

    private static void MapFeatures(WebApplication app)
    {
        app.MapHealth();
        app.MapOperations();
        app.MapOpenApi("/openapi/{documentName}.json").Requires(Right.ReadPublic).ServesOnlyPublicData();
        var api = app.MapGroup("/api/v1");
        api.MapAccess();
        api.MapImports();
        api.MapUnits();
        api.MapMetrics();
        api.MapReference();
        api.MapChanges();
        api.MapProvinces();
        api.MapBudgets();
        api.MapProjects();
        api.MapPeriods();
        api.MapReports();
        api.MapObservations();
        api.MapTargets();
        api.MapScoreboard();
        app.MapWeb();
    }
}

/// <summary>What a server needs to know before it starts.</summary>
/// <param name="ConnectionString">PostgreSQL 15 or later, already migrated.</param>
public sealed record ServerOptions(string ConnectionString)
{
    /// <summary>ASP.NET Core environment; nothing but logging depends on it.</summary>
    public string Environment { get; init; } = "Production";

    /// <summary>Middleware in front of the access gate.</summary>
    public Action<IApplicationBuilder>? BeforeAccess { get; init; }
}
