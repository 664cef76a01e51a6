using RegionLink.Domain.Common;

namespace RegionLink.Domain.Provinces;

/// <summary>Ways a province says no.</summary>
public static class ProvinceRefusals
{
    public static readonly RefusalCode YearOutOfRange = new(
        "province.year-out-of-range",
        "Năm ngân sách {0} nằm ngoài khoảng {1} đến {2}.",
        "Fiscal year {0} lies outside {1} to {2}.");

    public static readonly RefusalCode UnitNotThere = new(
        "province.unit-not-there",
        "Đơn vị hành chính này không tồn tại trong năm ngân sách {0}; hãy ghi vào đơn vị tiền thân hoặc đơn vị kế thừa.",
        "This unit did not exist in fiscal year {0}; write to its predecessor or successor.");

    public static readonly RefusalCode FiscalYearNotOpened = new(
        "province.fiscal-year-not-opened",
        "Năm ngân sách {0} chưa được mở.",
        "Fiscal year {0} has not been opened.");

    public static readonly RefusalCode FiscalYearClosed = new(
        "province.fiscal-year-closed",
        "Năm ngân sách {0} đã khóa sổ; muốn sửa phải mở lại và nêu lý do.",
        "Fiscal year {0} is closed; re-open it with a reason to change it.");

    public static readonly RefusalCode TotalOutOfRange = new(
        "province.total-out-of-range",
        "Tổng chi {0} đồng không hợp lệ: phải lớn hơn 0 và không quá {1} đồng.",
        "A total of {0} VND cannot be: it must be above 0 and at most {1} VND.");

    public static readonly RefusalCode TotalMissing = new(
        "province.total-missing",
        "Năm ngân sách {0} không có tổng chi ở giai đoạn này theo biểu {1}.",
        "Fiscal year {0} holds no total of this stage in form {1}.");

    public static readonly RefusalCode FormInvalid = new(
        "province.form-invalid",
        "Tên biểu mẫu '{0}' không hợp lệ: cần từ 1 đến {1} ký tự, gồm chữ không dấu, chữ số và các dấu . / -",
        "'{0}' is not the name of a form: 1 to {1} unaccented letters, digits and . / -");

    public static readonly RefusalCode SourceMissing = new(
        "province.source-missing",
        "Thiếu nguồn của con số (văn bản, tệp hoặc hệ thống), tối đa {0} ký tự.",
        "The source of the figure (document, file or system) is missing; at most {0} characters.");

    public static readonly RefusalCode ReasonMissing = new(
        "province.reason-missing",
        "Thiếu lý do, tối đa {0} ký tự.",
        "A reason is missing; at most {0} characters.");

    public static readonly RefusalCode IllustrativeOverReal = new(
        "province.illustrative-over-real",
        "Số liệu minh họa không được thay thế tổng chi thật của năm {0}.",
        "Illustrative data may not replace the real total of {0}.");

    public static readonly RefusalCode ScaleJump = new(
        "budget.scale-jump",
        "Tổng chi {0} đồng lệch khoảng {1} lần so với {2} đồng (năm {3}); có thể sai đơn vị tính. Nếu đúng, hãy xác nhận và nêu lý do.",
        "A total of {0} VND is about {1} times off {2} VND (year {3}); the unit may be wrong. If it is right, confirm it with a reason.");

    public static readonly RefusalCode AnswerNeedsPerson = new(
        "budget.answer-needs-person",
        "Tổng chi lệch nghìn hay triệu lần so với các năm phải do một người xác nhận, không phải hệ thống.",
        "A total a thousand or a million times off the other years must be confirmed by a person, not by a system.");
}
