using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

// STORED FORMAT.

/// <summary>How far a project had come on a day.</summary>
/// <param name="AsOf">The day the figures are of, not the day they were entered.</param>
/// <param name="Percent">Work done, 0 to 100, at most two decimals.</param>
/// <param name="Disbursed">Paid out since the beginning, whole VND.</param>
/// <param name="PlannedPercent">Work that should have been done by that day; null when the plan does not say.</param>
/// <param name="PlannedDisbursed">Money that should have been paid out since the beginning by that day; null when the plan does not say.</param>
/// <param name="DelayReasons">Needed when the report is slow, see <see cref="SlowRule"/>.</param>
public sealed record ProgressReport(
    DateOnly AsOf,
    decimal Percent,
    Money Disbursed,
    decimal? PlannedPercent,
    Money? PlannedDisbursed,
    ImmutableArray<DelayReason> DelayReasons)
{
    public string? Note { get; init; }

    /// <summary>How the figures came to the platform.</summary>
    public Origin Origin { get; init; } = Origin.Entered;

    /// <summary>Why figures shrank or an earlier report of the same day was replaced; null when neither happened.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>True when nothing differs, lists compared by content.</summary>
    public bool SameAs(ProgressReport other) =>
        this with { DelayReasons = [] } == other with { DelayReasons = [] } && DelayReasons.SequenceEqual(other.DelayReasons);
}

/// <summary>Why a project is behind. A fixed list, so that the region can count causes.</summary>
public enum DelayReason
{
    /// <summary>Long or unclear procedures of appraisal and approval.</summary>
    Procedures,

    /// <summary>Money allotted late or not at all.</summary>
    Funding,

    /// <summary>Choosing the contractor took longer or failed.</summary>
    Bidding,

    /// <summary>The contractor does not deliver.</summary>
    Contractor,

    /// <summary>Too few or too little trained people.</summary>
    Staff,

    /// <summary>Waiting for data of, or a connection to, another system.</summary>
    Integration,

    /// <summary>Waiting for premises, networks, equipment or hosting.</summary>
    Infrastructure,

    /// <summary>Rules changed while the project ran.</summary>
    LegalChange,

    /// <summary>Units or agencies were merged or reorganised.</summary>
    Reorganisation,

    /// <summary>Requirements were changed.</summary>
    ScopeChange,

    /// <summary>Natural disaster, epidemic, and the like.</summary>
    ForceMajeure,

    /// <summary>None of the above; a note is needed.</summary>
    Other,
}

/// <summary>The list in words.</summary>
public static class DelayReasons
{
    public static (string Vi, string En) Title(this DelayReason reason) => reason switch
    {
        DelayReason.Procedures => ("Thủ tục thẩm định, phê duyệt kéo dài", "Long appraisal and approval procedures"),
        DelayReason.Funding => ("Bố trí vốn chậm hoặc chưa đủ", "Funds allotted late or short"),
        DelayReason.Bidding => ("Lựa chọn nhà thầu chậm hoặc không thành", "Contractor selection slow or failed"),
        DelayReason.Contractor => ("Nhà thầu không bảo đảm tiến độ", "Contractor behind schedule"),
        DelayReason.Staff => ("Thiếu nhân lực", "Not enough staff"),
        DelayReason.Integration => ("Chờ dữ liệu, kết nối hệ thống khác", "Waiting for data or another system"),
        DelayReason.Infrastructure => ("Chờ mặt bằng, hạ tầng, thiết bị", "Waiting for premises, infrastructure, equipment"),
        DelayReason.LegalChange => ("Thay đổi quy định pháp luật", "Rules changed"),
        DelayReason.Reorganisation => ("Sắp xếp đơn vị hành chính, bộ máy", "Units or agencies reorganised"),
        DelayReason.ScopeChange => ("Thay đổi yêu cầu, phạm vi", "Scope changed"),
        DelayReason.ForceMajeure => ("Bất khả kháng", "Force majeure"),
        DelayReason.Other => ("Nguyên nhân khác", "Other"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
