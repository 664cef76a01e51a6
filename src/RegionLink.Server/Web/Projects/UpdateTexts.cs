namespace RegionLink.Server.Web.Projects;

/// <summary>Texts of updating a project.</summary>
internal static class UpdateTexts
{
    public static readonly Text Title = new("Cập nhật: {0}", "Update: {0}");
    public static readonly Text Help = new(
        "Báo cáo tiến độ đến một ngày, ghi nhận hoặc sửa một bước, liên kết với dự án khác. Những gì đã ghi không bị thay nếu không nêu lý do.",
        "Report how far it has come by a day, record or correct a step, tie it to other projects. What was recorded before is never replaced without a reason.");
    public static readonly Text NotTaken = new("Chưa ghi nhận được", "Not recorded yet");
    public static readonly Text Report = new("Báo cáo tiến độ", "Progress report");
    public static readonly Text Send = new("Ghi nhận tiến độ", "Record progress");
    public static readonly Text Percent = new("Khối lượng đã làm (%)", "Work done (%)");
    public static readonly Text Disbursed = new("Giải ngân lũy kế từ đầu dự án (đồng)", "Disbursed since the beginning (VND)");
    public static readonly Text PlannedPercent = new("Khối lượng theo kế hoạch đến ngày đó (%)", "Work planned by that day (%)");
    public static readonly Text PlannedDisbursed = new("Giải ngân theo kế hoạch đến ngày đó (đồng)", "Disbursement planned by that day (VND)");
    public static readonly Text Last = new("Lần trước, {0}: {1}% và {2}", "Last, {0}: {1}% and {2}");
    public static readonly Text Reasons = new("Nguyên nhân, nếu chậm", "Reasons, when it is slow");
    public static readonly Text Note = new("Ghi chú", "Note");
    public static readonly Text Correction = new("Lý do điều chỉnh, nếu sửa số đã báo cáo", "Reason, when it corrects what was reported");
    public static readonly Text StepDone = new("Một bước đã xong", "A step is done");
    public static readonly Text SendStep = new("Ghi nhận bước đã xong", "Record the step");
    public static readonly Text Step = new("Bước", "Step");
    public static readonly Text On = new("Xong ngày", "Done on");
    public static readonly Text Document = new("Số văn bản chứng minh", "Number of the document that shows it");
    public static readonly Text Correct = new("Sửa một bước đã ghi nhận", "Correct a step that was recorded");
    public static readonly Text ReallyOn = new("Ngày đúng", "The right day");
    public static readonly Text WhyCorrect = new("Lý do sửa", "Reason of the correction");
    public static readonly Text SendCorrection = new("Sửa ngày xong", "Correct the day");
    public static readonly Text Reopen = new("Bước chưa xong: mở lại", "Not done: open it again");
    public static readonly Text Link = new("Liên kết với dự án khác", "Tie it to another project");
    public static readonly Text LinkKind = new("Quan hệ", "How they relate");
    public static readonly Text Other = new("Khóa của dự án kia", "Key of the other project");
    public static readonly Text OtherHint = new("Như trên trang dự án đó, ví dụ 75@2026-04-30/DN-9.", "As on its page, such as 75@2026-04-30/DN-9.");
    public static readonly Text SendLink = new("Ghi liên kết", "Save the tie");
    public static readonly Text Unlink = new("Bỏ một liên kết", "Take a tie back");
    public static readonly Text Tie = new("Liên kết", "Tie");
    public static readonly Text WhyUnlink = new("Lý do bỏ", "Why");
    public static readonly Text SendUnlink = new("Bỏ liên kết", "Take it back");
    public static readonly Text NoSteps = new("Không còn bước nào đang mở.", "No step is open.");
    public static readonly Text NotRunning = new("Dự án chưa bắt đầu thực hiện nên chưa báo cáo tiến độ được.", "The project is not running yet, so there is no progress to report.");
}
