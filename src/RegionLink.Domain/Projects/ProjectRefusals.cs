using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>Every way a project may say no. Where a value differs by language, the Vietnamese one comes first.</summary>
public static class ProjectRefusals
{
    public static readonly RefusalCode Unknown = new(
        "project.unknown", "Chưa có dự án này.", "There is no such project.");

    public static readonly RefusalCode AlreadyProposed = new(
        "project.already-proposed",
        "Mã {0} đã dùng cho một dự án có nội dung khác.",
        "Number {0} already belongs to a project with other content.");

    public static readonly RefusalCode NumberInvalid = new(
        "project.number-invalid",
        "Mã '{0}' không hợp lệ: chỉ dùng A–Z, 0–9 và, từ ký tự thứ hai, dấu - . _; tối đa {1} ký tự, không dấu tiếng Việt.",
        "Code '{0}' is not valid: use A–Z, 0–9 and, after the first character, - . _ only; at most {1} characters.");

    public static readonly RefusalCode UnitNotProvince = new(
        "project.unit-not-province",
        "Dự án thuộc một tỉnh, thành phố; '{0}' không phải cấp tỉnh.",
        "A project belongs to a province; '{0}' is not one.");

    public static readonly RefusalCode TextMissing = new(
        "project.text-missing", "Chưa nhập mục bắt buộc '{0}'.", "The required text '{0}' is missing.");

    public static readonly RefusalCode TextTooLong = new(
        "project.text-too-long",
        "Mục '{0}' dài {1} ký tự, tối đa {2}.",
        "The text '{0}' has {1} characters, at most {2} are allowed.");

    public static readonly RefusalCode TooMany = new(
        "project.too-many", "Có {0} mục, tối đa {1}.", "There are {0} entries, at most {1} are allowed.");

    public static readonly RefusalCode Repeated = new(
        "project.repeated", "'{0}' xuất hiện hơn một lần.", "'{0}' appears more than once.");

    public static readonly RefusalCode DateOutOfRange = new(
        "project.date-out-of-range",
        "Ngày {0} nằm ngoài khoảng từ {1} đến {2}.",
        "{0} lies outside {1} to {2}.");

    public static readonly RefusalCode DateInFuture = new(
        "project.date-in-future",
        "Ngày {0} chưa đến (hôm nay là {1}).",
        "{0} has not come yet (today is {1}).");

    public static readonly RefusalCode DateBeforeState = new(
        "project.date-before-state",
        "Ngày {0} sớm hơn ngày {1}, khi dự án chuyển sang trạng thái hiện tại.",
        "{0} is before {1}, when the project came to its present state.");

    public static readonly RefusalCode AmountOutOfRange = new(
        "project.amount-out-of-range",
        "Số tiền {0} nằm ngoài khoảng từ {1} đến {2}.",
        "{0} lies outside {1} to {2}.");

    public static readonly RefusalCode ReasonMissing = new(
        "project.reason-missing",
        "Dự án đã được phê duyệt: cần nêu lý do thay đổi.",
        "The project is approved: a change needs a reason.");

    public static readonly RefusalCode TransitionIllegal = new(
        "project.transition-illegal",
        "Dự án đang ở trạng thái '{0}', không thể chuyển sang '{2}'.",
        "The project is '{1}' and cannot become '{3}'.");

    public static readonly RefusalCode Over = new(
        "project.over",
        "Dự án ở trạng thái '{0}', không nhận thay đổi này nữa.",
        "The project is '{1}' and takes no such change any more.");

    public static readonly RefusalCode RegimeNotYet = new(
        "project.regime-not-yet",
        "Nghị định {0} chưa có hiệu lực vào ngày {1}; khi đó áp dụng {2}.",
        "Decree {0} was not yet in force on {1}; {2} was.");

    public static readonly RefusalCode RegimeEnded = new(
        "project.regime-ended",
        "Nghị định {0} đã hết hiệu lực vào ngày {1} (khi đó áp dụng {2}); dự án chuyển tiếp phải nêu căn cứ chuyển tiếp.",
        "Decree {0} was no longer in force on {1} ({2} was); a transitional project must name its ground.");

    public static readonly RefusalCode FundingShort = new(
        "project.funding-short",
        "Tổng các nguồn vốn {0} không đủ cho mức phê duyệt {1}.",
        "The funding sources add up to {0}, short of the ceiling {1}.");

    public static readonly RefusalCode NotApproved = new(
        "project.not-approved", "Dự án chưa được phê duyệt.", "The project is not approved.");

    public static readonly RefusalCode NotStarted = new(
        "project.not-started",
        "Dự án chưa bắt đầu thực hiện nên chưa có tiến độ để báo cáo.",
        "The project has not started: there is no progress to report.");

    public static readonly RefusalCode CeilingExceeded = new(
        "project.ceiling-exceeded",
        "{0} vượt mức phê duyệt {1}.",
        "{0} exceeds the approved ceiling {1}.");

    public static readonly RefusalCode CeilingBelowSpent = new(
        "project.ceiling-below-spent",
        "Mức phê duyệt mới {0} thấp hơn số đã giải ngân hoặc đã ký hợp đồng {1}.",
        "The new ceiling {0} is below what is already disbursed or committed, {1}.");

    public static readonly RefusalCode ContractExists = new(
        "project.contract-exists", "Hợp đồng '{0}' đã có.", "Contract '{0}' is already recorded.");

    public static readonly RefusalCode ContractUnknown = new(
        "project.contract-unknown", "Không có hợp đồng '{0}'.", "There is no contract '{0}'.");

    public static readonly RefusalCode PlanFixed = new(
        "project.plan-fixed",
        "Kế hoạch đã được phê duyệt: chỉ thêm bước hoặc điều chỉnh kế hoạch kèm lý do.",
        "The plan is approved: add steps, or re-plan with a reason.");

    public static readonly RefusalCode StepExists = new(
        "project.step-exists", "Đã có bước '{0}'.", "There is already a step '{0}'.");

    public static readonly RefusalCode StepUnknown = new(
        "project.step-unknown", "Không có bước '{0}'.", "There is no step '{0}'.");

    public static readonly RefusalCode StepPastFinish = new(
        "project.step-past-finish",
        "Hạn {1} của bước '{0}' sau ngày kết thúc kế hoạch {2}: cần điều chỉnh kế hoạch kèm lý do.",
        "Step '{0}' is due {1}, after the end of the plan {2}: re-plan with a reason.");

    public static readonly RefusalCode StepClosed = new(
        "project.step-closed",
        "Bước '{0}' đã hoàn thành hoặc đã bỏ qua.",
        "Step '{0}' is already done or skipped.");

    public static readonly RefusalCode StepStillOpen = new(
        "project.step-still-open",
        "Bước '{0}' chưa hoàn thành, không có gì để mở lại.",
        "Step '{0}' is not done: there is nothing to reopen.");

    public static readonly RefusalCode StepsOpen = new(
        "project.steps-open",
        "Còn bước bắt buộc chưa hoàn thành: {0}.",
        "Required steps are still open: {0}.");

    public static readonly RefusalCode NothingReplanned = new(
        "project.nothing-replanned",
        "Điều chỉnh kế hoạch phải đổi ít nhất một hạn hoặc thêm ít nhất một bước.",
        "A re-planning must move at least one due date or add at least one step.");

    public static readonly RefusalCode ReplanBeforeLast = new(
        "project.replan-before-last",
        "Ngày {0} sớm hơn kế hoạch hiện hành (từ {1}).",
        "{0} is before the present plan, which holds from {1}.");

    public static readonly RefusalCode CorrectionReasonMissing = new(
        "project.correction-reason-missing",
        "Đã có số liệu khác cho ngày hoặc bước này ({0}): cần nêu lý do điều chỉnh.",
        "There is another entry for it ({0}): replacing it needs a reason.");

    public static readonly RefusalCode PercentOutOfRange = new(
        "project.percent-out-of-range",
        "Tỷ lệ {0} phải từ 0 đến 100, tối đa hai chữ số thập phân.",
        "{0} must be between 0 and 100 with at most two decimals.");

    public static readonly RefusalCode ProgressShrinks = new(
        "project.progress-shrinks",
        "Lũy kế {0} nhỏ hơn {1} của báo cáo ngày {2}: cần nêu lý do điều chỉnh.",
        "The cumulative {0} is less than {1} reported for {2}: give a correction reason.");

    public static readonly RefusalCode ProgressAboveLater = new(
        "project.progress-above-later",
        "Lũy kế {0} lớn hơn {1} của báo cáo ngày {2} về sau: cần nêu lý do điều chỉnh.",
        "The cumulative {0} is more than {1} reported for the later {2}: give a correction reason.");

    public static readonly RefusalCode ProgressBeforeStart = new(
        "project.progress-before-start",
        "Ngày {0} trước ngày bắt đầu {1}.",
        "{0} is before the start on {1}.");

    public static readonly RefusalCode DelayReasonMissing = new(
        "project.delay-reason-missing",
        "Tiến độ chậm so với kế hoạch: cần chọn ít nhất một nguyên nhân.",
        "Progress is behind plan: choose at least one reason.");

    public static readonly RefusalCode DelayNoteMissing = new(
        "project.delay-note-missing",
        "Chọn 'nguyên nhân khác' thì cần ghi chú.",
        "The reason 'other' needs a note.");

    public static readonly RefusalCode RiskExists = new(
        "project.risk-exists", "Đã có rủi ro '{0}'.", "There is already a risk '{0}'.");

    public static readonly RefusalCode RiskUnknown = new(
        "project.risk-unknown", "Không có rủi ro '{0}'.", "There is no risk '{0}'.");

    public static readonly RefusalCode RiskScale = new(
        "project.risk-scale",
        "{0} nằm ngoài thang từ 1 đến 5.",
        "{0} lies outside the scale 1 to 5.");

    public static readonly RefusalCode RiskResponseMissing = new(
        "project.risk-response-missing",
        "Rủi ro đã giảm thiểu hoặc đã đóng phải nêu biện pháp.",
        "A risk that is mitigated or closed must say what was done.");

    public static readonly RefusalCode LinkToSelf = new(
        "project.link-to-self", "Dự án không thể liên kết với chính nó.", "A project cannot be linked to itself.");

    public static readonly RefusalCode LinkSameUnit = new(
        "project.link-same-unit",
        "Dự án chung phải cùng với một tỉnh, thành phố khác; {0} cùng đơn vị.",
        "A joint project is done with another province; {0} belongs to the same one.");

    public static readonly RefusalCode LinkOtherUnknown = new(
        "project.link-other-unknown", "Không có dự án {0}.", "There is no project {0}.");

    public static readonly RefusalCode LinkDifferenceMissing = new(
        "project.link-difference-missing",
        "Hãy nêu dự án này khác dự án {0} ở điểm nào.",
        "Say in what this project differs from {0}.");

    public static readonly RefusalCode LinkExists = new(
        "project.link-exists", "Đã có liên kết này với {0}.", "This link to {0} is already recorded.");

    public static readonly RefusalCode LinkMissing = new(
        "project.link-missing", "Không có liên kết này với {0}.", "There is no such link to {0}.");
}
