using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;

namespace RegionLink.Server.Web.Projects;

/// <summary>Texts of the pages about projects.</summary>
internal static class ProjectTexts
{
    public static readonly Text Title = new("Dự án chuyển đổi số", "Digital transformation projects");
    public static readonly Text Help = new(
        "Tìm trong mọi dự án bạn được xem, của mọi tỉnh. Gõ dấu ở vị trí nào cũng được (hoà, hòa). Địa chỉ trang giữ nguyên bộ lọc nên lưu lại hoặc gửi đi được.",
        "Search all projects you may see, of every province. Tone marks may stand on either vowel (hoà, hòa). The address keeps the filters, so it can be saved or sent.");
    public static readonly Text Search = new("Tên dự án có các từ", "Words of the name");
    public static readonly Text Unit = new("Đơn vị", "Unit");
    public static readonly Text State = new("Trạng thái", "State");
    public static readonly Text Pillar = new("Trụ cột", "Pillar");
    public static readonly Text Sort = new("Sắp xếp", "Sort by");
    public static readonly Text All = new("Tất cả", "All");
    public static readonly Text OnlyLate = new("Chỉ trễ hạn", "Only late");
    public static readonly Text OnlySlow = new("Chỉ chậm tiến độ", "Only slow");
    public static readonly Text Find = new("Tìm", "Search");
    public static readonly Text Clear = new("Bỏ lọc", "Clear");
    public static readonly Text ByUnit = new("Đơn vị", "Unit");
    public static readonly Text ByName = new("Tên", "Name");
    public static readonly Text ByCeiling = new("Mức phê duyệt, lớn trước", "Ceiling, largest first");
    public static readonly Text BySlip = new("Lùi kế hoạch, nhiều trước", "Slip, longest first");
    public static readonly Text ByFinish = new("Ngày kết thúc kế hoạch", "Planned finish");
    public static readonly Text Found = new("{0} dự án", "{0} projects");
    public static readonly Text None = new("Không có dự án nào khớp.", "No project matches.");
    public static readonly Text NoneAdvice = new(
        "Thử ít từ hơn, hoặc bỏ bộ lọc. Dự án mà tỉnh chỉ chia sẻ trong vùng sẽ hiện khi bạn đăng nhập.",
        "Try fewer words, or clear the filters. Projects shared only inside the region appear once you sign in.");
    public static readonly Text Alike = new("Dự án có tên gần giống", "Projects with a similar name");
    public static readonly Text AlikeNote = new(
        "Trước khi đề xuất, hãy xem tỉnh bạn đã làm gì: dùng lại hoặc cùng làm thường rẻ và nhanh hơn làm mới.",
        "Before proposing anew, look at what a neighbour has built: reusing it or doing it together is often cheaper and quicker.");
    public static readonly Text Name = new("Tên dự án", "Name");
    public static readonly Text Ceiling = new("Mức phê duyệt (tỷ đồng)", "Ceiling (billion VND)");
    public static readonly Text Disbursed = new("Giải ngân (tỷ đồng)", "Disbursed (billion VND)");
    public static readonly Text Finish = new("Kết thúc kế hoạch", "Planned finish");
    public static readonly Text Slip = new("Lùi kế hoạch", "Slip");
    public static readonly Text Days = new("{0} ngày", "{0} days");
    public static readonly Text Downloads = new("Cùng danh sách này qua API", "The same list by API");

    public static readonly Text Propose = new("Đề xuất dự án mới", "Propose a project");
    public static readonly Text Saved = new("Đã ghi nhận.", "Recorded.");
    public static readonly Text Update = new("Cập nhật tiến độ, các bước", "Update progress and steps");

    public static readonly Text OneHelp = new(
        "Kế hoạch và thực tế của một dự án: các bước, các lần điều chỉnh, giải ngân, tiền, rủi ro, liên kết và ai đã sửa gì.",
        "Plan and reality of a project: steps, re-plannings, disbursement, money, risks, links, and who changed what.");
    public static readonly Text Profile = new("Thông tin chung", "Profile");
    public static readonly Text Number = new("Mã dự án", "Number");
    public static readonly Text Owner = new("Chủ đầu tư", "Owner agency");
    public static readonly Text Category = new("Hoạt động (Điều 4 Luật 148/2025/QH15)", "Activity (Law 148/2025/QH15, art. 4)");
    public static readonly Text Form = new("Hình thức", "Spending form");
    public static readonly Text Regime = new("Nghị định áp dụng", "Legal regime");
    public static readonly Text Description = new("Mô tả", "Description");
    public static readonly Text Systems = new("Hệ thống dùng lại", "Systems it builds on");
    public static readonly Text Steps = new("Các bước", "Steps");
    public static readonly Text Step = new("Bước", "Step");
    public static readonly Text Phase = new("Giai đoạn", "Phase");
    public static readonly Text FirstDue = new("Hạn ban đầu", "First due");
    public static readonly Text Due = new("Hạn hiện nay", "Due now");
    public static readonly Text Done = new("Hoàn thành", "Done");
    public static readonly Text Skipped = new("Bỏ qua: {0}", "Skipped: {0}");
    public static readonly Text Overdue = new("quá hạn {0} ngày", "{0} days overdue");
    public static readonly Text Optional = new("không bắt buộc", "optional");
    public static readonly Text NoSteps = new("Chưa có kế hoạch các bước.", "No steps are planned yet.");
    public static readonly Text Replans = new("Các lần điều chỉnh kế hoạch", "Re-plannings");
    public static readonly Text Replan = new("Kế hoạch {0}, từ {1}: dời {2} ngày. {3} ({4})", "Plan {0}, from {1}: moved by {2} days. {3} ({4})");
    public static readonly Text Progress = new("Tiến độ và giải ngân", "Progress and disbursement");
    public static readonly Text AsOf = new("Đến ngày", "As of");
    public static readonly Text Work = new("Khối lượng", "Work done");
    public static readonly Text WorkPlanned = new("Theo kế hoạch", "Planned");
    public static readonly Text Paid = new("Giải ngân lũy kế (tỷ đồng)", "Disbursed (billion VND)");
    public static readonly Text PaidPlanned = new("Kế hoạch giải ngân (tỷ đồng)", "Planned disbursement (billion VND)");
    public static readonly Text Causes = new("Nguyên nhân chậm", "Reasons for delay");
    public static readonly Text NoProgress = new("Chưa có báo cáo tiến độ nào.", "No progress was reported yet.");
    public static readonly Text Money = new("Vốn, hợp đồng, dòng ngân sách", "Money, contracts, budget lines");
    public static readonly Text StateMoney = new("Vốn ngân sách nhà nước", "State funding");
    public static readonly Text OtherMoney = new("Vốn ngoài nhà nước", "Non-state funding");
    public static readonly Text Approved = new("Mức phê duyệt", "Approved ceiling");
    public static readonly Text Decision = new("Quyết định", "Decision");
    public static readonly Text DecisionOf = new("{0} ngày {1}", "{0} of {1}");
    public static readonly Text Committed = new("Đã ký hợp đồng", "Committed");
    public static readonly Text PaidOut = new("Đã giải ngân", "Disbursed");
    public static readonly Text Contracts = new("Hợp đồng", "Contracts");
    public static readonly Text Contract = new("{0}, {1}: {2}, ký {3}", "{0}, {1}: {2}, signed {3}");
    public static readonly Text Lines = new("Dòng ngân sách của dự án (tỷ đồng)", "Budget lines of the project (billion VND)");
    public static readonly Text Line = new("Dòng", "Line");
    public static readonly Text Year = new("Năm", "Year");
    public static readonly Text NoLines = new("Chưa có dòng ngân sách nào gắn với dự án này, hoặc tỉnh không chia sẻ.", "No budget line is tied to this project, or the province does not share them.");
    public static readonly Text Risks = new("Rủi ro", "Risks");
    public static readonly Text RiskOf = new("{0}: {1} (mức {2}/25)", "{0}: {1} (level {2}/25)");
    public static readonly Text NoRisks = new("Chưa nêu rủi ro nào.", "No risk was raised.");
    public static readonly Text Links = new("Liên kết với dự án khác", "Ties to other projects");
    public static readonly Text NoLinks = new("Chưa liên kết với dự án nào.", "Not tied to any project.");
    public static readonly Text From = new("{0} (dự án kia khai)", "{0} (declared by the other)");
    public static readonly Text History = new("Lịch sử thay đổi", "History");
    public static readonly Text HistoryHidden = new("Đăng nhập để xem ai đã sửa gì, khi nào.", "Sign in to see who changed what and when.");
    public static readonly Text HistoryLine = new("{0}, {1}", "{0}, {1}");

    public static Text Of(ProjectState state) => state.Title();

    public static Text Of(Pillar pillar) => pillar.Title();

    public static Text Of(SpendingForm form) => form.Title();

    public static Text Of(StepPhase phase) => phase.Title();

    public static Text Of(DelayReason reason) => reason.Title();

    public static Text Of(LinkKind kind) => kind switch
    {
        LinkKind.Joint => new("Cùng thực hiện", "Done together"),
        LinkKind.ReusedFrom => new("Dùng lại kết quả của", "Reuses what was built by"),
        LinkKind.DiffersFrom => new("Khác với", "Differs from"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Text Of(ActivityCategory category) => category switch
    {
        ActivityCategory.A01 => new("A01 Chiến lược, kế hoạch, kiến trúc, tiêu chuẩn, đo lường", "A01 Strategy, plans, architecture, standards, measuring"),
        ActivityCategory.A02 => new("A02 Hạ tầng, nền tảng, phần mềm, cơ sở dữ liệu", "A02 Infrastructure, platforms, software, databases"),
        ActivityCategory.A03 => new("A03 Dữ liệu: tạo lập, quản trị, chia sẻ, mở", "A03 Data: build, govern, share, open"),
        ActivityCategory.A04 => new("A04 Số hóa quy trình, dịch vụ công trực tuyến", "A04 Digitising processes, online public services"),
        ActivityCategory.A05 => new("A05 An toàn, an ninh mạng, bảo vệ dữ liệu", "A05 Cybersecurity, data protection"),
        ActivityCategory.A06 => new("A06 Nghiên cứu, thí điểm", "A06 Research, pilots"),
        ActivityCategory.A07 => new("A07 Đào tạo, kỹ năng số", "A07 Training, digital skills"),
        ActivityCategory.A08 => new("A08 Truyền thông, hỗ trợ người dùng", "A08 Communication, user support"),
        ActivityCategory.A09 => new("A09 Thuê chuyên gia, tư vấn, dịch vụ kỹ thuật", "A09 Experts, consulting, technical services"),
        ActivityCategory.A10 => new("A10 Thiết bị, thuê hạ tầng, đám mây", "A10 Equipment, hired infrastructure, cloud"),
        ActivityCategory.A11 => new("A11 Phát triển thử nghiệm", "A11 Trial development"),
        ActivityCategory.A12 => new("A12 Hoạt động khác", "A12 Other"),
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };
}
