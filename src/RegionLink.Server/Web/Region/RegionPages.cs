using RegionLink.Domain.Common;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Scoreboard;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Scoreboard;
using RegionLink.Server.Web.Lists;
using RegionLink.Server.Web.Maps;

namespace RegionLink.Server.Web.Region;

/// <summary>The region for everybody.</summary>
internal static class RegionPages
{
    private const int DelayedShown = 5;

    public static void MapRegion(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/", RegionAsync).Requires(Right.ReadPublic);
        pages.MapPage("/targets/{target}/{unit}", CardAsync).Requires(Right.ReadPublic);
    }

    private static async Task<IResult> RegionAsync(
        View view, BoardCache<RenderedBoard> boards, ReferenceCache reference, TableReader tables, Shapes shapes, CancellationToken ct)
    {
        var (choice, faults) = RegionChoice.Read(view.Http.Request.Query, view.Today);
        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        var board = (await boards.GetAsync(choice.Question(view.Eyes.Everything), ct)).Board;
        var delayed = ProjectDelayTable.AsOf(view.Today, view.Today);
        var model = new RegionModel(
            choice,
            board,
            await reference.GetAsync(ct),
            shapes.On(choice.Boundary),
            await TrendAsync(choice.Stage, view, boards, ct),
            await ListPage.ReadAsync(
                tables, delayed, new TableRequest { Sort = delayed.Find("overdueSince"), Limit = DelayedShown, WithTotal = true }, view.Eyes, ct));
        return PageEndpoints.Page<RegionPage>((nameof(RegionPage.Model), model));
    }

    private static async Task<ShareTrend> TrendAsync(BudgetStage stage, View view, BoardCache<RenderedBoard> boards, CancellationToken ct)
    {
        var years = new List<Board>();
        for (var year = RegionChoice.FirstYearOfTrend; year <= view.Today.Year; year++)
        {
            var end = new DateOnly(year, 12, 31);
            var question = new BoardQuestion(year, stage, end < view.Today ? end : view.Today, RegionChoice.Region, view.Eyes.Everything);
            years.Add((await boards.GetAsync(question, ct)).Board);
        }

        return ShareTrend.Of(years);
    }

    /// <summary>Where a number of the scoreboard comes from.</summary>
    private static async Task<IResult> CardAsync(
        string target, string unit, View view, BoardCache<RenderedBoard> boards, ReferenceCache reference, CancellationToken ct)
    {
        var (choice, faults) = RegionChoice.Read(view.Http.Request.Query, view.Today);
        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        var board = (await boards.GetAsync(choice.Question(view.Eyes.Everything), ct)).Board;
        if (!UnitKey.TryParse(unit, out var key) || board.Cells.FirstOrDefault(c => c.Target == target && c.Unit == key) is not { } cell)
        {
            return Problem.NotFound($"{target}/{unit}");
        }

        return PageEndpoints.Page<CardPage>(
            (nameof(CardPage.Choice), choice),
            (nameof(CardPage.Cell), cell),
            (nameof(CardPage.Target), board.Targets.First(t => t.Id == target)),
            (nameof(CardPage.Reference), await reference.GetAsync(ct)),
            (nameof(CardPage.JudgedOn), board.Today));
    }
}
