using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Scoreboard;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Scoreboard;

namespace RegionLink.Server.Web.Region;

/// <summary>The region for everybody.</summary>
internal static class RegionPages
{
    public static void MapRegion(this IEndpointRouteBuilder pages) =>
        pages.MapPage("/", RegionAsync).Requires(Right.ReadPublic);

    private static async Task<IResult> RegionAsync(
        View view, BoardCache<RenderedBoard> boards, ReferenceCache reference, CancellationToken ct)
    {
        var (choice, faults) = RegionChoice.Read(view.Http.Request.Query, view.Today);
        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        var board = (await boards.GetAsync(choice.Question(view.Eyes.Everything), ct)).Board;
        return PageEndpoints.Page<RegionPage>(
            (nameof(RegionPage.Choice), choice),
            (nameof(RegionPage.Board), board),
            (nameof(RegionPage.Reference), await reference.GetAsync(ct)));
    }
}
