using RegionLink.Runtime.Queries;
using RegionLink.Server.Identity;
using RegionLink.Server.ReferenceData;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Sources;

/// <summary>Where the published data comes from.</summary>
internal static class SourcePages
{
    public static void MapSources(this IEndpointRouteBuilder pages) => pages.MapPage(
        "/sources",
        async (View view, TableReader tables, CancellationToken ct) => PageEndpoints.Page<SourcesPage>(
            (nameof(SourcesPage.Sources), await ListPage.ReadAsync(tables, ReferenceEndpoints.Sources, new TableRequest { Limit = TableRequest.MostRowsPerPage }, view.Eyes, ct))))
        .Requires(Right.ReadPublic).ServesOnlyPublicData();
}
