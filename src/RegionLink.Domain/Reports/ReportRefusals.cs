using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>Why a report as a whole may not move on.</summary>
public static class ReportRefusals
{
    /// <summary>{0} period.</summary>
    public static readonly RefusalCode PeriodUnknown = new(
        "report.period-unknown", "Không có kỳ báo cáo {0}.", "There is no reporting period {0}.");

    /// <summary>{0} period.</summary>
    public static readonly RefusalCode PeriodClosed = new(
        "report.period-closed",
        "Kỳ báo cáo {0} đã đóng: không nhận số liệu nữa.",
        "Reporting period {0} is closed: it takes no figures any more.");

    /// <summary>{0} unit, {1} period.</summary>
    public static readonly RefusalCode UnitNotAsked = new(
        "report.unit-not-asked", "Đơn vị {0} không phải báo cáo kỳ {1}.", "Unit {0} need not report in period {1}.");

    public static readonly RefusalCode Unknown = new(
        "report.unknown", "Báo cáo chưa có số liệu nào.", "The report has no figure yet.");

    /// <summary>{0} state in Vietnamese, {1} in English.</summary>
    public static readonly RefusalCode Locked = new(
        "report.locked",
        "Báo cáo {0}: số liệu chỉ sửa được khi còn là bản nháp hoặc khi đã bị trả lại.",
        "The report is {1}: figures may be changed only in a draft or when they were returned.");

    /// <summary>{0} state in Vietnamese, {1} in English.</summary>
    public static readonly RefusalCode WrongState = new(
        "report.wrong-state",
        "Báo cáo {0}: không thực hiện được bước này.",
        "The report is {1}: this step is not possible now.");

    public static readonly RefusalCode NothingToApprove = new(
        "report.nothing-to-approve", "Không có số liệu nào chờ duyệt.", "No figure is waiting for approval.");

    public static readonly RefusalCode NothingReturned = new(
        "report.nothing-returned",
        "Trả lại phải nêu ít nhất một số liệu kèm lý do.",
        "A return names at least one figure, with its reason.");

    public static readonly RefusalCode PersonNeeded = new(
        "report.person-needed",
        "Bước này phải do một người thực hiện, không phải hệ thống.",
        "This step must be taken by a person, not by a system.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode AcceptorTookPart = new(
        "report.acceptor-took-part",
        "Người đã nhập hoặc duyệt số liệu {0} không được chấp nhận báo cáo này.",
        "Whoever entered or approved figure {0} cannot accept this report.");

    /// <summary>{0} number of the question.</summary>
    public static readonly RefusalCode QuestionUnknown = new(
        "report.question-unknown", "Không có câu hỏi số {0}.", "There is no question number {0}.");

    /// <summary>{0} number of the question.</summary>
    public static readonly RefusalCode QuestionAnswered = new(
        "report.question-answered", "Câu hỏi số {0} đã được trả lời.", "Question number {0} has been answered already.");

    /// <summary>{0} most allowed.</summary>
    public static readonly RefusalCode QuestionsTooMany = new(
        "report.questions-too-many", "Báo cáo đã có {0} câu hỏi, không nhận thêm.", "The report has {0} questions and takes no more.");

    /// <summary>{0} longest text allowed.</summary>
    public static readonly RefusalCode TextMissing = new(
        "report.text-missing", "Phải có nội dung, tối đa {0} ký tự.", "A text is needed, at most {0} characters.");
}
