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
using RegionLink.Server.Web.Desk;

namespace RegionLink.Server.Web.Coordination;

/// <summary>Reviewing one report: returning single figures, accepting, publishing, asking.</summary>
internal static class ReviewPages
{
    private const string Reason = "reason.";
    private const string Address = "/coordination/reports/{period}/{unit}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(Address, OpenAsync).Requires(Right.AskQuestions).Follows();
        pages.MapForm($"{Address}/returns", ReturnAsync).Requires(Right.ReviewReports);
        pages.MapForm($"{Address}/acceptance", AcceptAsync).Requires(Right.ReviewReports);
        pages.MapForm($"{Address}/publication", PublishAsync).Requires(Right.PublishReports);
        pages.MapForm($"{Address}/questions", AskAsync).Requires(Right.AskQuestions);
        pages.MapPage($"{Address}/{{step}}", (string period, string unit, View view) => ReportAddress.TryParse(period, unit, out var report)
            ? PageEndpoints.SeeOther($"/coordination/reports/{report.Key}{view.Http.Request.QueryString}")
            : Problem.NotFound($"{period}/{unit}")).Requires(Right.AskQuestions);
    }

    private static async Task<IResult> OpenAsync(string period, string unit, View view, ReviewShelf shelf, CancellationToken ct) =>
        await shelf.FindAsync(period, unit, view, ct) is { } model
            ? PageEndpoints.Page<ReviewPage>((nameof(ReviewPage.Model), model))
            : Problem.NotFound($"{period}/{unit}");

    private static async Task<IResult> ReturnAsync(string period, string unit, View view, ReviewShelf shelf, ReportDesk desk, CancellationToken ct)
    {
        var form = view.Http.Request.Form;
        ReturnedFigure[] chosen = [.. form["return"].OfType<string>().Select(m => new ReturnedFigure(m, form[Reason + m].ToString()))];
        string[] meant = [.. form.Keys.Where(k => k.StartsWith(Reason, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(form[k])).Select(k => k[Reason.Length..])];
        if (meant.Except(chosen.Select(c => c.Metric)).ToList() is { Count: > 0 } forgotten)
        {
            return await ShowAsync(
                StatusCodes.Status422UnprocessableEntity, stale: false,
                [
                    .. forgotten.Select(m => ReviewRefusals.ReasonWithoutReturn.About(SheetForm.Value + m)),
                    .. chosen.Where(c => string.IsNullOrWhiteSpace(c.Reason)).Select(c => FormRefusals.TextMissing.About(SheetForm.Value + c.Metric)),
                ],
                period, unit, view, shelf, ct);
        }

        return await AfterAsync(
            await SendAsync(period, unit, view, (r, e) => desk.ReturnAsync(r.Period, r.Unit, [.. chosen], e, ct)),
            [.. chosen.Select(c => c.Metric)], "returned", period, unit, view, shelf, ct);
    }

    private static async Task<IResult> AcceptAsync(string period, string unit, View view, ReviewShelf shelf, ReportDesk desk, CancellationToken ct) =>
        await AfterAsync(
            await SendAsync(period, unit, view, (r, e) => desk.SendAsync(r.Period, r.Unit, new ReportCommand.Accept(), e, ct)), [], "accepted", period, unit, view, shelf, ct);

    private static async Task<IResult> PublishAsync(
        string period, string unit, View view, ReviewShelf shelf, ReportDesk desk, ReportPublications publications, CancellationToken ct)
    {
        view.Http.ExpectVersion(Version(view));
        return await AfterAsync(await MinistryEndpoints.PublishAsync(period, unit, view.Http, desk, publications, ct), [], "published", period, unit, view, shelf, ct);
    }

    private static async Task<IResult> AskAsync(string period, string unit, View view, ReviewShelf shelf, ReportDesk desk, CancellationToken ct)
    {
        var form = view.Http.Request.Form;
        var ask = new ReportCommand.Ask(form["metric"].ToString(), form["text"].ToString());
        var answer = await ReportPages.SendAsync(period, unit, null, view, (r, e) => desk.SendAsync(r.Period, r.Unit, ask, e, ct));
        return await AfterAsync(answer, [], "asked", period, unit, view, shelf, ct);
    }

    private static Task<IResult> SendAsync(string period, string unit, View view, Func<ReportAddress, CommandEnvelope, Task<GrainAnswer<Report>>> send) =>
        ReportPages.SendAsync(period, unit, Version(view), view, send);

    private static long Version(View view) => new SheetForm(view.Http.Request.Form).Version;

    private static async Task<IResult> AfterAsync(
        IResult answer, IReadOnlyList<string> sent, string done, string period, string unit, View view, ReviewShelf shelf, CancellationToken ct)
    {
        if (answer.IsOtherProblem())
        {
            return answer;
        }

        if (answer.Faults() is not { } faults)
        {
            return PageEndpoints.SeeOther($"/coordination/reports/{period}/{unit}?done={done}");
        }

        var stale = answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status412PreconditionFailed };
        return await ShowAsync(
            stale ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status422UnprocessableEntity, stale, stale ? [] : faults.AtFields(sent),
            period, unit, view, shelf, ct);
    }

    private static async Task<IResult> ShowAsync(
        int status, bool stale, IReadOnlyList<Refusal> reasons, string period, string unit, View view, ReviewShelf shelf, CancellationToken ct) =>
        await shelf.FindAsync(period, unit, view, ct) is { } model
            ? PageEndpoints.Page<ReviewPage>(
                status, (nameof(ReviewPage.Model), model), (nameof(ReviewPage.Stale), stale), (nameof(ReviewPage.Reasons), reasons))
            : Problem.NotFound($"{period}/{unit}");
}

/// <summary>Why the form is not taken, beside the reasons of the rules.</summary>
public static class ReviewRefusals
{
    public static readonly RefusalCode ReasonWithoutReturn = new(
        "review.reason-without-return",
        "Đã ghi lý do nhưng chưa chọn trả lại số liệu này: hãy chọn, hoặc xóa lý do.",
        "A reason is written, but the figure is not chosen to be returned: choose it, or clear the reason.");
}

/// <summary>A report to be reviewed, with its past and what the other units report.</summary>
/// <param name="Earlier">The unit's latest earlier value by metric.</param>
/// <param name="Others">Values of the other units of the period, as far as they were handed in.</param>
public sealed record ReviewModel(
    ReportDetail Report, Lists.ListRow Head, Domain.Units.Unit? Unit, Domain.Metrics.MetricCatalogue Metrics, People People,
    IReadOnlyDictionary<string, EarlierValue> Earlier, IReadOnlyList<(Domain.Units.Unit Unit, IReadOnlyDictionary<string, StoredFigure> Figures)> Others)
{
    public string Address => $"/coordination/reports/{Report.Period}/{Report.Unit}";

    public ReportState State => ReportWords.Read(Report.State);
}

/// <summary>Finds reports for those who review them.</summary>
public sealed class ReviewShelf(
    ReportReader reports, PeriodReader periods, ReportDesk desk, Runtime.Queries.TableReader tables, ReferenceCache reference, AccountStore accounts)
{
    /// <summary>More units beside a figure help nobody, and each is read.</summary>
    private const int MostOthers = 40;

    public async Task<ReviewModel?> FindAsync(string period, string unit, View view, CancellationToken ct)
    {
        if (await LoadAsync(unit) is not { } detail)
        {
            return null;
        }

        var known = await reference.GetAsync(ct);
        var head = await Lists.ListPage.ReadAsync(tables, ReportTable.AsOf(view.Today), new() { Ids = [detail.Key], Limit = 1 }, view.Eyes, ct);
        var owed = (await periods.FindAsync(period, ct))?.Units ?? [];
        var others = new List<(Domain.Units.Unit, IReadOnlyDictionary<string, StoredFigure>)>();
        foreach (var other in owed.Where(o => o.Unit != detail.Unit).Take(MostOthers))
        {
            if (known.Lineage.Find(other.Unit) is { } named && await LoadAsync(other.Unit.ToString()) is { FiguresVisible: true } beside)
            {
                others.Add((named, beside.Figures.Where(f => f.Figure is not null).ToDictionary(f => f.Metric, f => f.Figure!)));
            }
        }

        var people = await People.OfAsync(
            detail.History.Select(h => h.By).Concat(detail.Questions.SelectMany(q => new[] { q.AskedBy, q.AnsweredBy })), accounts, ct);
        var earlier = (await desk.TermsAsync(detail.Period, detail.Unit, ct)).History;
        return new(detail, head.Rows[0], known.Lineage.Find(detail.Unit), known.Metrics, people, earlier, others);

        Task<ReportDetail?> LoadAsync(string key) => ReportReadEndpoints.LoadAsync(period, key, view.Today, view.Caller, reports, periods, desk, ct);
    }
}
