using RegionLink.Domain.Reports;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.Web.Desk;

/// <summary>Words for where a report or figure stands and what happened to it.</summary>
internal static class ReportWords
{
    public static Text Of(ReportState state) => state switch
    {
        ReportState.NotStarted => new("Chưa bắt đầu", "Not started"),
        ReportState.Draft => new("Bản nháp", "Draft"),
        ReportState.Submitted => new("Đã nộp", "Submitted"),
        ReportState.Returned => new("Bị trả lại", "Returned"),
        ReportState.Resubmitted => new("Đã nộp lại", "Resubmitted"),
        ReportState.Accepted => new("Đã chấp nhận", "Accepted"),
        ReportState.Published => new("Đã công bố", "Published"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Text Of(FigureState state) => state switch
    {
        FigureState.Entered => new("Chờ duyệt", "Waits for approval"),
        FigureState.Approved => new("Đã duyệt", "Approved"),
        FigureState.Returned => new("Bị trả lại", "Returned"),
        FigureState.Accepted => new("Đã chấp nhận", "Accepted"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The stored word of a report's state.</summary>
    public static ReportState Read(string stored) => DomainWords.TryRead<ReportState>(stored, out var state) ? state : ReportState.NotStarted;

    public static string ClassOf(ReportState state) => state switch
    {
        ReportState.Returned => "missed",
        ReportState.Draft => "at-risk",
        ReportState.Submitted or ReportState.Resubmitted => "on-track",
        ReportState.Accepted or ReportState.Published => "met",
        _ => "unknown",
    };

    public static string ClassOf(FigureState state) => state switch
    {
        FigureState.Returned => "missed",
        FigureState.Entered => "on-track",
        _ => "met",
    };

    /// <summary>Whether the unit may change figures.</summary>
    public static bool IsWithUnit(ReportState state) => state is ReportState.NotStarted or ReportState.Draft or ReportState.Returned;

    public static Text OfDeed(string what) => what switch
    {
        "started" => new("Bắt đầu báo cáo", "Report begun"),
        "figureSet" => new("Nhập số liệu", "Figure given"),
        "scaleQuestioned" => new("Nền tảng hỏi về đơn vị", "The platform asks about the unit"),
        "scaleAnswered" => new("Trả lời câu hỏi về đơn vị", "Question about the unit answered"),
        "figureApproved" => new("Duyệt", "Approved"),
        "submitted" => new("Nộp báo cáo", "Submitted"),
        "resubmitted" => new("Nộp lại báo cáo", "Resubmitted"),
        "figureReturned" => new("Trả lại", "Returned"),
        "accepted" => new("Chấp nhận báo cáo", "Accepted"),
        "published" => new("Công bố báo cáo", "Published"),
        "figurePublished" => new("Công bố số liệu", "Figure published"),
        "questionAsked" => new("Đặt câu hỏi", "Question asked"),
        "questionAnswered" => new("Trả lời", "Question answered"),
        _ => new(what, what),
    };
}
