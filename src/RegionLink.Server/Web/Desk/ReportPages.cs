using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Identity;
using RegionLink.Runtime.Periods;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;
using RegionLink.Server.Reports;

namespace RegionLink.Server.Web.Desk;

/// <summary>One report, for the people of its unit.</summary>
internal static class ReportPages
{
    private const string Address = "/desk/{period}/{unit}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, OpenAsync).Requires(Right.AnswerQuestions).Follows();
        pages.MapForm($"{Address}/figures", SaveAsync).Requires(Right.EnterFigures);
        pages.MapForm($"{Address}/prefill", PrefillAsync).Requires(Right.EnterFigures);
        pages.MapForm($"{Address}/difference", TakeOverAsync).Requires(Right.EnterFigures);
        pages.MapForm($"{Address}/approval", ApproveAsync).Requires(Right.ApproveReports);
        pages.MapForm($"{Address}/submission", SubmitAsync).Requires(Right.ApproveReports);
        pages.MapForm($"{Address}/questions/{{number:int}}", AnswerAsync).Requires(Right.AnswerQuestions);
        UploadPages.Map(pages);

        // A form that came back stands under its own address; the language's link or a reload of the tab leads to the report.
        pages.MapPage($"{Address}/{{step}}", Back).Requires(Right.AnswerQuestions);
        pages.MapPage($"{Address}/{{step}}/{{more}}", Back).Requires(Right.AnswerQuestions);
    }

    private static async Task<IResult> OpenAsync(string period, string unit, View view, ReportShelf shelf, CancellationToken ct) =>
        await shelf.FindAsync(period, unit, view, ct) is { } model
            ? PageEndpoints.Page<ReportPage>((nameof(ReportPage.Model), model))
            : Problem.NotFound($"{period}/{unit}");

    private static IResult Back(string period, string unit, View view) => ReportAddress.TryParse(period, unit, out var report)
        ? PageEndpoints.SeeOther($"/desk/{report.Key}{view.Http.Request.QueryString}")
        : Problem.NotFound($"{period}/{unit}");

    private static async Task<IResult> SaveAsync(string period, string unit, View view, ReportShelf shelf, ReportDesk desk, CancellationToken ct)
    {
        if (await shelf.FindAsync(period, unit, view, ct) is not { } model)
        {
            return Problem.NotFound($"{period}/{unit}");
        }

        var sheet = new SheetForm(view.Http.Request.Form);
        var (changed, faults) = sheet.Read(model.Report);
        if (SheetSaving.IsWanted(view.Http.Request))
        {
            return await SheetSaving.SaveAsync(period, unit, changed, faults, sheet.Version, view, desk, ct);
        }

        if (faults.Count == 0 && changed.Count == 0)
        {
            return PageEndpoints.SeeOther($"{model.Address}?done=saved#sheet");
        }

        var answer = faults.Count > 0 ? null : await SendAsync(period, unit, sheet.Version, view, (r, e) => desk.EnterAsync(r.Period, r.Unit, [.. changed], e, ct));
        return await AfterAsync(
            answer, faults, [.. changed.Select(c => c.Metric)], "saved#sheet", period, unit, view, shelf, ct, sheet);
    }

    private static async Task<IResult> PrefillAsync(string period, string unit, View view, ReportShelf shelf, ReportDesk desk, CancellationToken ct)
    {
        var before = (await shelf.FindAsync(period, unit, view, ct))?.Report.Version;
        GrainAnswer<Report>? told = null;
        var answer = await SendAsync(period, unit, null, view, async (r, e) => told = await desk.PrefillAsync(r.Period, r.Unit, e, ct));
        var filled = told is GrainAnswer<Report>.Done done && done.Version != before;
        return await AfterAsync(answer, [], [], filled ? "saved#sheet" : "nothing#sheet", period, unit, view, shelf, ct);
    }

    private static async Task<IResult> TakeOverAsync(string period, string unit, View view, ReportShelf shelf, ReportDesk desk, CancellationToken ct)
    {
        var form = view.Http.Request.Form;
        var (metric, why) = (form["metric"].ToString(), form["why"].ToString());
        return await AfterAsync(
            await SendAsync(period, unit, null, view, (r, e) => desk.AcceptDifferenceAsync(r.Period, r.Unit, metric, why, e, ct)),
            [], [metric], "saved#sheet", period, unit, view, shelf, ct);
    }

    private static async Task<IResult> ApproveAsync(string period, string unit, View view, ReportShelf shelf, ReportDesk desk, CancellationToken ct)
    {
        var form = view.Http.Request.Form;
        string[] chosen = [.. form["metrics"].OfType<string>()];
        return await AfterAsync(
            await SendAsync(period, unit, new SheetForm(form).Version, view, (r, e) => desk.ApproveAsync(r.Period, r.Unit, [.. chosen], e, ct)),
            [], chosen, "approved#approve", period, unit, view, shelf, ct);
    }

    private static async Task<IResult> SubmitAsync(string period, string unit, View view, ReportShelf shelf, ReportDesk desk, CancellationToken ct) =>
        await AfterAsync(
            await SendAsync(period, unit, new SheetForm(view.Http.Request.Form).Version, view, (r, e) => desk.SubmitAsync(r.Period, r.Unit, e, ct)),
            [], [], "submitted", period, unit, view, shelf, ct);

    private static async Task<IResult> AnswerAsync(string period, string unit, int number, View view, ReportShelf shelf, ReportDesk desk, CancellationToken ct)
    {
        var text = view.Http.Request.Form["text"].ToString();
        var answer = await SendAsync(period, unit, null, view, (r, e) => desk.SendAsync(r.Period, r.Unit, new ReportCommand.Answer(number, text), e, ct));
        return await AfterAsync(answer, [], [], "answered#questions", period, unit, view, shelf, ct);
    }

    /// <param name="version">The version the form was filled in against; null when it does not matter.</param>
    internal static Task<IResult> SendAsync(
        string period, string unit, long? version, View view, Func<ReportAddress, CommandEnvelope, Task<GrainAnswer<Report>>> send)
    {
        if (version is { } known)
        {
            view.Http.ExpectVersion(known);
        }

        return ReportAddress.SendAsync(period, unit, view.Http, send);
    }

    /// <summary>On: the report with a word that it was done; or the page again with every reason, and all that was typed.</summary>
    private static async Task<IResult> AfterAsync(
        IResult? answer,
        IReadOnlyList<Refusal> faults,
        IReadOnlyList<string> sent,
        string done,
        string period,
        string unit,
        View view,
        ReportShelf shelf,
        CancellationToken ct,
        SheetForm? typed = null)
    {
        if (answer?.IsOtherProblem() == true)
        {
            return answer;
        }

        var stale = answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status412PreconditionFailed };
        var refused = stale ? [] : answer?.Faults() ?? faults;
        if (!stale && refused.Count == 0)
        {
            return PageEndpoints.SeeOther($"/desk/{period}/{unit}?done={done}");
        }

        return await shelf.FindAsync(period, unit, view, ct) is { } model
            ? PageEndpoints.Page<ReportPage>(
                stale ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status422UnprocessableEntity,
                (nameof(ReportPage.Model), model),
                (nameof(ReportPage.Typed), typed),
                (nameof(ReportPage.Stale), stale),
                (nameof(ReportPage.Reasons), refused.AtFields(sent)))
            : Problem.NotFound($"{period}/{unit}");
    }
}

/// <summary>A report with all its page needs.</summary>
/// <param name="Head">The report's row in the list: due date, extension, lateness.</param>
public sealed record ReportModel(ReportDetail Report, Lists.ListRow Head, Domain.Units.Unit? Unit, Domain.Metrics.MetricCatalogue Metrics, People People)
{
    public string Address => $"/desk/{Report.Period}/{Report.Unit}";

    public ReportState State => ReportWords.Read(Report.State);

    /// <summary>Figures may be given or changed.</summary>
    public bool Writable => Report.PeriodState == Domain.Periods.PeriodState.Open && ReportWords.IsWithUnit(State);
}

/// <summary>Finds reports for the people of their unit.</summary>
public sealed class ReportShelf(
    ReportReader reports, PeriodReader periods, ReportDesk desk, Runtime.Queries.TableReader tables, ReferenceCache reference, AccountStore accounts)
{
    /// <summary>Null when there is no such report, or it is not the caller's unit's.</summary>
    public async Task<ReportModel?> FindAsync(string period, string unit, View view, CancellationToken ct)
    {
        if (!UnitKey.TryParse(unit, out var key)
            || !view.Caller.Units.Contains(key)
            || await ReportReadEndpoints.LoadAsync(period, unit, view.Today, view.Caller, reports, periods, desk, ct) is not { } detail)
        {
            return null;
        }

        var table = ReportTable.AsOf(view.Today);
        var head = await Lists.ListPage.ReadAsync(tables, table, new() { Ids = [detail.Key], Limit = 1 }, view.Eyes, ct);
        var known = await reference.GetAsync(ct);
        var people = await People.OfAsync(
            detail.History.Select(h => h.By).Concat(detail.Questions.SelectMany(q => new[] { q.AskedBy, q.AnsweredBy })), accounts, ct);
        return new(detail, head.Rows[0], known.Lineage.Find(key), known.Metrics, people);
    }
}
