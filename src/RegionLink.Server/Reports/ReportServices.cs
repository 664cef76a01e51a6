using Microsoft.Extensions.DependencyInjection.Extensions;
using RegionLink.Runtime;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.Reports;

namespace RegionLink.Server.Reports;

/// <summary>Composition: reports, their figures, and the systems that deliver some of them.</summary>
public static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.TryAddSingleton<ObservationBatches>();
        return services.AddReportGrains();
    }

    private static IServiceCollection AddReportGrains(this IServiceCollection services) => services
        .AddGrain(ReportGrain.Type, new StreamSharing(ReportTable.Sharing.Kind, ReportGrain.UnitOf), ReportGrain.Tables)
        .AddGrain(BindingGrain.Type, new StreamSharing(ReportTable.Sharing.Kind, key => key), BindingGrain.Tables)
        .AddSingleton<ReportHistory>()
        .AddSingleton<HeldFigures>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<ReportReader>()
        .AddSingleton<ReportAcceptances>()
        .AddSingleton<ReportPublications>()
        .AddHostedService<PublicationRelay>();

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        ReportReadEndpoints.Map(routes);
        FigureEndpoints.Map(routes);
        ApprovalEndpoints.Map(routes);
        MinistryEndpoints.Map(routes);
        QuestionEndpoints.Map(routes);
        BindingEndpoints.Map(routes);
    }
}
