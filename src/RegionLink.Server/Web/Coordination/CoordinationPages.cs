using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using RegionLink.Runtime.Periods;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Periods;
using RegionLink.Server.Web.Lists;

namespace RegionLink.Server.Web.Coordination;

/// <summary>The coordinator's desk: periods, who is late, what waits for review.</summary>
internal static class CoordinationPages
{
    public static void MapCoordination(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/coordination", OpenAsync).Requires(Right.AskQuestions).Follows();
        pages.MapPage("/coordination/periods/new", NewAsync).Requires(Right.ManagePeriods);
        pages.MapForm("/coordination/periods/new", CreateAsync).Requires(Right.ManagePeriods);
        pages.MapPage("/coordination/periods/{id}", PeriodAsync).Requires(Right.ManagePeriods).Follows();
        pages.MapForm("/coordination/periods/{id}/extensions", ExtendAsync).Requires(Right.ManagePeriods);
        pages.MapForm("/coordination/periods/{id}/closing", CloseAsync).Requires(Right.ManagePeriods);
        pages.MapForm("/coordination/periods/{id}/reopening", ReopenAsync).Requires(Right.ManagePeriods);
        pages.MapPage("/coordination/periods/{id}/{step}", (string id, View view) => OpeningRules.IsId(id)
            ? PageEndpoints.SeeOther($"/coordination/periods/{id}{view.Http.Request.QueryString}")
            : Problem.NotFound(id)).Requires(Right.ManagePeriods);
        ReviewPages.Map(pages);
    }

    private static async Task<IResult> OpenAsync(View view, TableReader reader, ReferenceCache reference, CancellationToken ct) =>
        PageEndpoints.Page<CoordinationPage>(
            (nameof(CoordinationPage.Reports), await ReportsAsync(view, reader, null, ct)),
            (nameof(CoordinationPage.Lineage), (await reference.GetAsync(ct)).Lineage));

    private static Task<IResult> NewAsync(View view, IUnitScope scope, ReferenceCache reference, CancellationToken ct) =>
        ShowNewAsync(StatusCodes.Status200OK, PeriodForm.Empty(view.Today, [.. scope.CurrentProvinces().Select(p => $"{p.Unit}")]), [], view, scope, reference, ct);

    private static async Task<IResult> CreateAsync(View view, PeriodDesk periods, IUnitScope scope, ReferenceCache reference, CancellationToken ct)
    {
        var form = PeriodForm.Of(view.Http.Request.Form);
        if (form.WantsAnother)
        {
            return await ShowNewAsync(StatusCodes.Status200OK, form, [], view, scope, reference, ct);
        }

        var read = new FieldReader(view.Language);
        var body = form.Read(read, view.Today);
        if (read.Faults.Count > 0)
        {
            var would = await periods.WouldRefuseAsync(body.AsPeriod(), view.Http.Envelope().Context, ct);
            return await ShowNewAsync(StatusCodes.Status422UnprocessableEntity, form, read.With(would), view, scope, reference, ct);
        }

        var answer = await PeriodEndpoints.OpenAsync(new(body), view.Http, periods, ct);
        return answer.Faults() is { } refused ? await ShowNewAsync(StatusCodes.Status422UnprocessableEntity, form, refused, view, scope, reference, ct)
            : answer.IsOtherProblem() ? answer
            : PageEndpoints.SeeOther($"/coordination/periods/{body.Id}?done=opened");
    }

    private static Task<IResult> PeriodAsync(
        string id, View view, PeriodReader periods, TableReader reader, ReferenceCache reference, CancellationToken ct) =>
        ShowPeriodAsync(StatusCodes.Status200OK, id, [], view, periods, reader, reference, ct);

    private static async Task<IResult> ExtendAsync(
        string id, View view, PeriodDesk desk, PeriodReader periods, TableReader reader, ReferenceCache reference, CancellationToken ct)
    {
        var form = view.Http.Request.Form;
        if (!UnitKey.TryParse(form["unit"], out var unit))
        {
            return Problem.NotFound(form["unit"].ToString());
        }

        var read = new FieldReader(view.Language);
        var due = read.Day("due", form["due"].ToString());
        if (read.Faults.Count > 0)
        {
            // No due date at all is refused whatever the unit owes; the other reasons of the same answer are told with it.
            var would = await PeriodEndpoints.ExtendAsync(id, new(new ExtensionBody(unit, default, form["reason"].ToString())), view.Http, desk, ct);
            return would.IsOtherProblem() ? would
                : await ShowPeriodAsync(StatusCodes.Status422UnprocessableEntity, id, read.With(would.Faults() ?? []), view, periods, reader, reference, ct);
        }

        var answer = await PeriodEndpoints.ExtendAsync(id, new(new ExtensionBody(unit, due, form["reason"].ToString())), view.Http, desk, ct);
        return await AfterAsync(answer, id, view, periods, reader, reference, ct);
    }

    private static async Task<IResult> CloseAsync(
        string id, View view, PeriodDesk desk, PeriodReader periods, TableReader reader, ReferenceCache reference, CancellationToken ct)
    {
        var reason = view.Http.Request.Form["closingReason"].ToString();
        var answer = await PeriodEndpoints.CloseAsync(id, new(new ClosingBody(reason.Length > 0 ? reason : null)), view.Http, desk, ct);
        return answer.Faults() is { } faults
            ? await ShowPeriodAsync(StatusCodes.Status422UnprocessableEntity, id, [.. faults.Select(AtClosing)], view, periods, reader, reference, ct)
            : await AfterAsync(answer, id, view, periods, reader, reference, ct);

        // The form beside it has a reason, too.
        static Refusal AtClosing(Refusal refusal) => refusal.Field == "reason" ? refusal with { Field = "closingReason" } : refusal;
    }

    private static async Task<IResult> ReopenAsync(
        string id, View view, PeriodDesk desk, PeriodReader periods, TableReader reader, ReferenceCache reference, CancellationToken ct)
    {
        var answer = await PeriodEndpoints.ReopenAsync(id, new(new ReopeningBody(view.Http.Request.Form["reason"].ToString())), view.Http, desk, ct);
        return await AfterAsync(answer, id, view, periods, reader, reference, ct);
    }

    private static async Task<IResult> AfterAsync(
        IResult answer, string id, View view, PeriodReader periods, TableReader reader, ReferenceCache reference, CancellationToken ct) =>
        answer.Faults() is { } faults ? await ShowPeriodAsync(StatusCodes.Status422UnprocessableEntity, id, faults, view, periods, reader, reference, ct)
        : answer.IsOtherProblem() ? answer
        : PageEndpoints.SeeOther($"/coordination/periods/{id}?done=done");

    private static async Task<IResult> ShowNewAsync(
        int status, PeriodForm form, IReadOnlyList<Refusal> faults, View view, IUnitScope scope, ReferenceCache reference, CancellationToken ct)
    {
        var known = await reference.GetAsync(ct);
        return PageEndpoints.Page<NewPeriodPage>(
            status,
            (nameof(NewPeriodPage.Form), form),
            (nameof(NewPeriodPage.Provinces), (IReadOnlyList<Domain.Units.Unit>)[.. scope.CurrentProvinces().Select(p => known.Lineage.Find(p.Unit)).OfType<Domain.Units.Unit>()]),
            (nameof(NewPeriodPage.Metrics), (IReadOnlyList<Domain.Metrics.Metric>)[.. known.Metrics.All
                .Where(m => !m.Staged && m.Unit is not Domain.Metrics.UnitOfMeasure.Rank)
                .OrderBy(m => view.Language is Language.English ? m.NameEn : m.NameVi, StringComparer.Ordinal)]),
            (nameof(NewPeriodPage.Reasons), (IReadOnlyList<Refusal>)[.. faults.Select(PeriodForm.AtField)]));
    }

    private static async Task<IResult> ShowPeriodAsync(
        int status, string id, IReadOnlyList<Refusal> faults, View view, PeriodReader periods, TableReader reader, ReferenceCache reference, CancellationToken ct) =>
        OpeningRules.IsId(id) && await periods.FindAsync(id, ct) is { } period
            ? PageEndpoints.Page<PeriodPage>(
                status,
                (nameof(PeriodPage.Period), period),
                (nameof(PeriodPage.Reports), await ReportsAsync(view, reader, id, ct)),
                (nameof(PeriodPage.Lineage), (await reference.GetAsync(ct)).Lineage),
                (nameof(PeriodPage.Reasons), faults))
            : Problem.NotFound(id);

    private static async Task<IReadOnlyList<ListRow>> ReportsAsync(View view, TableReader reader, string? period, CancellationToken ct)
    {
        var table = ReportTable.AsOf(view.Today);
        var request = new TableRequest
        {
            Filters = period is null ? [] : [new(table.Columns.Single(c => c.Name == "period"), FilterKind.Is, [period])],
            Sort = table.Columns.Single(c => c.Name == "due"),
            Descending = true,
            Limit = TableRequest.MostRowsPerPage,
        };
        return (await ListPage.ReadAsync(reader, table, request, view.Eyes, ct)).Rows;
    }
}
