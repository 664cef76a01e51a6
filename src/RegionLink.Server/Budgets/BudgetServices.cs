using RegionLink.Runtime;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Budgets;

/// <summary>Composition: budget lines and budget shares.</summary>
public static class BudgetServices
{
    public static IServiceCollection AddBudgets(this IServiceCollection services) => services
        .AddGrain(BudgetLineGrain.Type, new StreamSharing(BudgetLineTable.Sharing.Kind, key => key.Split('/')[0]), BudgetLineGrain.Tables)
        .AddSingleton<BudgetLines>()
        .AddSingleton<BudgetLineReader>()
        .AddSingleton<BudgetParts>()
        .AddSingleton<CategorySums>()
        .AddSingleton<BudgetQuestions>()
        .AddSingleton<IComputedFigures, ComputedShareFigures>();

    public static void MapBudgets(this IEndpointRouteBuilder routes)
    {
        routes.MapTable("/budget-lines", BudgetLineTable.Definition).Requires(Right.ReadPublic);
        BudgetLineReadEndpoints.Map(routes);
        BudgetLineWriteEndpoints.Map(routes);
        BudgetShareEndpoints.Map(routes);
    }
}
