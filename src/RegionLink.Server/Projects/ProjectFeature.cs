using RegionLink.Runtime;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;

namespace RegionLink.Server.Projects;

/// <summary>Composition of the feature "projects".</summary>
public static class ProjectFeature
{
    public static IServiceCollection AddProjects(this IServiceCollection services)
    {
        services.AddGrain(ProjectGrain.Type, StreamSharing.ByFirstPart(ProjectTable.Sharing.Kind), ProjectGrain.Tables);
        services.AddSingleton<ProjectReader>();
        return services;
    }

    public static void MapProjects(this IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("").WithTags("projects");
        projects.MapProjectReads();
        projects.MapProjectHistory();
        projects.MapProfile();
        projects.MapCourse();
        projects.MapSteps();
        projects.MapProgress();
        projects.MapMoney();
        projects.MapRisks();
        projects.MapLinks();
    }
}
