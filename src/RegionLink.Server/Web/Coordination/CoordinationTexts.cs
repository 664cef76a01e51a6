namespace RegionLink.Server.Web.Coordination;

/// <summary>Texts of the coordinator's desk.</summary>
internal static class CoordinationTexts
{
    public static readonly Text Title = new("Điều phối", "Coordination");
    public static readonly Text Help = new(
        "Kỳ báo cáo nào đang mở, đơn vị nào đã nộp, ai trễ, báo cáo nào chờ xem xét.",
        "Which periods are open, who has handed in, who is late, which reports wait for review.");
    public static readonly Text OpenPeriod = new("Mở kỳ báo cáo", "Open a period");
    public static readonly Text OpenPeriods = new("Kỳ đang mở", "Open periods");
    public static readonly Text ClosedPeriods = new("Kỳ đã đóng", "Closed periods");
    public static readonly Text NoPeriods = new("Chưa có kỳ báo cáo nào đang mở", "No period is open");
    public static readonly Text NoPeriodsHelp = new("Mở một kỳ để các đơn vị bắt đầu báo cáo.", "Open one, and the units can begin.");
    public static readonly Text Unit = new("Đơn vị", "Unit");
    public static readonly Text State = new("Tình trạng", "State");
    public static readonly Text Review = new("Xem xét", "Review");
    public static readonly Text Look = new("Xem", "Look");
    public static readonly Text ReviewOf = new("{0}: {1}", "{1}: {0}");
    public static readonly Text Summary = new("{0} chờ xem xét, {1} trễ hạn, {2} đã xong trên {3} đơn vị", "{0} to review, {1} late, {2} done of {3} units");
    public static readonly Text Manage = new("Gia hạn, đóng kỳ", "Extend or close");

    public static readonly Text OpenHelp = new(
        "Kỳ có thể bắt đầu và kết thúc ngày bất kỳ, ví dụ từ ngày 15 tháng trước đến ngày 14. Hạn nộp tính theo ngày làm việc sau ngày chốt.",
        "A period may begin and end on any day, such as the 15th to the 14th. The due date counts working days after the cut-off.");
    public static readonly Text Id = new("Mã kỳ", "Id of the period");
    public static readonly Text IdHint = new("Chữ thường không dấu, số, gạch nối; không đổi được, ví dụ 2026-12", "Small letters without accents, digits, hyphens; stays for ever, such as 2026-12");
    public static readonly Text TitleVi = new("Tên tiếng Việt", "Title in Vietnamese");
    public static readonly Text TitleEn = new("Tên tiếng Anh", "Title in English");
    public static readonly Text Start = new("Từ ngày", "First day");
    public static readonly Text End = new("Đến ngày (ngày chốt)", "Last day (cut-off)");
    public static readonly Text DueDays = new("Hạn nộp: số ngày làm việc sau ngày chốt", "Due: working days after the cut-off");
    public static readonly Text Holidays = new("Ngày nghỉ lễ ngoài thứ Bảy, Chủ nhật", "Days off besides Saturdays and Sundays");
    public static readonly Text HolidaysHint = new("Mỗi ngày viết ngày/tháng/năm, cách nhau bằng dấu phẩy, ví dụ 01/09/2026, 02/09/2026", "Separated by commas, such as 1 Sep 2026, 2 Sep 2026");
    public static readonly Text Units = new("Đơn vị phải báo cáo", "Units that report");
    public static readonly Text Form = new("Biểu mẫu {0}", "Form {0}");
    public static readonly Text FormId = new("Số hiệu biểu mẫu", "Number of the form");
    public static readonly Text FormHint = new("Để trống toàn bộ nếu không dùng biểu mẫu này.", "Leave all of it empty when this form is not used.");
    public static readonly Text Metrics = new("Chỉ tiêu", "Metrics");
    public static readonly Text AddForm = new("Thêm một biểu mẫu", "Add a form");
    public static readonly Text Forms = new("Biểu mẫu", "Forms");
    public static readonly Text Illustrative = new("Kỳ tập dượt (minh họa): không bao giờ thành số liệu thật", "Practice (illustrative): never becomes real data");
    public static readonly Text NotOpened = new("Chưa mở được kỳ vì", "Not opened because");
    public static readonly Text Opened = new("Đã mở kỳ báo cáo.", "The period is open.");

    public static readonly Text PeriodHelp = new("Ai nợ gì đến ngày nào. Gia hạn cho từng đơn vị có lý do; đóng kỳ khi đã xong.", "Who owes what by when. Extend for one unit with a reason; close when all is done.");
    public static readonly Text Extend = new("Gia hạn", "Extend");
    public static readonly Text NewDue = new("Hạn mới", "New due date");
    public static readonly Text Reason = new("Lý do", "Reason");
    public static readonly Text Close = new("Đóng kỳ", "Close the period");
    public static readonly Text CloseHelp = new("Sau khi đóng, không đơn vị nào sửa được số liệu.", "Once closed, no unit can change figures.");
    public static readonly Text Reopen = new("Mở lại kỳ", "Open it again");
    public static readonly Text Done = new("Đã thực hiện.", "Done.");
    public static readonly Text Returned = new("Đã trả lại các số liệu đã chọn; đơn vị thấy lý do trên bàn làm việc của họ.", "The chosen figures were returned; the unit sees the reasons on its desk.");
    public static readonly Text Accepted = new("Đã chấp nhận báo cáo. Số liệu chưa công khai cho đến khi bạn công bố.", "The report is accepted. Its figures are not public until you publish it.");
    public static readonly Text Published = new("Đã công bố báo cáo; ai cũng xem được số liệu.", "The report is published; everybody can see its figures.");
    public static readonly Text Asked = new("Đã gửi câu hỏi đến đơn vị.", "The question was sent to the unit.");
    public static readonly Text NotDone = new("Chưa thực hiện được vì", "Not done because");
    public static readonly Text Covers = new("Khoảng thời gian", "Covers");

    public static readonly Text ReviewHelp = new(
        "Xem từng số liệu cạnh kỳ trước và các đơn vị khác. Bộ không sửa số của tỉnh: trả lại số cần sửa kèm lý do, hoặc chấp nhận.",
        "Each figure beside its past and the other units. The ministry edits no figure: it returns one with a reason, or accepts.");
    public static readonly Text Figures = new("Số liệu", "Figures");
    public static readonly Text Others = new("Đơn vị khác", "Other units");
    public static readonly Text NotYet = new("Báo cáo chưa được nộp: số liệu chưa xem được.", "Not handed in yet: the figures cannot be seen.");
    public static readonly Text Return = new("Trả lại", "Return");
    public static readonly Text ReturnOf = new("Trả lại: {0}", "Return: {0}");
    public static readonly Text ReasonOf = new("Lý do trả lại: {0}", "Reason to return: {0}");
    public static readonly Text ReturnChosen = new("Trả lại các số đã chọn", "Return the chosen figures");
    public static readonly Text ReturnHint = new("Chọn số cần sửa và ghi lý do; các số khác giữ nguyên, không phải duyệt lại.", "Choose what needs correction and say why; the rest stays as approved.");
    public static readonly Text Accept = new("Chấp nhận báo cáo", "Accept the report");
    public static readonly Text Publish = new("Công bố", "Publish");
    public static readonly Text PublishHelp = new("Số liệu được công bố cùng nguồn gốc; ai cũng xem được.", "The figures are published with their origin, for everybody.");
    public static readonly Text Ask = new("Đặt câu hỏi", "Ask a question");
    public static readonly Text Question = new("Câu hỏi", "Question");
    public static readonly Text About = new("Về chỉ tiêu", "About");
    public static readonly Text Stale = new(
        "Báo cáo vừa thay đổi trong lúc bạn xem. Bên dưới là bản mới nhất; lựa chọn và lý do bạn ghi vẫn còn.",
        "The report changed while you looked at it. Below is the latest; what you chose and wrote is still there.");
}
