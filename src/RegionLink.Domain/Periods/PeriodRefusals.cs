using RegionLink.Domain.Common;

namespace RegionLink.Domain.Periods;

/// <summary>Why a reporting period may not be opened, extended, closed or reopened.</summary>
public static class PeriodRefusals
{
    /// <summary>{0} period.</summary>
    public static readonly RefusalCode Exists = new(
        "period.exists", "Kỳ báo cáo {0} đã được mở.", "Reporting period {0} has been opened already.");

    public static readonly RefusalCode Unknown = new(
        "period.unknown", "Kỳ báo cáo chưa được mở.", "The reporting period has not been opened.");

    /// <summary>{0} what was given.</summary>
    public static readonly RefusalCode IdInvalid = new(
        "period.id-invalid",
        "Mã kỳ \"{0}\" không hợp lệ: dùng chữ thường không dấu, chữ số và gạch nối, tối đa 60 ký tự.",
        "Period id \"{0}\" is not valid: use lower-case letters without diacritics, digits and hyphens, at most 60 characters.");

    /// <summary>{0} longest title allowed.</summary>
    public static readonly RefusalCode TitleMissing = new(
        "period.title-missing",
        "Tên tiếng Việt và tiếng Anh đều phải có, mỗi tên tối đa {0} ký tự.",
        "Both the Vietnamese and the English title are needed, at most {0} characters each.");

    /// <summary>{0} start, {1} end.</summary>
    public static readonly RefusalCode DatesReversed = new(
        "period.dates-reversed", "Ngày cuối kỳ {1} trước ngày đầu kỳ {0}.", "The last day {1} lies before the first day {0}.");

    /// <summary>{0} what was given.</summary>
    public static readonly RefusalCode AboutUnreadable = new(
        "period.about-unreadable",
        "\"{0}\" không phải là kỳ số liệu: viết 2026, 2026-11, 2026-11-14 hoặc hai mốc cùng loại nối bằng dấu /.",
        "\"{0}\" is not a period of figures: write 2026, 2026-11, 2026-11-14, or two of the same sort joined by a slash.");

    /// <summary>{0} first day allowed, {1} last day allowed.</summary>
    public static readonly RefusalCode DatesOutOfRange = new(
        "period.dates-out-of-range",
        "Kỳ báo cáo phải nằm trong khoảng {0} đến {1}.",
        "A period must lie between {0} and {1}.");

    /// <summary>{0} what was given, {1} most allowed.</summary>
    public static readonly RefusalCode DueDaysOutOfRange = new(
        "period.due-days-out-of-range",
        "Thời hạn {0} ngày làm việc không hợp lệ: phải từ 1 đến {1}.",
        "A term of {0} working days is not valid: it must be from 1 to {1}.");

    /// <summary>{0} day.</summary>
    public static readonly RefusalCode DayBothFreeAndWorked = new(
        "period.day-both-free-and-worked",
        "Ngày {0} vừa là ngày nghỉ vừa là ngày làm bù.",
        "{0} is given both as a holiday and as a make-up working day.");

    public static readonly RefusalCode FormsMissing = new(
        "period.forms-missing", "Kỳ báo cáo cần ít nhất một biểu mẫu.", "A period needs at least one form.");

    /// <summary>{0} form.</summary>
    public static readonly RefusalCode FormIdInvalid = new(
        "period.form-id-invalid",
        "Mã biểu mẫu \"{0}\" trống, quá dài hoặc bị lặp.",
        "Form id \"{0}\" is empty, too long or given twice.");

    /// <summary>{0} form.</summary>
    public static readonly RefusalCode FormEmpty = new(
        "period.form-empty", "Biểu mẫu {0} không hỏi chỉ tiêu nào.", "Form {0} asks for no metric.");

    /// <summary>{0} metric, {1} form.</summary>
    public static readonly RefusalCode MetricRepeated = new(
        "period.metric-repeated", "Biểu mẫu {1} hỏi chỉ tiêu {0} hai lần.", "Form {1} asks for metric {0} twice.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode MetricUnknown = new(
        "period.metric-unknown",
        "Chỉ tiêu {0} không có trong danh mục nên không biết đơn vị tính.",
        "Metric {0} is not in the catalogue, so its unit of measure is not known.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode MetricNotReportable = new(
        "period.metric-not-reportable",
        "Chỉ tiêu {0} không hỏi được trong báo cáo: thứ hạng do nơi khác công bố, số ngân sách theo giai đoạn lấy từ năm ngân sách và dòng ngân sách.",
        "Metric {0} cannot be asked in a report: ranks are published by others, staged budget amounts come from the fiscal year and the budget lines.");

    public static readonly RefusalCode UnitsMissing = new(
        "period.units-missing", "Kỳ báo cáo cần ít nhất một đơn vị phải báo cáo.", "A period needs at least one unit that must report.");

    /// <summary>{0} unit.</summary>
    public static readonly RefusalCode UnitRepeated = new(
        "period.unit-repeated", "Đơn vị {0} được nêu hai lần.", "Unit {0} is named twice.");

    /// <summary>{0} unit, {1} last day of the period.</summary>
    public static readonly RefusalCode UnitUnknown = new(
        "period.unit-unknown",
        "Danh mục không có đơn vị {0} vào ngày {1}.",
        "The list of units has no unit {0} on {1}.");

    /// <summary>{0} most allowed.</summary>
    public static readonly RefusalCode UnitsTooMany = new(
        "period.units-too-many", "Quá nhiều đơn vị: tối đa {0}.", "Too many units: at most {0}.");

    /// <summary>{0} most forms, {1} most metrics.</summary>
    public static readonly RefusalCode FormsTooMany = new(
        "period.forms-too-many",
        "Quá nhiều biểu mẫu hoặc chỉ tiêu: tối đa {0} biểu mẫu, {1} chỉ tiêu.",
        "Too many forms or metrics: at most {0} forms and {1} metrics.");

    /// <summary>{0} most allowed.</summary>
    public static readonly RefusalCode DaysTooMany = new(
        "period.days-too-many",
        "Quá nhiều ngày nghỉ hoặc ngày làm bù: tối đa {0} mỗi loại.",
        "Too many holidays or make-up days: at most {0} of each.");

    /// <summary>{0} longest note allowed.</summary>
    public static readonly RefusalCode NoteTooLong = new(
        "period.note-too-long", "Ghi chú quá dài: tối đa {0} ký tự.", "The note is too long: at most {0} characters.");

    /// <summary>{0} unit.</summary>
    public static readonly RefusalCode UnitNotAsked = new(
        "period.unit-not-asked",
        "Đơn vị {0} không phải báo cáo kỳ này nên không có hạn để gia hạn.",
        "Unit {0} need not report in this period, so it has no due date to extend.");

    /// <summary>{0} new date, {1} present due date.</summary>
    public static readonly RefusalCode ExtensionNotLater = new(
        "period.extension-not-later",
        "Hạn mới {0} không sau hạn hiện tại {1}.",
        "The new due date {0} is not after the present one, {1}.");

    /// <summary>{0} longest reason allowed.</summary>
    public static readonly RefusalCode ReasonMissing = new(
        "period.reason-missing", "Phải nêu lý do, tối đa {0} ký tự.", "A reason is needed, at most {0} characters.");

    public static readonly RefusalCode Closed = new(
        "period.closed", "Kỳ báo cáo đã đóng.", "The reporting period is closed.");
}
