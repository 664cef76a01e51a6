using RegionLink.Domain.Common;

namespace RegionLink.Domain.Observations;

/// <summary>Why values are not recorded.</summary>
public static class ObservationRefusals
{
    public static readonly RefusalCode MetricUnknown = new(
        "observation.metric-unknown",
        "Không có chỉ tiêu \"{0}\"; xem danh mục chỉ tiêu.",
        "There is no metric \"{0}\"; see the catalogue of metrics.");

    public static readonly RefusalCode UnitUnknown = new(
        "observation.unit-unknown",
        "Không có đơn vị \"{0}\"; đơn vị ghi theo mẫu 79@2025-07-01 hoặc 77@origin.",
        "There is no unit \"{0}\"; units are named as 79@2025-07-01 or 77@origin.");

    public static readonly RefusalCode PeriodUnreadable = new(
        "observation.period-unreadable",
        "\"{0}\" không phải là kỳ số liệu; ghi 2022, 2025-10, 2025-07-01 hoặc 2019/2024.",
        "\"{0}\" is not a period; write 2022, 2025-10, 2025-07-01 or 2019/2024.");

    public static readonly RefusalCode ValueUnreadable = new(
        "observation.value-unreadable",
        "\"{0}\" không phải là số; ghi bằng chữ số với dấu chấm thập phân, không có dấu phân cách hàng nghìn.",
        "\"{0}\" is not a number; write digits with a decimal point and no thousands separators.");

    public static readonly RefusalCode TooManyDigits = new(
        "observation.too-many-digits",
        "Số \"{0}\" có quá {1} chữ số.",
        "The number \"{0}\" has more than {1} digits.");

    /// <summary>{0} value, {1} metric, {2} least, {3} most.</summary>
    public static readonly RefusalCode Impossible = new(
        "observation.impossible",
        "Chỉ tiêu {1} không thể là {0}: giá trị nằm trong khoảng từ {2} đến {3}. Hãy xem lại số và đơn vị tính.",
        "Metric {1} cannot be {0}: its values lie between {2} and {3}. Check the number and its unit.");

    public static readonly RefusalCode UnitDiffers = new(
        "observation.unit-differs",
        "Đơn vị tính \"{0}\" không phải là đơn vị của chỉ tiêu {1} ({2}); đổi giá trị sang đơn vị đó rồi ghi lại.",
        "Unit of measure \"{0}\" is not the unit of metric {1} ({2}); convert the value and write it again.");

    public static readonly RefusalCode BaseMissing = new(
        "observation.base-missing",
        "Thứ hạng {0} phải nêu số đơn vị được xếp hạng (63, 34).",
        "A rank of {0} must say how many were ranked (63, 34).");

    public static readonly RefusalCode BaseUnexpected = new(
        "observation.base-unexpected",
        "Chỉ tiêu {0} không phải thứ hạng nên không có số đơn vị được xếp hạng.",
        "Metric {0} is not a rank, so it has no number of units ranked.");

    public static readonly RefusalCode BaseUnreadable = new(
        "observation.base-unreadable",
        "\"{0}\" không phải là số đơn vị được xếp hạng; ghi số nguyên dương như 63.",
        "\"{0}\" is not a number of units ranked; write a whole number such as 63.");

    public static readonly RefusalCode StageMissing = new(
        "observation.stage-missing",
        "Chỉ tiêu ngân sách {0} phải nêu giai đoạn (submitted, decided, executed, settled).",
        "The budget amount {0} must name its stage (submitted, decided, executed, settled).");

    public static readonly RefusalCode StageUnexpected = new(
        "observation.stage-unexpected",
        "Chỉ tiêu {0} không có giai đoạn ngân sách.",
        "Metric {0} has no budget stage.");

    public static readonly RefusalCode StageUnreadable = new(
        "observation.stage-unreadable",
        "\"{0}\" không phải là giai đoạn ngân sách; ghi submitted, decided, executed hoặc settled.",
        "\"{0}\" is not a budget stage; write submitted, decided, executed or settled.");

    public static readonly RefusalCode MethodUnknown = new(
        "observation.method-unknown",
        "Chỉ tiêu {1} không có phương pháp \"{0}\".",
        "Metric {1} has no method \"{0}\".");

    public static readonly RefusalCode StandingUnreadable = new(
        "observation.standing-unreadable",
        "\"{0}\" không hợp lệ; ghi accepted, estimate, confirms, conflict, forecast hoặc defect.",
        "\"{0}\" is not a standing; write accepted, estimate, confirms, conflict, forecast or defect.");

    public static readonly RefusalCode SourceMissing = new(
        "observation.source-missing", "Phải nêu nguồn của số liệu.", "The source of the value must be named.");

    public static readonly RefusalCode TextTooLong = new(
        "observation.text-too-long",
        "Nội dung dài quá {0} ký tự.",
        "The text is longer than {0} characters.");

    public static readonly RefusalCode Twice = new(
        "observation.twice",
        "Dòng này nói về cùng một số liệu với dòng {0}; chỉ giữ một.",
        "This row is about the same value as row {0}; keep one.");

    public static readonly RefusalCode ScaleJump = new(
        "observation.scale-jump",
        "Giá trị {0} lệch khoảng {1} lần so với {2} (kỳ {3}); có thể sai đơn vị tính. Nếu đúng, hãy gửi lại với confirmScaleJump nêu lý do (tối đa {4} ký tự).",
        "The value {0} is about {1} times off {2} (period {3}); the unit may be wrong. If it is right, send it again with the reason as confirmScaleJump (at most {4} characters).");

    public static readonly RefusalCode AnswerNeedsPerson = new(
        "observation.answer-needs-person",
        "Giá trị {0} lệch khoảng {1} lần so với {2} (kỳ {3}); phải do một người xác nhận, không phải hệ thống.",
        "The value {0} is about {1} times off {2} (period {3}); a person must confirm it, not a system.");

    public static readonly RefusalCode RevisionStale = new(
        "observation.revision-stale",
        "Số liệu này đã được người khác sửa: bạn sửa trên lần sửa {0}, hiện là lần sửa {1} (giá trị {2}; lần sửa 0 là chưa có). Hãy xem lại rồi sửa tiếp.",
        "Somebody else changed this value: you changed revision {0}, now it is revision {1} (value {2}; revision 0 is none yet). Look at it before changing it.");

    public static readonly RefusalCode RevisionMissing = new(
        "observation.revision-missing",
        "Số liệu này do người khác ghi (lần sửa {0}, giá trị {1}). Nếu đã xem và muốn thay, hãy nêu lần sửa đó ở cột revision.",
        "Somebody else recorded this value (revision {0}, value {1}). If you have seen it and want to replace it, name that revision in column revision.");

    public static readonly RefusalCode PublishedByReport = new(
        "observation.published-by-report",
        "Số liệu này đã được duyệt và công bố theo báo cáo {0}; chỉ sửa được trong báo cáo đó.",
        "This value was approved and published with report {0}; it is corrected in that report only.");

    public static readonly RefusalCode RevisionUnreadable = new(
        "observation.revision-unreadable",
        "\"{0}\" không phải là lần sửa; ghi số nguyên như trong danh sách số liệu, 0 nếu chưa có.",
        "\"{0}\" is not a revision; write the whole number of the list of observations, 0 for none yet.");

    public static readonly RefusalCode IfMatchOfMany = new(
        "observation.if-match-of-many",
        "If-Match chỉ dùng khi gửi một số liệu; khi gửi nhiều, ghi expectedRevision ở từng số liệu.",
        "If-Match goes with a single value; with several, write expectedRevision beside each.");

    public static readonly RefusalCode IllustrativeOverReal = new(
        "observation.illustrative-over-real",
        "Số liệu minh họa không được thay thế số liệu thật.",
        "Made-up sample data may not replace a real value.");

    public static readonly RefusalCode ColumnMissing = new(
        "observation.column-missing", "Thiếu cột \"{0}\".", "Column \"{0}\" is missing.");

    public static readonly RefusalCode ColumnUnknown = new(
        "observation.column-unknown",
        "Không có cột \"{0}\"; các cột là {1}.",
        "There is no column \"{0}\"; the columns are {1}.");

    public static readonly RefusalCode RowShape = new(
        "observation.row-shape",
        "Dòng có {0} ô nhưng tiêu đề có {1} cột.",
        "The row has {0} cells but the header has {1} columns.");

    public static readonly RefusalCode QuoteUnclosed = new(
        "observation.quote-unclosed",
        "Dấu ngoặc kép không đóng, hoặc có ký tự sau dấu đóng.",
        "A quote is not closed, or something follows the closing quote.");

    public static readonly RefusalCode NotUtf8 = new(
        "observation.not-utf8",
        "Tệp không được mã hóa UTF-8; lưu lại dưới dạng CSV UTF-8.",
        "The file is not UTF-8; save it again as CSV UTF-8.");

    public static readonly RefusalCode Empty = new(
        "observation.empty", "Không có dòng số liệu nào.", "There is no row of values.");

    public static readonly RefusalCode TooManyRows = new(
        "observation.too-many-rows",
        "Có hơn {0} dòng; hãy chia thành nhiều tệp.",
        "There are more than {0} rows; split the file.");
}
