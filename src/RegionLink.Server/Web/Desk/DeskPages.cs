using RegionLink.Runtime.Queries;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Identity;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Desk;

/// <summary>What waits for the people of a unit.</summary>
internal static class DeskPages
{
    public static void MapDesk(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/desk", OpenAsync).Requires(Right.AnswerQuestions).Follows();
        ReportPages.Map(pages);
    }

    private static async Task<IResult> OpenAsync(View view, TableReader reader, ReportReader reports, CancellationToken ct)
    {
        var table = ReportTable.AsOf(view.Today);
        var request = new TableRequest
        {
            Filters = [new(table.Columns.Single(c => c.Name == "unit"), FilterKind.Is, [.. view.Caller.Units.Select(u => (object)u.ToString())])],
            Sort = table.Columns.Single(c => c.Name == "due"),
            Descending = true,
            Limit = TableRequest.MostRowsPerPage,
        };
        var list = await ListPage.ReadAsync(reader, table, request, view.Eyes, ct);
        return PageEndpoints.Page<DeskPage>(
            (nameof(DeskPage.Reports), list.Rows),
            (nameof(DeskPage.Differing), await reports.DifferingAsync(view.Caller.Units, view.Eyes, ct)));
    }
}
