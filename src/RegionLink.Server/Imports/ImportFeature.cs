using RegionLink.Runtime.Imports;
using RegionLink.Runtime.Imports.Kinds;

namespace RegionLink.Server.Imports;

/// <summary>Composition of the feature "imports".</summary>
public static class ImportFeature
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<IImportKind, ProjectImport>()
        .AddSingleton<IImportKind, BudgetLineImport>()
        .AddSingleton<ImportStore>()
        .AddSingleton<FileImports>();

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapTemplates();
        api.MapImportEndpoints();
        api.MapImportTables();
    }
}
