using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Observations;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Figures;

/// <summary>The card of an observation.</summary>
internal static class FigurePages
{
    private const string ReportSource = "report ";

    private static readonly string[] SameSeries = ["metric", "unit", "period"];

    public static void MapFigures(this IEndpointRouteBuilder pages) =>
        pages.MapPage("/figures/{id}", CardAsync).WithMetadata(ObservationTables.Revisions).Requires(Right.ReadPublic);

    private static async Task<IResult> CardAsync(
        string id, View view, TableReader tables, ReportAcceptances acceptances, ReferenceCache reference, CancellationToken ct)
    {
        var table = ObservationTables.Revisions;
        var found = await ListPage.ReadAsync(tables, table, new TableRequest { Ids = [id], Limit = 1 }, view.Eyes, ct);
        if (found.Rows is not [var row])
        {
            return Problem.NotFound(id);
        }

        var same = new TableRequest
        {
            Filters = [.. SameSeries.Select(c => new Filter(table.Find(c)!, FilterKind.Is, [row[c]!]))],
            Limit = TableRequest.MostRowsPerPage,
        };
        var revisions = (await ListPage.ReadAsync(tables, table, same, view.Eyes, ct)).Rows
            .Where(r => Equals(r["stage"], row["stage"]) && Equals(r["method"], row["method"]) && Equals(r["base"], row["base"]))
            .OrderByDescending(r => r.Moment("recordedAt")).ThenByDescending(r => r.Number("revision"))
            .ToList();
        var report = row.Text("source").StartsWith(ReportSource, StringComparison.Ordinal) ? row.Text("source")[ReportSource.Length..] : null;
        return PageEndpoints.Page<FigurePage>(
            (nameof(FigurePage.Row), row),
            (nameof(FigurePage.Revisions), revisions),
            (nameof(FigurePage.Report), report),
            (nameof(FigurePage.Acceptance), report is null ? null : await acceptances.FindAsync(report, row.Moment("recordedAt")!.Value, ct)),
            (nameof(FigurePage.Reference), await reference.GetAsync(ct)));
    }
}
