using System.Collections.Immutable;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Runtime.Budgets;

namespace RegionLink.Runtime.Imports.Kinds;

/// <summary>The columns of a budget line's row and what they are in the line.</summary>
internal static class BudgetLineColumns
{
    private static readonly IReadOnlyList<AllowedValue> Fundings =
    [
        new("state", "Ngân sách nhà nước", "State budget"),
        new("nonState", "Ngoài ngân sách nhà nước (xã hội hóa)", "Outside the state budget (socialised)"),
    ];

    private static readonly IReadOnlyList<AllowedValue> YesNo = [new("yes", "Có", "Yes"), new("no", "Không", "No")];

    private static readonly IReadOnlyList<AllowedValue> Floors =
    [
        new("none", "Không tính", "None"),
        new("onePercent", "Sàn 1% (chuyển đổi số)", "1% floor (digital transformation)"),
        new("threePercent", "Sàn 3% (khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số)", "3% floor (science, technology, innovation, DX)"),
        new("both", "Cả hai mức sàn", "Both floors"),
    ];

    public static IReadOnlyList<(string Column, BudgetStage Stage)> Stages { get; } =
    [
        ("submitted", BudgetStage.Submitted), ("decided", BudgetStage.Decided), ("executed", BudgetStage.Executed), ("settled", BudgetStage.Settled),
    ];

    public static ImportTemplate Template { get; } = new("budget-lines", "Dòng ngân sách", "Budget lines",
    [
        new("unit", "Đơn vị", "Unit", ColumnType.Text)
        {
            Identity = true,
            HintVi = "Mã và ngày hiệu lực của tỉnh, ví dụ 79@2025-07-01. Để trống: đơn vị của người nhập.",
            HintEn = "Code and first day of the province, such as 79@2025-07-01. Empty: the unit of whoever imports.",
        },
        new("year", "Năm ngân sách", "Fiscal year", ColumnType.Whole) { Required = true, Identity = true, Min = 2000, Max = 2100, Width = 12 },
        new("number", "Số hiệu", "Number", ColumnType.Text)
        {
            Required = true,
            Identity = true,
            MaxLength = BudgetLineKey.LongestNumber,
            HintVi = "Duy nhất trong năm của đơn vị; chữ không dấu, chữ số và . _ -",
            HintEn = "Unique within unit and year; unaccented letters, digits and . _ -",
        },
        new("label", "Nội dung", "Label", ColumnType.Text) { Required = true, Fixed = true, MaxLength = 1000, Width = 50, HintVi = "Tên dòng như đã công bố", HintEn = "As published" },
        new("parent", "Thuộc dòng", "Part of", ColumnType.Text)
        {
            Fixed = true,
            HintVi = "Số hiệu của dòng cha cùng năm; dòng cha không được cộng cùng các dòng con",
            HintEn = "Number of the parent line of the same year; a parent is never summed with its parts",
        },
        new("project", "Dự án", "Project", ColumnType.Text) { MaxLength = 100, HintVi = "Mã dự án của đơn vị", HintEn = "Number of the unit's project" },
        new("funding", "Nguồn", "Funding", ColumnType.Choice) { Required = true, Allowed = Fundings, Width = 24 },
        new("category", "Nhóm hoạt động", "Activity", ColumnType.Choice)
        {
            Allowed = Vocabulary.Categories,
            Width = 40,
            HintVi = "Điều 4 Luật 148/2025/QH15; bắt buộc với dòng chuyển đổi số",
            HintEn = "Law 148/2025/QH15, article 4; needed for a line of digital transformation",
        },
        new("dx", "Chuyển đổi số", "Digital transformation", ColumnType.Choice) { Allowed = YesNo, Width = 14, HintVi = "Để trống khi chưa phân loại", HintEn = "Empty while nobody has said" },
        new("ground", "Căn cứ phân loại", "Ground", ColumnType.Text)
        {
            MaxLength = 1000,
            Width = 30,
            HintVi = "Vì sao dòng này thuộc (hay không thuộc) chuyển đổi số",
            HintEn = "Why the line is, or is not, digital transformation",
        },
        new("floor", "Tính vào mức sàn", "Counts towards", ColumnType.Choice) { Allowed = Floors, Width = 24, HintVi = "Điều 20.1 Luật 148/2025/QH15", HintEn = "Law 148/2025/QH15, article 20.1" },
        Amount("submitted", "Dự toán trình", "Submitted"),
        Amount("decided", "Dự toán được quyết định", "Decided"),
        Amount("executed", "Thực hiện", "Executed"),
        Amount("settled", "Quyết toán", "Settled"),
        new("reason", "Lý do điều chỉnh", "Reason for the change", ColumnType.Text)
        {
            Passing = true,
            MaxLength = 1000,
            Width = 30,
            HintVi = "Bắt buộc khi thay một số tiền đã có",
            HintEn = "Needed when an amount that stands is changed",
        },
    ]);

    /// <summary>The row with its references as an export writes them, so that both can be compared.</summary>
    public static TypedRow InShort(TypedRow row, BudgetLineKey key)
    {
        var cells = new Dictionary<string, TypedCell>(row.Cells);
        Replace("parent", text => ShortParent(text, key));
        Replace("project", text => ShortProject(text, key)?.ToUpperInvariant());
        Replace("floor", text => text == "none" ? null : text);
        return row with { Cells = cells };

        void Replace(string column, Func<string?, string?> with)
        {
            if (cells.TryGetValue(column, out var cell))
            {
                cells[column] = cell with { Value = with(cell.Value as string) };
            }
        }
    }

    public static string? ShortParent(string? parent, BudgetLineKey child) => Without(parent, $"{child.Unit}/{child.Year:0000}/");

    public static string? ShortProject(string? project, BudgetLineKey line) => Without(project, $"{line.Unit}/");

    /// <summary>Key of the parent a row names; null for none.</summary>
    public static string? ParentOf(TypedRow row, BudgetLineKey key) => Whole(row.Text("parent"), $"{key.Unit}/{key.Year:0000}/");

    public static NewBudgetLine NewLineOf(TypedRow row, BudgetLineKey key, ImportScope scope) => new(
        row.Text("label")!,
        ProjectOf(row, key),
        ParentOf(row, key),
        ClassificationOf(row, null),
        [.. Stages.Where(stage => row.Money(stage.Column) is not null).Select(stage => AmountOf(row, stage, scope))]);

    /// <summary>What a row changes in a line that is held; only what differs, so that an amount that stays keeps its source.</summary>
    /// <param name="rehearsal">A jump of scale is asked by the import itself, with its cells; the rehearsal does not refuse it.</param>
    public static BudgetLineChange ChangeOf(TypedRow row, BudgetLineKey key, HeldRow held, ImportScope scope, bool rehearsal) => new()
    {
        Amounts =
        [
            .. Stages
                .Where(stage => row.Money(stage.Column) is { } now && now != held.Values.GetValueOrDefault(stage.Column) as Money?)
                .Select(stage => AmountOf(row, stage, scope)),
        ],
        Classification = ClassificationOf(row, held),
        Project = row.Has("project") && row.Text("project") != held.Values.GetValueOrDefault("project") as string ? new ProjectKeyLink(ProjectOf(row, key)) : null,
        Reason = row.Text("reason"),
        ConfirmScaleJump = scope.Confirmations.FirstOrDefault(answer => answer.Key.StartsWith("scale/", StringComparison.Ordinal)).Value ?? (rehearsal ? "?" : null),
    };

    /// <summary>Which column a field of the command stands in; amounts are told apart by their stage only when they are alone.</summary>
    public static string? ColumnOf(string? field) => field switch
    {
        null or "confirmScaleJump" => null,
        _ when field.StartsWith("classification.", StringComparison.Ordinal) => field["classification.".Length..],
        _ when field.StartsWith("amounts[", StringComparison.Ordinal) => null,
        _ => field,
    };

    private static ImportColumn Amount(string key, string vi, string en) => new(key, vi, en, ColumnType.Money) { Min = 0, Stays = true, Width = 22 };

    private static StageAmount AmountOf(TypedRow row, (string Column, BudgetStage Stage) stage, ImportScope scope) =>
        new(stage.Stage, row.Money(stage.Column)!.Value, Origin.Imported, scope.SourceOf(row, stage.Column));

    /// <summary>Columns the file lacks keep what is held.</summary>
    private static Classification ClassificationOf(TypedRow row, HeldRow? held)
    {
        return new(
            Value("funding") == "nonState" ? Funding.NonState : Funding.State,
            Value("category") is { } category ? Vocabulary.Member<ActivityCategory>(Vocabulary.Categories, category) : null,
            Value("dx") switch { "yes" => true, "no" => false, _ => null },
            Value("ground"),
            Value("floor") switch
            {
                "onePercent" => SpendingFloor.OnePercent,
                "threePercent" => SpendingFloor.ThreePercent,
                "both" => SpendingFloor.Both,
                _ => SpendingFloor.None,
            });

        string? Value(string column) => row.Has(column) ? row.Text(column) : held?.Values.GetValueOrDefault(column) as string;
    }

    private static string? ProjectOf(TypedRow row, BudgetLineKey key) => Whole(row.Text("project"), $"{key.Unit}/");

    private static string? Without(string? text, string start) => text?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true ? text[start.Length..] : text;

    private static string? Whole(string? text, string start) => text is null || text.Contains('/', StringComparison.Ordinal) ? text : start + text;
}
