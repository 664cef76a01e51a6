using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Domain.Observations;
using RegionLink.Runtime.Observations;

namespace RegionLink.Runtime.Imports.Kinds;

/// <summary>The columns of an observation's row.</summary>
internal static class ObservationColumnsOfFile
{
    private static readonly IReadOnlyList<AllowedValue> Stages = Vocabulary.ListOf<BudgetStage>(stage => stage switch
    {
        BudgetStage.Submitted => ("Dự toán trình", "Submitted"),
        BudgetStage.Decided => ("Dự toán được quyết định", "Decided"),
        BudgetStage.Executed => ("Thực hiện", "Executed"),
        BudgetStage.Settled => ("Quyết toán", "Settled"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    });

    private static readonly IReadOnlyList<AllowedValue> Standings = Vocabulary.ListOf<Standing>(standing => standing switch
    {
        Standing.Accepted => ("Chính thức", "Accepted"),
        Standing.Estimate => ("Ước tính", "Estimate"),
        Standing.Confirms => ("Xác nhận từ nguồn khác", "Confirmed by another source"),
        Standing.Conflict => ("Khác với nguồn khác", "Conflicts with another source"),
        Standing.Forecast => ("Dự báo", "Forecast"),
        Standing.Defect => ("Công bố sai, giữ nguyên", "Published with a defect"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    });

    public static ImportTemplate Template { get; } = new("observations", "Số liệu chỉ tiêu", "Observations",
    [
        new("metric", "Chỉ tiêu", "Metric", ColumnType.Text) { Required = true, Identity = true, HintVi = "Mã chỉ tiêu trong danh mục", HintEn = "Id of the metric in the catalogue" },
        new("unit", "Đơn vị", "Unit", ColumnType.Text)
        {
            Identity = true,
            HintVi = "Mã và ngày hiệu lực, ví dụ 79@2025-07-01. Để trống: đơn vị của người nhập.",
            HintEn = "Code and first day, such as 79@2025-07-01. Empty: the unit of whoever imports.",
        },
        new("period", "Kỳ số liệu", "Period", ColumnType.Text) { Required = true, Identity = true, HintVi = "2022, 2025-10, 2025-07-01 hoặc 2019/2024", HintEn = "2022, 2025-10, 2025-07-01 or 2019/2024" },
        new("value", "Giá trị", "Value", ColumnType.Decimal) { Required = true, Stays = true },
        new("unitOfMeasure", "Đơn vị tính", "Unit of measure", ColumnType.Text) { Required = true, HintVi = "Như trong danh mục chỉ tiêu: percent, persons…", HintEn = "As in the catalogue: percent, persons…" },
        new("base", "Xếp hạng trên tổng số", "Ranked out of", ColumnType.Whole) { Identity = true, Min = 1, Max = 10_000 },
        new("stage", "Giai đoạn ngân sách", "Budget stage", ColumnType.Choice) { Identity = true, Allowed = Stages, Width = 24 },
        new("method", "Phương pháp", "Method", ColumnType.Text) { Identity = true },
        new("standing", "Tình trạng", "Standing", ColumnType.Choice) { Allowed = Standings, Width = 24, Stays = true, HintVi = "Để trống: chính thức", HintEn = "Empty: accepted" },
        new("source", "Nguồn", "Source", ColumnType.Text) { Required = true, MaxLength = ObservationRules.LongestText, Width = 40 },
        new("sourceUrl", "Địa chỉ nguồn", "Address of the source", ColumnType.Text) { MaxLength = ObservationRules.LongestText, Width = 30 },
        new("note", "Ghi chú", "Note", ColumnType.Text) { MaxLength = ObservationRules.LongestText, Width = 30 },
    ]);

    /// <summary>A row as the batch takes it; null, with faults, when it cannot be placed.</summary>
    public static ObservationEntry? EntryOf(TypedRow row, ImportScope scope, ObservationVocabulary words, List<ImportFault> faults)
    {
        var before = faults.Count;
        var named = row.Text("unit");
        UnitKey? unit = named is null ? scope.Unit : UnitKey.TryParse(named, out var key) ? key : null;
        if (unit is null)
        {
            faults.Add(row.Fault(named is null ? FileFaults.UnitMissing : FileFaults.UnitUnknown, "unit", named));
        }
        else if (!scope.MayWriteFor(words.ProvinceOf(unit.Value) ?? unit.Value))
        {
            faults.Add(row.Fault(FileFaults.OtherUnit, "unit", unit));
        }

        if (!FigurePeriod.TryParse(row.Text("period"), out var period))
        {
            faults.Add(row.Fault(ObservationRefusals.PeriodUnreadable.About("period", row.Text("period")), "period"));
        }

        if (row.Cells["value"].IsPercent && row.Text("unitOfMeasure") != "percent")
        {
            faults.Add(row.Fault(CellFaults.PercentHere, "value", row.Cells["value"].Raw));
        }

        return faults.Count > before ? null : new ObservationEntry(
            row.Text("metric")!,
            unit!.Value.ToString(),
            period.ToString(),
            row.Decimal("value")!.Value.ToString(CultureInfo.InvariantCulture),
            row.Text("unitOfMeasure")!,
            row.Text("source")!,
            row.Whole("base")?.ToString(CultureInfo.InvariantCulture),
            row.Text("stage"),
            row.Text("method"),
            row.Text("standing") ?? "accepted",
            row.Text("sourceUrl"),
            row.Text("note"),
            row.Row);
    }

    public static string KeyOf(ObservationEntry entry) => Key(
        entry.Metric, entry.Unit, entry.Period, entry.Base is null ? null : long.Parse(entry.Base, CultureInfo.InvariantCulture), entry.Stage, entry.Method,
        entry.Standing ?? "accepted", entry.Source);

    /// <summary>There is one value in use for a metric, unit and period; those kept beside it are told apart by their source.</summary>
    public static string Key(string metric, string unit, string period, long? rankBase, string? stage, string? method, string standing, string source) =>
        string.Create(CultureInfo.InvariantCulture, $"{metric}/{unit}/{period}/{rankBase}/{stage}/{method}{(standing is "accepted" or "estimate" ? "" : "/" + source)}");
}
