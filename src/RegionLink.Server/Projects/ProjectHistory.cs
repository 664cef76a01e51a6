using System.Text.Json;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Projects;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>Who changed what and when, straight from the event log.</summary>
public static class ProjectHistory
{
    private const int PageSize = 200;

    public static void MapProjectHistory(this IEndpointRouteBuilder projects)
    {
        projects.MapGet("/projects/{unit}/{number}/history", ReadAsync).Requires(Right.ReadShared).Produces<HistoryPage>();
        projects.MapGet("/histories/projects", HistoriesAsync).Requires(Right.ReadShared).Produces<IReadOnlyList<HistoryOfOne>>();
    }

    /// <summary>The facts recorded about a project, oldest first, each with who recorded it and when.</summary>
    /// <param name="after">Version after which to continue; from the beginning when left out.</param>
    public static async Task<IResult> ReadAsync(
        string unit, string number, long? after, HttpContext http, ProjectReader reader, LogReader log, CancellationToken ct)
    {
        if (!ProjectKey.TryParse($"{unit}/{number}", out var key) || await reader.FindAsync(key, http.Caller().AsViewer(), ct) is null)
        {
            return Problem.NotFound($"{unit}/{number}");
        }

        var events = await log.ReadStreamAsync(ProjectGrain.Type.StreamOf(key.ToString()), after ?? 0, PageSize + 1, http.Caller().AsViewer(), ct);
        var page = events.Take(PageSize).Select(HistoryEntry.Of).ToList();
        return Results.Ok(new HistoryPage(page, events.Count > PageSize ? page[^1].Version : null));
    }

    /// <summary>The newest facts of many projects at once, within each oldest first. What does not exist or is not for these eyes is left out.</summary>
    /// <param name="ids">Keys of projects, separated by commas; at most 500.</param>
    /// <param name="last">So many facts of each, 1-200; 50 when left out.</param>
    /// <param name="before">Only facts before this version; the newest when left out.</param>
    public static async Task<IResult> HistoriesAsync(
        string ids, int? last, long? before, HttpContext http, LogReader log, SharedUnits sharing, CancellationToken ct)
    {
        if (!HistoriesRequest.TryRead(ids, last, before, out var asked, out var fault))
        {
            return fault;
        }

        var readable = await asked.ReadableAsync(key => ProjectKey.TryParse(key, out _), ProjectTable.Sharing, sharing, http, ct);
        return Results.Ok(await asked.OfAsync(readable, ProjectGrain.Type.StreamOf, log, http.Caller().AsViewer(), ct));
    }
}

/// <param name="Next">Value of <c>after</c> for the next page; null on the last.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryEntry> Items, long? Next);

/// <summary>One recorded fact.</summary>
/// <param name="Type">Its stored name.</param>
/// <param name="By">Who recorded it; an identifier, never a person's name.</param>
/// <param name="Data">The fact as stored.</param>
public sealed record HistoryEntry(long Version, DateTimeOffset At, Actor By, string Type, string Vi, string En, JsonElement Data)
{
    public static HistoryEntry Of(LoggedEvent e)
    {
        var (vi, en) = Title(e.Type);
        return new(e.Version, e.At, e.By, e.Type, vi, en, JsonElement.Parse(e.Data));
    }

    private static (string Vi, string En) Title(string type) => type switch
    {
        "proposed" => ("Đề xuất dự án", "Project proposed"),
        "revised" => ("Sửa thông tin", "Description revised"),
        "approved" => ("Phê duyệt", "Approved"),
        "ceilingAdjusted" => ("Điều chỉnh mức phê duyệt", "Ceiling adjusted"),
        "started" => ("Bắt đầu thực hiện", "Started"),
        "paused" => ("Tạm dừng", "Paused"),
        "resumed" => ("Tiếp tục", "Resumed"),
        "completed" => ("Hoàn thành", "Completed"),
        "cancelled" => ("Hủy dự án", "Cancelled"),
        "stepsPlanned" => ("Lập kế hoạch các bước", "Steps planned"),
        "stepsAdded" => ("Thêm bước", "Steps added"),
        "stepDone" => ("Hoàn thành bước", "Step done"),
        "stepSkipped" => ("Bỏ qua bước", "Step skipped"),
        "stepReopened" => ("Mở lại bước", "Step reopened"),
        "replanned" => ("Điều chỉnh kế hoạch", "Re-planned"),
        "progressReported" => ("Báo cáo tiến độ", "Progress reported"),
        "fundsCommitted" => ("Ký hợp đồng", "Contract signed"),
        "fundsReleased" => ("Hủy hợp đồng", "Contract released"),
        "riskRaised" => ("Nêu rủi ro", "Risk raised"),
        "riskReassessed" => ("Đánh giá lại rủi ro", "Risk reassessed"),
        "linked" => ("Liên kết dự án", "Project linked"),
        "unlinked" => ("Bỏ liên kết", "Link removed"),
        _ => (type, type),
    };
}
