using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Migrations;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Upkeep;

namespace RegionLink.Runtime;

/// <summary>What every host of the platform needs.</summary>
public static class RuntimeServices
{
    private const int MostActivations = 200_000;

    /// <param name="connectionString">PostgreSQL 15 or later.</param>
    public static IServiceCollection AddRuntime(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => DataSource(connectionString));
        services.AddSingleton<GroupCommit>(s => ActivatorUtilities.CreateInstance<GroupCommit>(s));
        services.AddSingleton(s => new GrainHost(
            s.GetRequiredService<NpgsqlDataSource>(),
            s.GetRequiredService<GroupCommit>(),
            new MemoryCache(new MemoryCacheOptions { SizeLimit = MostActivations })));
        services.AddSingleton<LogReader>();
        services.AddSingleton<LogVerifier>();
        services.AddSingleton<RestoredLog>();
        services.AddSingleton<Pruning>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Rebuild>();
        services.AddSingleton<SecondWall>();
        services.AddSingleton<ViewerDatabase>();
        services.AddSingleton<TableReader>();
        services.AddSingleton<SharedUnits>();
        services.AddSingleton<ReferenceStore>();
        services.AddSingleton<ReferenceCache>();
        return services;
    }

    /// <summary>Makes a kind of grain known to replays; see <see cref="GrainRegistration"/>.</summary>
    public static IServiceCollection AddGrain<TState, TCommand, TEvent>(
        this IServiceCollection services, GrainType<TState, TCommand, TEvent> type, params IReadOnlyList<string> tables)
        where TState : class
        where TEvent : class =>
        services.AddGrain(type, sharing: null, tables);

    /// <inheritdoc cref="AddGrain{TState, TCommand, TEvent}(IServiceCollection, GrainType{TState, TCommand, TEvent}, IReadOnlyList{string})"/>
    /// <param name="sharing">Whose data it is, so that notices of change reach only those who may read it.</param>
    public static IServiceCollection AddGrain<TState, TCommand, TEvent>(
        this IServiceCollection services, GrainType<TState, TCommand, TEvent> type, StreamSharing? sharing, params IReadOnlyList<string> tables)
        where TState : class
        where TEvent : class =>
        services.AddSingleton(GrainRegistration.Of(type, tables) with { Sharing = sharing });

    /// <summary>A pool whose statements are prepared when used again; the same few statements make up nearly all work.</summary>
    public static NpgsqlDataSource DataSource(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            ApplicationName = "regionlink",

            // A connection comes back as it was taken: nothing here sets anything for a session, and undoing it costs several statements each time.
            NoResetOnClose = true,
            IncludeErrorDetail = false,
        };
        return NpgsqlDataSource.Create(settings);
    }
}
