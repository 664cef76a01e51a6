namespace RegionLink.Server.Web.Projects;

/// <summary>Texts of updating a project.</summary>
internal static class UpdateTexts
{
    public static readonly Text Title = new("Cập nhật: {0}", "Update: {0}");
    public static readonly Text Help = new(
        "Báo cáo tiến độ đến một ngày, hoặc ghi nhận một bước đã xong. Số đã báo cáo không bị ghi đè nếu không nêu lý do.",
        "Report how far it has come by a day, or that a step is done. What was reported before is never replaced without a reason.");
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
    public static readonly Text NoSteps = new("Không còn bước nào đang mở.", "No step is open.");
    public static readonly Text NotRunning = new("Dự án chưa bắt đầu thực hiện nên chưa báo cáo tiến độ được.", "The project is not running yet, so there is no progress to report.");
}
