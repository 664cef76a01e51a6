using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Metrics;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Reports;
using RegionLink.Runtime.Scoreboard;
using RegionLink.Server.Budgets;
using RegionLink.Server.Gateway;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Scoreboard;
using RegionLink.Server.Units;
using RegionLink.Server.Web.Lists;
using RegionLink.Server.Web.Region;

namespace RegionLink.Server.Web.Provinces;

/// <summary>The provinces: which there are, and one of them with everything.</summary>
internal static class ProvincePages
{
    private const int Shown = 8;

    private static readonly string[] Size = ["area", "population", "grdp"];

    public static void MapProvinces(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/provinces", async (ReferenceCache reference, CancellationToken ct) =>
            PageEndpoints.Page<ProvincesPage>((nameof(ProvincesPage.Reference), await reference.GetAsync(ct)))).Requires(Right.ReadPublic).ServesOnlyPublicData();
        pages.MapPage("/provinces/{unit}/communes", CommunePages.OneAsync).Requires(Right.ReadPublic).ServesOnlyPublicData();
        pages.MapPage("/provinces/{unit}", OneAsync).WithMetadata(ProjectTable.Definition).Requires(Right.ReadPublic);
    }

    private static async Task<IResult> OneAsync(
        string unit, View view, BoardCache<RenderedBoard> boards, ReferenceCache cache, TableReader tables, BudgetParts parts,
        CategorySums categories, SharedUnits sharing, ConnectedSystems systems, HeldObservationReader observations, CancellationToken ct)
    {
        var reference = await cache.GetAsync(ct);
        if (!UnitKey.TryParse(unit, out var key) || reference.Lineage.Find(key) is not { Level: UnitLevel.Province } province)
        {
            return Problem.NotFound(unit);
        }

        var (asked, faults) = RegionChoice.Read(view.Http.Request.Query, view.Today);
        if (faults.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, faults);
        }

        // A unit that ended is shown on its last day, in its last year unless another was asked for.
        var day = province.End < view.Today ? province.End : view.Today;
        var year = view.Http.Request.Query["year"].Count == 0 ? day.Year : asked.Year;
        var choice = asked with { Year = year, Boundary = day };
        var shares = (await parts.ReadStagesAsync(key, year, reference.Lineage, ct)).ToDictionary(p => p.Key, p => ShareComputation.Of([p.Value]));
        var seen = await sharing.HiddenAsync([key.ToString()], BudgetLineTable.Sharing, view.Eyes, ct) is [];
        var facts = await ListPage.ReadAsync(tables, UnitTables.Units, new TableRequest { Ids = [key.ToString()], Limit = 1 }, view.Eyes, ct);
        var delayed = ProjectDelayTable.AsOf(view.Today, view.Today);
        var reports = ReportTable.AsOf(view.Today);
        return PageEndpoints.Page<ProvincePage>((nameof(ProvincePage.Model), new ProvinceModel(
            choice,
            province,
            reference,
            facts.Rows[0],
            await FiguresAsync(),
            reference.Lineage.ChildrenOf(key.Code, day).Count(),
            shares,
            seen ? await categories.ReadAsync(key, year, view.Eyes, ct) : null,
            (await boards.GetAsync(choice.Question(view.Eyes.Everything), ct)).Board,
            await OfUnitAsync(delayed, "overdueSince", descending: false),
            await OfUnitAsync(reports, "due"),
            await systems.OfAsync(key, view.Caller, ct),
            await OfUnitAsync(BindingTable.Definition, "updatedAt"))));

        // A change of status leaves the territory as it was, and what is known of it.
        async Task<IReadOnlyList<HeldObservation>> FiguresAsync()
        {
            var question = new AggregateQuestion(
                Size, [key], Whole: null, [new FigurePeriod(DateOnly.MinValue, view.Today)], AsOf: null, BudgetStage.Decided, Method: null, WithIllustrative: true);
            var held = await observations.ReadAsync(question, Size, reference.Lineage.SameTerritory(key), view.Eyes, ct) ?? [];
            return [.. held.GroupBy(o => o.Metric).Select(g => g.MaxBy(o => o.Period)!).OrderBy(o => Array.IndexOf(Size, o.Metric))];
        }

        Task<ListPage> OfUnitAsync(Table table, string sort, bool descending = true) => ListPage.ReadAsync(
            tables,
            table,
            new TableRequest
            {
                Filters = [new Filter(table.Find("unit")!, FilterKind.Is, [key.ToString()])],
                Sort = table.Find(sort),
                Descending = descending,
                Limit = Shown,
                WithTotal = true,
            },
            view.Eyes,
            ct);
    }
}
