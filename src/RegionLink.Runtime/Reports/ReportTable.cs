using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Runtime.Reports;

/// <summary>
/// The list of what is owed and how far it is: a row per period and unit, whether or not a report exists. Late is computed for the day asked;
/// the rest is as it stands.
/// </summary>
public static class ReportTable
{
    /// <summary>Who may see how far reports are: their unit says; by default every signed-in user of the region.</summary>
    public static readonly Sharing Sharing = new("o.unit", "reports");

    private const string Late = "($1 > o.due_on and (r.submitted_on is null or r.submitted_on > o.due_on))";

    private static readonly Table Definition = new(
        "reports",
        "report_obligation o join period p on p.key = o.period left join report r on r.key = o.key",
        "o.key",
        [
            new("key", "o.key", Text, "Khóa", "Key"),
            new("period", "o.period", Text, "Kỳ báo cáo", "Period"),
            new("periodTitleVi", "p.title_vi", Text, "Tên kỳ báo cáo", "Title of the period in Vietnamese"),
            new("periodTitleEn", "p.title_en", Text, "Tên kỳ tiếng Anh", "Title of the period in English"),
            new("periodState", "p.state", Text, "Trạng thái kỳ", "State of the period"),
            new("periodEnd", "p.end_on", Date, "Ngày cuối kỳ", "Last day of the period"),
            new("unit", "o.unit", Text, "Đơn vị", "Unit"),
            new("state", "coalesce(r.state, 'notStarted')", Text, "Trạng thái", "State"),
            new("due", "o.due_on", Date, "Hạn nộp", "Due"),
            new("extended", "o.extended", ColumnType.Boolean, "Được gia hạn", "Extended"),
            new("extensionReason", "o.extension_reason", Text, "Lý do gia hạn", "Reason of the extension"),
            new("submittedOn", "r.submitted_on", Date, "Ngày nộp lần đầu", "First submitted on"),
            new("late", Late, ColumnType.Boolean, "Trễ hạn", "Late"),
            new("daysLate", $"case when {Late} then least(coalesce(r.submitted_on, $1), $1) - o.due_on end", Integer, "Số ngày trễ", "Days late"),
            new("figures", "coalesce(r.figures, 0)", Integer, "Số liệu đã có", "Figures given"),
            new("figuresAsked", "cardinality(p.metrics)", Integer, "Số liệu được hỏi", "Figures asked"),
            new("figuresToApprove", "coalesce(r.figures_to_approve, 0)", Integer, "Số liệu chờ duyệt", "Figures to approve"),
            new("figuresReturned", "coalesce(r.figures_returned, 0)", Integer, "Số liệu bị trả lại", "Figures returned"),
            new("questionsOpen", "coalesce(r.questions_open, 0)", Integer, "Câu hỏi chưa trả lời", "Open questions"),
            new("acceptedAt", "r.accepted_at", Instant, "Chấp nhận lúc", "Accepted at"),
            new("publishedAt", "r.published_at", Instant, "Công bố lúc", "Published at"),
            new("illustrative", "o.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
            new("version", "coalesce(r.version, 0)", Integer, "Phiên bản", "Version"),
            new("updatedAt", "coalesce(r.updated_at, o.updated_at)", Instant, "Cập nhật lúc", "Updated at"),
        ])
    {
        Sharing = Sharing,
        DefaultSort = "-due",
    };

    /// <summary>The list as things stood at the end of a day.</summary>
    public static Table AsOf(DateOnly day) => Definition with { Parameters = [day] };
}
