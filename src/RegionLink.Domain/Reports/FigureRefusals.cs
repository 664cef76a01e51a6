using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>Why a single figure of a report is not taken, or stops the report.</summary>
public static class FigureRefusals
{
    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode NotAsked = new(
        "figure.not-asked", "Kỳ báo cáo không hỏi chỉ tiêu {0}.", "The period does not ask for metric {0}.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode Repeated = new(
        "figure.repeated", "Chỉ tiêu {0} được nêu hai lần.", "Metric {0} is named twice.");

    /// <summary>{0} metric, {1} unit given, {2} unit asked.</summary>
    public static readonly RefusalCode UnitMismatch = new(
        "figure.unit-mismatch",
        "Chỉ tiêu {0} tính bằng \"{2}\", không phải \"{1}\".",
        "Metric {0} is measured in \"{2}\", not in \"{1}\".");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode ValueMissing = new(
        "figure.value-missing",
        "Chỉ tiêu {0} cần một giá trị, hoặc lý do không có số liệu; không có số liệu không phải là 0.",
        "Metric {0} needs a value, or the reason why there is no data; no data is not 0.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode ValueAndNoData = new(
        "figure.value-and-no-data",
        "Chỉ tiêu {0} vừa có giá trị vừa có lý do không có số liệu.",
        "Metric {0} has both a value and a reason for no data.");

    /// <summary>{0} metric, {1} largest magnitude, {2} most decimal places.</summary>
    public static readonly RefusalCode OutOfRange = new(
        "figure.out-of-range",
        "Giá trị của chỉ tiêu {0} vượt {1} hoặc có hơn {2} chữ số thập phân.",
        "The value of metric {0} is beyond {1} or has more than {2} decimal places.");

    /// <summary>{0} metric, {1} value, {2} least, {3} most.</summary>
    public static readonly RefusalCode Impossible = new(
        "figure.impossible",
        "Chỉ tiêu {0} không thể là {1}: giá trị nằm trong khoảng từ {2} đến {3}. Hãy xem lại số và đơn vị tính.",
        "Metric {0} cannot be {1}: its values lie between {2} and {3}. Check the number and its unit.");

    /// <summary>{0} metric, {1} system.</summary>
    public static readonly RefusalCode BoundToSystem = new(
        "figure.bound-to-system",
        "Chỉ tiêu {0} lấy từ hệ thống {1}: không nhập tay.",
        "Metric {0} comes from system {1}: it is not typed.");

    /// <summary>{0} metric, {1} system bound, {2} system that delivered.</summary>
    public static readonly RefusalCode OtherSystem = new(
        "figure.other-system",
        "Chỉ tiêu {0} lấy từ hệ thống {1}, không phải {2}.",
        "Metric {0} comes from system {1}, not from {2}.");

    /// <summary>{0} metric, {1} longest text.</summary>
    public static readonly RefusalCode SourceMissing = new(
        "figure.source-missing",
        "Số liệu {0} không do người nhập phải nêu nguồn, tối đa {1} ký tự.",
        "Figure {0} was not typed, so it must name its source, at most {1} characters.");

    /// <summary>{0} metric, {1} longest text.</summary>
    public static readonly RefusalCode TextTooLong = new(
        "figure.text-too-long",
        "Nguồn, ghi chú hoặc lý do của {0} dài quá {1} ký tự.",
        "A source, note or reason of {0} is longer than {1} characters.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode NotReturned = new(
        "figure.not-returned",
        "Số liệu {0} không bị trả lại nên không sửa được; chỉ sửa số liệu bị trả lại.",
        "Figure {0} was not returned, so it stays as approved; only returned figures are corrected.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode ChangeNeedsReason = new(
        "figure.change-needs-reason",
        "Số liệu {0} đã được duyệt, bị trả lại hoặc do nền tảng hay hệ thống cung cấp: thay đổi phải nêu lý do.",
        "Figure {0} was approved, was returned or came from the platform or a system: a change needs a reason.");

    /// <summary>{0} metric, {1} published value.</summary>
    public static readonly RefusalCode PublishedNeedsValue = new(
        "figure.published-needs-value",
        "Số liệu {0} đã công bố là {1}: chỉ sửa thành giá trị khác, không rút thành không có số liệu.",
        "Figure {0} was published as {1}: it may be corrected to another value, not withdrawn to no data.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode Missing = new(
        "figure.missing", "Chưa có số liệu {0}.", "Figure {0} is missing.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode NotApproved = new(
        "figure.not-approved", "Số liệu {0} chưa được duyệt.", "Figure {0} has not been approved.");

    /// <summary>{0} metric, {1} reason given.</summary>
    public static readonly RefusalCode StillReturned = new(
        "figure.still-returned",
        "Số liệu {0} bị trả lại và chưa được sửa hoặc xác nhận: {1}",
        "Figure {0} was returned and has not been corrected or confirmed: {1}");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode OwnEntry = new(
        "figure.own-entry",
        "Người nhập số liệu {0} không được tự duyệt: cần người thứ hai.",
        "Whoever entered figure {0} cannot approve it: a second person is needed.");

    /// <summary>{0} metric, {1} factor, {2} value in own history, {3} its source.</summary>
    public static readonly RefusalCode ScaleQuestionOpen = new(
        "figure.scale-question-open",
        "Số liệu {0} lệch khoảng {1} lần so với {2} ({3}): phải có người trả lời đúng hay sai đơn vị.",
        "Figure {0} is about {1} times off {2} ({3}): a person must answer whether the unit is right.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode NoDifference = new(
        "figure.no-difference", "Số liệu {0} không khác với hệ thống cung cấp.", "Figure {0} does not differ from what its system delivers.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode DifferenceNeedsPerson = new(
        "figure.difference-needs-person",
        "Giá trị mới của {0} từ hệ thống phải do một người chấp nhận.",
        "The new value of {0} from its system must be accepted by a person.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode NoScaleQuestion = new(
        "figure.no-scale-question", "Số liệu {0} không có câu hỏi về đơn vị nào đang chờ.", "Figure {0} has no open question about its scale.");

    /// <summary>{0} metric.</summary>
    public static readonly RefusalCode AnswerNeedsPerson = new(
        "figure.answer-needs-person",
        "Câu hỏi về đơn vị của {0} phải do một người trả lời, không phải hệ thống.",
        "The question about the scale of {0} must be answered by a person, not by a system.");

    /// <summary>{0} metric, {1} longest reason allowed.</summary>
    public static readonly RefusalCode ReturnReasonMissing = new(
        "figure.return-reason-missing",
        "Trả lại số liệu {0} phải nêu lý do, tối đa {1} ký tự.",
        "Returning figure {0} needs a reason, at most {1} characters.");
}
