using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>Ways a budget line says no.</summary>
public static class BudgetLineRefusals
{
    public static readonly RefusalCode FiscalYearNotOpened = new(
        "budget.fiscal-year-not-opened",
        "Năm ngân sách của dòng này chưa được mở.",
        "The fiscal year of this line has not been opened.");

    public static readonly RefusalCode FiscalYearClosed = new(
        "budget.fiscal-year-closed",
        "Năm ngân sách của dòng này đã khóa sổ; tỉnh phải mở lại trước khi ghi.",
        "The fiscal year of this line is closed; the province must re-open it first.");

    public static readonly RefusalCode NumberTaken = new(
        "budget.number-taken",
        "Đã có dòng ngân sách khác mang số {0} trong năm này.",
        "Another budget line of this year already carries the number {0}.");

    public static readonly RefusalCode NumberInvalid = new(
        "budget.number-invalid",
        "Số hiệu '{0}' không hợp lệ: cần từ 1 đến {1} ký tự, gồm chữ không dấu, chữ số và các dấu . _ -",
        "'{0}' is not a line number: 1 to {1} unaccented letters, digits and . _ -");

    public static readonly RefusalCode LineUnknown = new(
        "budget.line-unknown",
        "Không có dòng ngân sách này.",
        "There is no such budget line.");

    public static readonly RefusalCode LineWithdrawn = new(
        "budget.line-withdrawn",
        "Dòng ngân sách này đã bị rút.",
        "This budget line has been withdrawn.");

    public static readonly RefusalCode LabelMissing = new(
        "budget.label-missing",
        "Thiếu tên dòng ngân sách như đã công bố, tối đa {0} ký tự.",
        "The label as published is missing; at most {0} characters.");

    public static readonly RefusalCode AmountOutOfRange = new(
        "budget.amount-out-of-range",
        "Số tiền {0} đồng không hợp lệ: phải từ 0 đến {1} đồng.",
        "An amount of {0} VND cannot be: it must be from 0 to {1} VND.");

    public static readonly RefusalCode StageRepeated = new(
        "budget.stage-repeated",
        "Mỗi giai đoạn chỉ được có một số tiền; giai đoạn thứ {0} trong danh sách bị lặp.",
        "A stage may have one amount only; entry {0} of the list repeats one.");

    public static readonly RefusalCode SourceTooLong = new(
        "budget.source-too-long",
        "Nguồn của số tiền dài quá {0} ký tự.",
        "The source of the amount is longer than {0} characters.");

    public static readonly RefusalCode ReasonMissing = new(
        "budget.reason-missing",
        "Thiếu lý do, tối đa {0} ký tự.",
        "A reason is missing; at most {0} characters.");

    public static readonly RefusalCode ScaleJump = new(
        "budget.line-scale-jump",
        "Số tiền mới {0} đồng lệch khoảng {1} lần so với số cũ {2} đồng; có thể sai đơn vị tính. Nếu đúng, hãy xác nhận và nêu lý do.",
        "The new amount of {0} VND is about {1} times off the old {2} VND; the unit may be wrong. If it is right, confirm it with a reason.");

    public static readonly RefusalCode AnswerNeedsPerson = new(
        "budget.line-answer-needs-person",
        "Số tiền lệch nghìn hay triệu lần so với số cũ phải do một người xác nhận, không phải hệ thống.",
        "An amount a thousand or a million times off the old one must be confirmed by a person, not by a system.");

    public static readonly RefusalCode GroundMissing = new(
        "budget.ground-missing",
        "Thiếu căn cứ xác định dòng này có hay không thuộc chuyển đổi số, tối đa {0} ký tự.",
        "The ground on which the line is or is not digital transformation is missing; at most {0} characters.");

    public static readonly RefusalCode CategoryMissing = new(
        "budget.category-missing",
        "Dòng thuộc chuyển đổi số phải thuộc một trong mười hai hoạt động A01 đến A12 (Luật 148/2025/QH15, Điều 4).",
        "A line of digital transformation needs one of the twelve activities A01 to A12 (Law 148/2025/QH15, article 4).");

    public static readonly RefusalCode FloorNeedsDx = new(
        "budget.floor-needs-dx",
        "Chỉ dòng thuộc chuyển đổi số mới được tính vào mức sàn 1%.",
        "Only a line of digital transformation counts towards the 1% floor.");

    public static readonly RefusalCode FloorNeedsState = new(
        "budget.floor-needs-state",
        "Vốn ngoài ngân sách nhà nước không được tính vào mức sàn 1% hay 3%.",
        "Money from outside the state budget counts towards neither the 1% nor the 3% floor.");

    public static readonly RefusalCode ParentUnknown = new(
        "budget.parent-unknown",
        "Không có dòng cha {0}.",
        "There is no parent line {0}.");

    public static readonly RefusalCode ParentElsewhere = new(
        "budget.parent-elsewhere",
        "Dòng cha {0} thuộc đơn vị hoặc năm ngân sách khác.",
        "The parent line {0} belongs to another unit or fiscal year.");

    public static readonly RefusalCode ParentWithdrawn = new(
        "budget.parent-withdrawn",
        "Dòng cha {0} đã bị rút.",
        "The parent line {0} has been withdrawn.");

    public static readonly RefusalCode ProjectUnknown = new(
        "budget.project-unknown",
        "Không có dự án {0}.",
        "There is no project {0}.");

    public static readonly RefusalCode IllustrativeMixed = new(
        "budget.illustrative-mixed",
        "Số liệu minh họa và số liệu thật không được gắn với nhau ({0}).",
        "Illustrative and real data may not be tied together ({0}).");
}
