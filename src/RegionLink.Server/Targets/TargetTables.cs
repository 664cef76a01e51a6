using RegionLink.Runtime.Queries;
using static RegionLink.Runtime.Queries.ColumnType;

namespace RegionLink.Server.Targets;

/// <summary>Lists about targets. All public: what is to be reached, and who promised more, is meant to be known.</summary>
public static class TargetTables
{
    public static readonly Table Targets = new("targets", "target t", "t.key",
    [
        new("id", "t.key", Text, "Mã mục tiêu", "Id"),
        new("metric", "t.metric", Text, "Chỉ tiêu", "Metric"),
        new("scope", "t.scope", Text, "Phạm vi", "Scope"),
        new("unit", "t.unit", Text, "Đơn vị", "Unit"),
        new("region", "t.region", Text, "Vùng", "Region"),
        new("direction", "t.direction", Text, "Chiều", "Direction"),
        new("threshold", "t.threshold", ColumnType.Decimal, "Ngưỡng", "Threshold"),
        new("upper", "t.upper", ColumnType.Decimal, "Ngưỡng trên", "Upper threshold"),
        new("unitOfMeasure", "t.unit_of_measure", Text, "Đơn vị tính", "Unit of measure"),
        new("everyYearFrom", "t.every_year_from", Integer, "Hằng năm từ năm", "Every year from"),
        new("dueBy", "t.due_by", Date, "Thời hạn", "Due by"),
        new("meanFrom", "t.mean_from", Integer, "Bình quân từ năm", "Mean from year"),
        new("validFrom", "t.valid_from", Date, "Hiệu lực từ", "In force from"),
        new("validUntil", "t.valid_until", Date, "Hiệu lực đến", "In force until"),
        new("legalSource", "t.legal_source", Text, "Căn cứ", "Legal source"),
        new("proposed", "t.proposed", ColumnType.Boolean, "Là đề xuất", "Proposed"),
        new("trajectory", "t.trajectory::text", ColumnType.Json, "Lộ trình", "Trajectory"),
        new("note", "t.note", Text, "Ghi chú", "Note"),
        new("currentVersion", "t.current_version", Integer, "Phiên bản mục tiêu", "Version of the target"),
        new("illustrative", "t.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
        new("version", "t.version", Integer, "Phiên bản", "Version"),
        new("createdAt", "t.created_at", Instant, "Tạo lúc", "Created"),
        new("updatedAt", "t.updated_at", Instant, "Sửa lúc", "Updated"),
    ]);

    /// <summary>What each version of a target says, and why it replaced the one before.</summary>
    public static readonly Table Versions = new("target-versions", "target_version v", "v.target || '/' || v.number::text",
    [
        new("target", "v.target", Text, "Mã mục tiêu", "Target"),
        new("number", "v.number", Integer, "Phiên bản mục tiêu", "Version of the target"),
        new("direction", "v.direction", Text, "Chiều", "Direction"),
        new("threshold", "v.threshold", ColumnType.Decimal, "Ngưỡng", "Threshold"),
        new("upper", "v.upper", ColumnType.Decimal, "Ngưỡng trên", "Upper threshold"),
        new("everyYearFrom", "v.every_year_from", Integer, "Hằng năm từ năm", "Every year from"),
        new("dueBy", "v.due_by", Date, "Thời hạn", "Due by"),
        new("meanFrom", "v.mean_from", Integer, "Bình quân từ năm", "Mean from year"),
        new("validFrom", "v.valid_from", Date, "Hiệu lực từ", "In force from"),
        new("validUntil", "v.valid_until", Date, "Hiệu lực đến", "In force until"),
        new("endedOn", "v.ended_on", Date, "Chấm dứt sau ngày", "Ended after"),
        new("legalSource", "v.legal_source", Text, "Căn cứ", "Legal source"),
        new("proposed", "v.proposed", ColumnType.Boolean, "Là đề xuất", "Proposed"),
        new("trajectory", "v.trajectory::text", ColumnType.Json, "Lộ trình", "Trajectory"),
        new("note", "v.note", Text, "Ghi chú", "Note"),
        new("reason", "v.reason", Text, "Lý do thay đổi", "Reason of the change"),
        new("illustrative", "v.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
        new("setAt", "v.set_at", Instant, "Đặt lúc", "Set"),
    ]);

    public static readonly Table Raises = new("target-raises", "target_raise r", "r.target || '/' || r.unit || '/' || r.number::text",
    [
        new("target", "r.target", Text, "Mã mục tiêu", "Target"),
        new("unit", "r.unit", Text, "Đơn vị", "Unit"),
        new("number", "r.number", Integer, "Lần nâng", "Number"),
        new("direction", "r.direction", Text, "Chiều", "Direction"),
        new("threshold", "r.threshold", ColumnType.Decimal, "Ngưỡng", "Threshold"),
        new("upper", "r.upper", ColumnType.Decimal, "Ngưỡng trên", "Upper threshold"),
        new("from", "r.valid_from", Date, "Áp dụng từ", "From"),
        new("legalSource", "r.legal_source", Text, "Căn cứ", "Legal source"),
        new("cancelledBecause", "r.cancelled_because", Text, "Lý do hủy", "Cancelled because"),
        new("illustrative", "r.illustrative", ColumnType.Boolean, "Minh họa", "Illustrative"),
        new("raisedAt", "r.raised_at", Instant, "Nâng lúc", "Raised"),
    ]);
}
