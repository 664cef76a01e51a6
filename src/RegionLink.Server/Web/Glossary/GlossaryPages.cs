using RegionLink.Server.Identity;

namespace RegionLink.Server.Web.Glossary;

/// <summary>The glossary.</summary>
internal static class GlossaryPages
{
    public static void MapGlossary(this IEndpointRouteBuilder pages) =>
        pages.MapPage("/glossary", () => PageEndpoints.Page<GlossaryPage>()).Requires(Right.ReadPublic).ServesOnlyPublicData();
}
