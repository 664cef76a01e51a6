using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Server.Provinces;

/// <summary>Lists about provinces. Budgets of provinces are public by law (State Budget Law 83/2015/QH13, article 15), so they are not shared by setting.</summary>
public static class ProvinceTables
{
    public static readonly Table Provinces = new(
        "provinces",
        "province p",
        "p.key",
        [
            new("unit", "p.unit", Text, "Đơn vị", "Unit"),
            new("openYears", "array(select f.fiscal_year::text from fiscal_year f where f.unit = p.unit and f.open order by 1)", TextList, "Năm đang mở", "Open years")
            {
                Sortable = false,
            },
            new("closedYears", "array(select f.fiscal_year::text from fiscal_year f where f.unit = p.unit and not f.open order by 1)", TextList, "Năm đã khóa sổ", "Closed years")
            {
                Sortable = false,
            },
            new("illustrative", "p.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
            new("version", "p.version", Integer, "Phiên bản", "Version"),
            new("createdAt", "p.created_at", Instant, "Tạo lúc", "Created"),
            new("updatedAt", "p.updated_at", Instant, "Sửa lúc", "Updated"),
        ]);

    /// <summary>Who may read what of each province: what it set itself, else the level that holds where a province says nothing.</summary>
    public static readonly Table Sharing = new(
        "province-sharing",
        """
        province p
        cross join (values ('budgetLines', 'region'), ('observations', 'public'), ('projects', 'region'), ('reports', 'region')) as kind (name, preset)
        left join sharing s on s.unit = p.unit and s.kind = kind.name
        """,
        "p.unit || '/' || kind.name",
        [
            new("unit", "p.unit", Text, "Đơn vị", "Unit"),
            new("kind", "kind.name", Text, "Loại dữ liệu", "Kind of data"),
            new("level", "coalesce(s.level, kind.preset)", Text, "Mức chia sẻ", "Level"),
            new("set", "s.level is not null", ColumnType.Boolean, "Tỉnh tự đặt", "Set by the province"),
        ]);

    public static readonly Table FiscalYears = new(
        "fiscal-years",
        "fiscal_year f",
        "f.key",
        [
            new("key", "f.key", Text, "Khóa", "Key"),
            new("unit", "f.unit", Text, "Đơn vị", "Unit"),
            new("year", "f.fiscal_year", Integer, "Năm ngân sách", "Fiscal year"),
            new("open", "f.open", ColumnType.Boolean, "Đang mở", "Open"),
            new("reopenedBecause", "f.reopened_because", Text, "Lý do mở lại", "Re-opened because"),
            new("illustrative", "f.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
            new("createdAt", "f.created_at", Instant, "Tạo lúc", "Created"),
            new("updatedAt", "f.updated_at", Instant, "Sửa lúc", "Updated"),
        ]);

    public static readonly Table Totals = new(
        "fiscal-year-totals",
        "fiscal_year_total t",
        "t.key",
        [
            new("key", "t.key", Text, "Khóa", "Key"),
            new("unit", "t.unit", Text, "Đơn vị", "Unit"),
            new("year", "t.fiscal_year", Integer, "Năm ngân sách", "Fiscal year"),
            new("stage", "t.stage", Text, "Giai đoạn", "Stage"),
            new("form", "t.form", Text, "Biểu mẫu", "Form"),
            new("amount", "t.amount_vnd", ColumnType.Money, "Tổng chi (VND)", "Total expenditure (VND)"),
            new("origin", "t.origin", Text, "Nguồn gốc", "Origin"),
            new("source", "t.source", Text, "Nguồn", "Source"),
            new("scaleJumpConfirmed", "t.scale_jump_confirmed", Text, "Xác nhận lệch bậc", "Scale jump confirmed"),
            new("illustrative", "t.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
            new("createdAt", "t.created_at", Instant, "Tạo lúc", "Created"),
            new("updatedAt", "t.updated_at", Instant, "Sửa lúc", "Updated"),
        ])
    {
        Where = "t.withdrawn_because is null",
    };
}
