using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Periods;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Reports;

/// <summary>Reading reports: how far each unit is, and everything about one.</summary>
public static class ReportReadEndpoints
{
    private const string AsOf = "asOf";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports", ListAsync).WithMetadata(ReportTable.AsOf(default)).Requires(Right.ReadPublic);
        routes.MapTable("/report-figures", ReportFigureTable.Definition).Requires(Right.ReadPublic);
        routes.MapGet("/reports/{period}/{unit}", FindAsync).Produces<ReportDetail>().Requires(Right.ReadPublic);
    }

    /// <summary>What each unit owes, how far it is, and whether it is late as of a day (<c>asOf=yyyy-MM-dd</c>; today when left out).</summary>
    public static Task<IResult> ListAsync(HttpContext http, TableReader reader, TimeProvider clock, CancellationToken ct) =>
        Day(http, clock) is { } day
            ? TableEndpoints.AnswerAsync(http, ReportTable.AsOf(day), reader, ct, AsOf)
            : Task.FromResult(DayUnreadable(http));

    /// <summary>One report: every figure asked with its value, origin and source, its history, the questions on it.</summary>
    /// <remarks>
    /// A draft shows its figures to the unit alone; what was handed in also to the ministry and those who supervise; what is published to
    /// everybody the unit shares its reports with.
    /// </remarks>
    /// <param name="period">Id of the period.</param>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static async Task<IResult> FindAsync(
        string period, string unit, HttpContext http, ReportReader reports, PeriodReader periods, ReportDesk desk, TimeProvider clock, CancellationToken ct)
    {
        if (Day(http, clock) is not { } day)
        {
            return DayUnreadable(http);
        }

        return await LoadAsync(period, unit, day, http.Caller(), reports, periods, desk, ct) is { } detail
            ? Results.Ok(detail).WithVersion(detail.Version)
            : Problem.NotFound($"{period}/{unit}");
    }

    /// <summary>The report as these eyes may see it; null when there is none under this address, or none they may know of.</summary>
    internal static async Task<ReportDetail?> LoadAsync(
        string period, string unit, DateOnly day, Caller caller, ReportReader reports, PeriodReader periods, ReportDesk desk, CancellationToken ct)
    {
        if (!ReportAddress.TryParse(period, unit, out var address)
            || await reports.HeadAsync(address.Key, day, caller.AsViewer(), ct) is not { } head
            || await periods.FindAsync(period, ct) is not { } asked)
        {
            return null;
        }

        var visible = MaySeeFigures(caller, address.Unit, (string)head["state"]!);
        var content = visible ? await reports.ContentAsync(address.Key, caller.AsViewer(), ct) : new ReportContent([], [], []);
        var terms = await desk.TermsAsync(address.Period, address.Unit, ct);
        return ReportDetail.Of(address, head, day, asked, terms, content, visible, caller.Units.Contains(address.Unit));
    }

    private static bool MaySeeFigures(Caller caller, UnitKey unit, string state) => state switch
    {
        "published" => true,
        "notStarted" or "draft" => caller.Units.Contains(unit) && (caller.May(Right.EnterFigures) || caller.May(Right.ApproveReports)),
        _ => caller.Units.Contains(unit) || (caller.IsRegion && caller.May(Right.ReadUnshared)),
    };

    private static DateOnly? Day(HttpContext http, TimeProvider clock)
    {
        var text = http.Request.Query[AsOf];
        if (text.Count == 0)
        {
            return DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        }

        return DateOnly.TryParseExact(text.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static IResult DayUnreadable(HttpContext http) => Problem.Of(
        StatusCodes.Status400BadRequest,
        RequestRefusals.ParameterUnreadable.About(AsOf, AsOf, http.Request.Query[AsOf].ToString() is { Length: <= 80 } text ? text : "…", "yyyy-MM-dd"));
}
