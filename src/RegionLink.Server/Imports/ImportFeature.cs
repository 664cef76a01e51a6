using Npgsql;
using RegionLink.Runtime.Imports;
using RegionLink.Runtime.Imports.Kinds;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Imports;

/// <summary>Composition of the feature "imports".</summary>
public static class ImportFeature
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<IImportKind, ProjectImport>()
        .AddSingleton<IImportKind, BudgetLineImport>()
        .AddSingleton<IImportKind>(Observations)
        .AddSingleton<IImportKind, ReportImport>()
        .AddSingleton<ImportStore>()
        .AddSingleton<FileImports>();

    private static ObservationImport Observations(IServiceProvider services) => new(
        async ct =>
        {
            var reference = await services.GetRequiredService<ReferenceCache>().GetAsync(ct);
            return new ObservationVocabulary(reference.Metrics, reference.Lineage);
        },
        new ObservationBatches(services.GetRequiredService<NpgsqlDataSource>()),
        services.GetRequiredService<NpgsqlDataSource>(),
        services.GetRequiredService<ViewerDatabase>());

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapTemplates();
        api.MapImportEndpoints();
        api.MapImportTables();
    }
}
