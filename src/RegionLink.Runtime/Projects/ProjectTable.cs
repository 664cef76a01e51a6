using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Runtime.Projects;

/// <summary>The list of projects as they are today.</summary>
public static class ProjectTable
{
    /// <summary>Who may see projects: their unit says; by default every signed-in user of the region.</summary>
    public static readonly Sharing Sharing = new("p.unit", "projects");

    // The day in Vietnam, which has one offset and no daylight saving.
    private const string Today = "(now() at time zone interval '7 hours')::date";

    public static Table Definition { get; } = new("projects", "project p", "p.key",
    [
        new("key", "p.key", Text, "Khóa", "Key"),
        new("unit", "p.unit", Text, "Đơn vị", "Unit"),
        new("number", "p.number", Text, "Mã dự án", "Number"),
        new("name", "p.name", Text, "Tên dự án", "Name") { SearchSql = "p.name_search", Normalise = VietnameseSearch.Words, KeysHolding = "projects_holding" },
        new("ownerAgency", "p.owner_agency", Text, "Chủ đầu tư", "Owner agency") { SearchSql = "p.owner_search", Normalise = VietnameseSearch.Words },
        new("pillar", "p.pillar", Text, "Trụ cột", "Pillar"),
        new("category", "p.category", Text, "Nhóm hoạt động (Điều 4 Luật 148/2025/QH15)", "Activity (Law 148/2025/QH15, art. 4)"),
        new("form", "p.form", Text, "Hình thức", "Spending form"),
        new("regime", "p.regime", Text, "Nghị định áp dụng", "Legal regime"),
        new("state", "p.state", Text, "Trạng thái", "State"),
        new("stateFunding", "p.state_funding_vnd", ColumnType.Money, "Vốn ngân sách nhà nước (đồng)", "State funding (VND)"),
        new("nonStateFunding", "p.non_state_funding_vnd", ColumnType.Money, "Vốn ngoài nhà nước (đồng)", "Non-state funding (VND)"),
        new("ceiling", "p.ceiling_vnd", ColumnType.Money, "Mức phê duyệt (đồng)", "Approved ceiling (VND)"),
        new("decisionNumber", "p.decision_number", Text, "Số quyết định", "Decision number"),
        new("decisionOn", "p.decision_on", Date, "Ngày quyết định", "Decision date"),
        new("committed", "p.committed_vnd", ColumnType.Money, "Đã ký hợp đồng (đồng)", "Committed (VND)"),
        new("disbursed", "p.disbursed_vnd", ColumnType.Money, "Lũy kế giải ngân (đồng)", "Disbursed, cumulative (VND)"),
        new("plannedDisbursed", "p.planned_disbursed_vnd", ColumnType.Money, "Kế hoạch giải ngân đến ngày báo cáo (đồng)", "Planned disbursement to date (VND)"),
        new("percent", "p.percent", ColumnType.Decimal, "Khối lượng hoàn thành (%)", "Work done (%)"),
        new("plannedPercent", "p.planned_percent", ColumnType.Decimal, "Khối lượng theo kế hoạch (%)", "Work planned to date (%)"),
        new("reportedOn", "p.reported_on", Date, "Số liệu đến ngày", "Figures as of"),
        new("progressOrigin", "p.progress_origin", Text, "Nguồn số liệu tiến độ", "Origin of the progress figures"),
        new("delayReasons", "p.delay_reasons", TextList, "Nguyên nhân chậm", "Reasons for delay"),
        new("late", $"(p.first_open_due is not null and p.first_open_due < {Today})", ColumnType.Boolean, "Trễ hạn", "Late"),
        new("slow", "p.slow", ColumnType.Boolean, "Chậm tiến độ", "Slow"),
        new("overdueSince", $"case when p.first_open_due < {Today} then p.first_open_due end", Date, "Hạn quá hạn sớm nhất", "Earliest overdue due date"),
        new("nextDue", $"case when p.ended_on is null then (select min(d) from unnest(p.open_dues) d where d >= {Today}) end", Date, "Hạn tiếp theo", "Next due date"),
        new("proposedOn", "p.proposed_on", Date, "Ngày đề xuất", "Proposed on"),
        new("approvedOn", "p.approved_on", Date, "Ngày phê duyệt", "Approved on"),
        new("startedOn", "p.started_on", Date, "Ngày bắt đầu", "Started on"),
        new("endedOn", "p.ended_on", Date, "Ngày kết thúc", "Ended on"),
        new("plannedFinish", "p.planned_finish", Date, "Kết thúc theo kế hoạch", "Planned finish"),
        new("slipDays", "p.slip_days", Integer, "Số ngày lùi kế hoạch", "Slip (days)"),
        new("openRisks", "p.open_risks", Integer, "Rủi ro đang mở", "Open risks"),
        new("highestRisk", "p.highest_risk", Integer, "Mức rủi ro cao nhất (1–25)", "Highest risk level (1–25)"),
        new("systems", "p.systems", TextList, "Hệ thống dùng lại", "Systems it builds on"),
        new("linked", "p.linked", TextList, "Dự án liên kết", "Linked projects"),
        new("illustrative", "p.illustrative", ColumnType.Boolean, "Dữ liệu minh họa", "Illustrative"),
        new("version", "p.version", Integer, "Phiên bản", "Version"),
        new("createdAt", "p.created_at", Instant, "Tạo lúc", "Created at"),
        new("updatedAt", "p.updated_at", Instant, "Sửa lúc", "Updated at"),
    ])
    {
        Sharing = Sharing,
        DefaultSort = "unit",
    };

    /// <summary>Whether the figures in a row with these column names are slow; the same rule as <see cref="SlowRule"/>, never null.</summary>
    internal static string SlowSql(string alias) => $"({WorkSlowSql(alias)} or {MoneySlowSql(alias)})";

    internal static string WorkSlowSql(string alias) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"coalesce({alias}.planned_percent - {alias}.percent > {SlowRule.ToleratedPoints}, false)");

    internal static string MoneySlowSql(string alias) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"coalesce({alias}.disbursed_vnd::numeric * 100 < {alias}.planned_disbursed_vnd::numeric * {SlowRule.LeastDisbursedPercent}, false)");
}
