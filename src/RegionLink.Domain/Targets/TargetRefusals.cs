using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>Why a target does not take a command.</summary>
public static class TargetRefusals
{
    public static readonly RefusalCode Unknown = new(
        "target.unknown", "Chưa có mục tiêu này.", "There is no such target.");

    public static readonly RefusalCode IdUnusable = new(
        "target.id-unusable",
        "Mã mục tiêu \"{0}\" không dùng được: tối đa {1} chữ thường không dấu, chữ số và dấu gạch nối.",
        "The id \"{0}\" cannot be used: at most {1} small letters, digits and hyphens.");

    public static readonly RefusalCode AlreadySet = new(
        "target.already-set",
        "Mục tiêu này đã có với nội dung khác; hãy tạo phiên bản mới thay vì đặt lại.",
        "This target is already set with other terms; make a new version instead of setting it again.");

    public static readonly RefusalCode MetricUnknown = new(
        "target.metric-unknown", "Không có chỉ tiêu \"{0}\".", "There is no metric \"{0}\".");

    public static readonly RefusalCode UnitDiffers = new(
        "target.unit-differs",
        "Ngưỡng tính bằng \"{0}\" nhưng chỉ tiêu đo bằng \"{1}\".",
        "The threshold is in \"{0}\" but the metric is measured in \"{1}\".");

    public static readonly RefusalCode OutOfRange = new(
        "target.out-of-range",
        "Số {0} ngoài phạm vi: tối đa {1} và {2} chữ số thập phân.",
        "{0} is out of range: at most {1}, with {2} decimal places.");

    public static readonly RefusalCode ScopeUnitMissing = new(
        "target.scope-unit-missing", "Mục tiêu cho một đơn vị phải nêu đơn vị đó.", "A target for one unit must name the unit.");

    public static readonly RefusalCode ScopeUnitUnexpected = new(
        "target.scope-unit-unexpected",
        "Chỉ mục tiêu cho một đơn vị mới nêu đơn vị.",
        "Only a target for one unit names a unit.");

    public static readonly RefusalCode LegalSourceMissing = new(
        "target.legal-source-missing", "Phải nêu căn cứ pháp lý.", "The legal source must be named.");

    public static readonly RefusalCode ReasonMissing = new(
        "target.reason-missing", "Phải nêu lý do.", "A reason must be given.");

    public static readonly RefusalCode UpperMissing = new(
        "target.upper-missing",
        "Mục tiêu trong khoảng phải có ngưỡng trên lớn hơn ngưỡng dưới {0}.",
        "A target between two thresholds needs an upper one above {0}.");

    public static readonly RefusalCode UpperUnexpected = new(
        "target.upper-unexpected",
        "Chỉ mục tiêu trong khoảng mới có ngưỡng trên.",
        "Only a target between two thresholds has an upper one.");

    public static readonly RefusalCode ValidityReversed = new(
        "target.validity-reversed",
        "Ngày {1} đứng trước ngày bắt đầu hiệu lực {0}.",
        "{1} lies before {0}, the first day in force.");

    public static readonly RefusalCode DueUnclear = new(
        "target.due-unclear",
        "Mục tiêu hoặc tính cho từng năm, hoặc có một thời hạn; số bình quân cần một thời hạn.",
        "A target is due either every year or by one day; a mean needs that day.");

    public static readonly RefusalCode FromMissing = new(
        "target.from-missing",
        "Phiên bản mới phải nêu ngày bắt đầu hiệu lực.",
        "A new version must name its first day in force.");

    public static readonly RefusalCode TrajectoryUnordered = new(
        "target.trajectory-unordered",
        "Các mốc của lộ trình phải theo thứ tự ngày và không trùng ngày ({0}).",
        "The milestones of a trajectory must be in order of date, no date twice ({0}).");

    public static readonly RefusalCode TrajectoryAfterDeadline = new(
        "target.trajectory-after-deadline",
        "Mốc {0} đứng sau thời hạn {1}.",
        "Milestone {0} lies after the deadline {1}.");

    public static readonly RefusalCode RewritesThePast = new(
        "target.rewrites-the-past",
        "Thay đổi có hiệu lực từ {0} sẽ sửa lại đánh giá của năm đã kết thúc; ngày sớm nhất là {1}.",
        "A change from {0} would alter verdicts of a finished year; the earliest day is {1}.");

    public static readonly RefusalCode VersionNotLater = new(
        "target.version-not-later",
        "Phiên bản mới phải có hiệu lực sau ngày {0} của phiên bản hiện tại.",
        "A new version must come into force after {0}, the first day of the present one.");

    public static readonly RefusalCode NotOfThisProvince = new(
        "target.not-of-this-province",
        "Mục tiêu này không áp dụng riêng cho đơn vị {0} nên đơn vị không thể tự nâng.",
        "This target does not judge unit {0} for itself, so the unit cannot raise it.");

    public static readonly RefusalCode NotStricter = new(
        "target.not-stricter",
        "Chỉ được nâng: mức mới phải chặt hơn mức đang áp dụng ({0} {1}) theo cùng chiều.",
        "A province may only raise: the new goal must be stricter than the one in force ({0} {1}), in the same direction.");

    public static readonly RefusalCode NothingRaised = new(
        "target.nothing-raised",
        "Đơn vị {0} không có mức nâng nào đang áp dụng.",
        "Unit {0} has no raise in force.");

    public static readonly RefusalCode OutsideValidity = new(
        "target.outside-validity",
        "Ngày {0} nằm ngoài thời gian hiệu lực của mục tiêu.",
        "{0} lies outside the validity of the target.");
}
