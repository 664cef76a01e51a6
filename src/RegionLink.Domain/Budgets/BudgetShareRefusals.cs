using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>Ways a budget share cannot be computed.</summary>
public static class BudgetShareRefusals
{
    public static readonly RefusalCode TotalMissing = new(
        "budget-share.total-missing",
        "Chưa có tổng chi ngân sách địa phương của {0} ở giai đoạn này.",
        "The total local budget expenditure of {0} at this stage is missing.");

    public static readonly RefusalCode FormMissing = new(
        "budget-share.form-missing",
        "Chưa có tổng chi ngân sách địa phương của {0} theo biểu {1}; đang có: {2}.",
        "The total local budget expenditure of {0} in form {1} is missing; there is: {2}.");

    public static readonly RefusalCode FormsDiffer = new(
        "budget-share.forms-differ",
        "Tổng chi của {0} theo biểu {1} không cùng biểu mẫu với các phần khác nên không cộng được.",
        "The total of {0} is known in form {1}, not in one form with the other parts, and cannot be added to them.");

    public static readonly RefusalCode FormAmbiguous = new(
        "budget-share.form-ambiguous",
        "{0} có tổng chi theo nhiều biểu mẫu ({1}); hãy chọn một biểu.",
        "{0} has totals in several forms ({1}); name one.");

    public static readonly RefusalCode LinesMissing = new(
        "budget-share.lines-missing",
        "{0} chưa có dòng ngân sách nào có số tiền ở giai đoạn này.",
        "No budget line of {0} carries an amount at this stage.");

    public static readonly RefusalCode PredecessorSplit = new(
        "budget-share.predecessor-split",
        "{0} đã được chia cho nhiều đơn vị; số liệu của đơn vị này không thể phân bổ.",
        "{0} was split between several units; its figures cannot be apportioned.");

    public static readonly RefusalCode NotShared = new(
        "budget-share.not-shared",
        "Dòng ngân sách của {0} không được chia sẻ với bạn nên không thể xem tỷ lệ tính từ chúng.",
        "The budget lines of {0} are not shared with you, nor is a share computed from them.");
}
