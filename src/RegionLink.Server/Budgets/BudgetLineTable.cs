using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Server.Budgets;

/// <summary>The list of budget lines.</summary>
public static class BudgetLineTable
{
    /// <summary>Seen inside the region unless the province says otherwise.</summary>
    public static readonly Sharing Sharing = new("b.unit", "budgetLines");

    public static readonly Table Definition = new(
        "budget-lines",
        "budget_line b",
        "b.key",
        [
            new("key", "b.key", Text, "Khóa", "Key"),
            new("unit", "b.unit", Text, "Đơn vị", "Unit"),
            new("year", "b.fiscal_year", Integer, "Năm ngân sách", "Fiscal year"),
            new("number", "b.number", Text, "Số hiệu", "Number"),
            new("label", "b.label", Text, "Tên dòng", "Label") { Sortable = false },
            new("project", "b.project", Text, "Dự án", "Project") { Sortable = false },
            new("parent", "b.parent", Text, "Dòng cha", "Parent line") { Sortable = false },
            new("leaf", "b.leaf", ColumnType.Boolean, "Không có dòng con", "Has no parts") { Sortable = false },
            new("funding", "b.funding", Text, "Nguồn vốn", "Funding") { Sortable = false },
            new("category", "b.category", Text, "Hoạt động (A01-A12)", "Activity (A01-A12)") { Sortable = false },
            new("dx", "b.dx", ColumnType.Boolean, "Thuộc chuyển đổi số", "Digital transformation") { Sortable = false },
            new("ground", "b.ground", Text, "Căn cứ", "Ground") { Sortable = false },
            new("floor", "b.floor", Text, "Tính vào mức sàn", "Counts towards floor") { Sortable = false },
            new("submitted", "b.submitted_vnd", ColumnType.Money, "Dự toán trình (VND)", "Submitted (VND)") { Sortable = false },
            new("decided", "b.decided_vnd", ColumnType.Money, "Dự toán được quyết định (VND)", "Decided (VND)") { Sortable = false },
            new("executed", "b.executed_vnd", ColumnType.Money, "Thực hiện, giải ngân (VND)", "Executed (VND)") { Sortable = false },
            new("settled", "b.settled_vnd", ColumnType.Money, "Quyết toán (VND)", "Settled (VND)") { Sortable = false },
            new(
                "amounts",
                "(select coalesce(jsonb_agg(jsonb_build_object('stage', a.stage, 'amount', a.amount_vnd, 'origin', a.origin, 'source', a.source) "
                    + "order by array_position(array['submitted', 'decided', 'executed', 'settled'], a.stage)), '[]') "
                    + "from budget_line_amount a where a.line = b.key)::text",
                ColumnType.Json, "Số tiền kèm nguồn gốc", "Amounts with their origin"),
            new("withdrawnBecause", "b.withdrawn_because", Text, "Lý do rút", "Withdrawn because") { Sortable = false },
            new("illustrative", "b.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative") { Sortable = false },
            new("version", "b.version", Integer, "Phiên bản", "Version") { Sortable = false },
            new("createdAt", "b.created_at", Instant, "Tạo lúc", "Created") { Sortable = false },
            new("updatedAt", "b.updated_at", Instant, "Sửa lúc", "Updated") { Sortable = false },
        ])
    {
        Sharing = Sharing,
    };
}
