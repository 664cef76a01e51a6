namespace RegionLink.Server.Web.Desk;

/// <summary>Texts of the desk and the report.</summary>
internal static class DeskTexts
{
    public static readonly Text Title = new("Bàn làm việc", "My desk");
    public static readonly Text Help = new(
        "Việc của đơn vị bạn với bộ: báo cáo đến hạn, bị trả lại, chờ duyệt, câu hỏi cần trả lời. Việc gấp đứng trước.",
        "Your unit's work for the ministry: what is due, returned, waiting for approval or asked. The most urgent comes first.");
    public static readonly Text ToDo = new("Cần làm", "To do");
    public static readonly Text All = new("Tất cả báo cáo", "All reports");
    public static readonly Text NothingToDo = new("Không có việc nào đang chờ", "Nothing is waiting");
    public static readonly Text NothingToDoHelp = new("Khi bộ mở kỳ báo cáo mới hoặc trả lại số liệu, việc sẽ hiện ở đây.", "When the ministry opens a period or returns a figure, it shows here.");
    public static readonly Text NoReports = new("Chưa có kỳ báo cáo nào", "No reporting period yet");
    public static readonly Text NoReportsHelp = new("Bộ chưa mở kỳ báo cáo nào cho đơn vị của bạn.", "The ministry has not opened a period for your unit yet.");
    public static readonly Text Period = new("Kỳ báo cáo", "Period");
    public static readonly Text State = new("Tình trạng", "State");
    public static readonly Text Due = new("Hạn nộp", "Due");
    public static readonly Text Figures = new("Số liệu", "Figures");
    public static readonly Text OfAsked = new("{0}/{1}", "{0} of {1}");
    public static readonly Text LateBy = new("trễ {0} ngày", "{0} days late");
    public static readonly Text DueIn = new("còn {0} ngày", "{0} days left");
    public static readonly Text DueToday = new("hôm nay", "today");
    public static readonly Text Extended = new("đã gia hạn", "extended");
    public static readonly Text Returned = new("{0} số liệu bị trả lại", "{0} figures returned");
    public static readonly Text Differing = new("{0} số liệu hệ thống nay báo khác", "{0} figures their system now says otherwise");
    public static readonly Text ToApprove = new("{0} số liệu chờ duyệt", "{0} figures wait for approval");
    public static readonly Text Asked = new("{0} câu hỏi chưa trả lời", "{0} open questions");
    public static readonly Text ToEnter = new("{0} số liệu còn thiếu", "{0} figures missing");
    public static readonly Text ToSubmit = new("Đủ số liệu, chờ duyệt và nộp", "Complete: approve and submit");
    public static readonly Text Open = new("Mở báo cáo", "Open the report");
    public static readonly Text OpenOf = new("Mở báo cáo {0}", "Open the report {0}");

    public static readonly Text ReportHelp = new(
        "Điền hoặc kiểm tra từng số liệu; nguồn gốc luôn được ghi lại. Người nhập không tự duyệt số của mình.",
        "Fill in or check each figure; its origin is always kept. Nobody approves a figure he or she entered.");
    public static readonly Text Covers = new("Khoảng thời gian", "Covers");
    public static readonly Text Sheet = new("Số liệu", "Figures");
    public static readonly Text Metric = new("Chỉ tiêu", "Metric");
    public static readonly Text Value = new("Giá trị", "Value");
    public static readonly Text Earlier = new("Kỳ trước", "Earlier");
    public static readonly Text Until = new("đến {0}", "until {0}");
    public static readonly Text Change = new("So với trước", "Change");
    public static readonly Text Where = new("Nguồn gốc và tình trạng", "Origin and state");
    public static readonly Text ValueOf = new("Giá trị: {0} ({1})", "Value: {0} ({1})");
    public static readonly Text More = new("Nguồn, ghi chú, lý do", "Source, note, reason");
    public static readonly Text MoreOf = new("Nguồn, ghi chú, lý do của {0}", "Source, note, reason of {0}");
    public static readonly Text Source = new("Nguồn", "Source");
    public static readonly Text Note = new("Ghi chú", "Note");
    public static readonly Text Why = new("Lý do thay đổi", "Reason of the change");
    public static readonly Text NoData = new("Lý do không có số liệu (để trống giá trị)", "Why there is no data (leave the value empty)");
    public static readonly Text ScaleAnswer = new("Vì sao giá trị này đúng", "Why the value is right");
    public static readonly Text ScaleAsks = new(
        "Lệch khoảng {0} lần so với {1}. Có nhầm đơn vị không? Sửa giá trị, hoặc giải thích vì sao đúng.",
        "About {0} times off {1}. Is the unit right? Correct the value, or say why it is right.");
    public static readonly Text ReturnedBecause = new("Bị trả lại: {0}", "Returned: {0}");
    public static readonly Text Missing = new("Chưa có", "Missing");
    public static readonly Text Prefilled = new("điền sẵn", "filled in");
    public static readonly Text Bound = new("Lấy từ hệ thống, không nhập tay", "Comes from a system, not typed");
    public static readonly Text Save = new("Lưu số liệu", "Save figures");
    public static readonly Text Saved = new("Đã lưu.", "Saved.");
    public static readonly Text SheetHint = new(
        "Enter hoặc mũi tên để xuống ô dưới; dán được cả cột từ Excel. Số viết như {0}.",
        "Enter or the arrow keys move down; a column can be pasted from Excel. Write numbers like {0}.");
    public static readonly Text Prefill = new("Điền từ dữ liệu nền tảng đang giữ", "Fill in what the platform holds");
    public static readonly Text PrefillHelp = new("Chỉ điền ô chưa ai nhập; không thay số đã có.", "Fills only what nobody has given; replaces nothing.");
    public static readonly Text Approve = new("Duyệt số liệu đã chọn", "Approve the chosen figures");
    public static readonly Text ApproveTitle = new("Duyệt", "Approve");
    public static readonly Text ApproveHelp = new("Người thứ hai xem và duyệt từng số liệu trước khi nộp.", "A second person looks at each figure and approves it before the report goes out.");
    public static readonly Text OwnEntry = new("bạn nhập; người khác phải duyệt", "entered by you; somebody else approves");
    public static readonly Text EnteredBy = new("Người nhập", "Entered by");
    public static readonly Text NothingToApprove = new("Không có số liệu nào chờ duyệt", "No figure waits for approval");
    public static readonly Text Submit = new("Nộp báo cáo cho bộ", "Submit the report");
    public static readonly Text SubmitHelp = new("Nộp được khi mọi số liệu đã có và đã duyệt. Nộp rồi thì chỉ sửa được số bị trả lại.", "Possible when every figure is there and approved. After that only returned figures can be changed.");
    public static readonly Text Submitted = new("Đã nộp báo cáo.", "The report was submitted.");
    public static readonly Text Approved = new("Đã duyệt.", "Approved.");
    public static readonly Text Answered = new("Đã trả lời.", "Answered.");
    public static readonly Text NotDone = new("Chưa thực hiện được vì", "Not done because");
    public static readonly Text Stale = new(
        "Người khác vừa thay đổi báo cáo trong lúc bạn làm. Bên dưới là số liệu mới nhất; nội dung bạn gõ vẫn còn trong ô. Hãy xem lại rồi lưu lần nữa.",
        "Somebody else changed the report while you worked. Below is the latest; what you typed is still in its fields. Look again, then save once more.");
    public static readonly Text StaleOther = new(
        "Người khác vừa thay đổi báo cáo trong lúc bạn làm, nên chưa thực hiện gì. Bên dưới là bản mới nhất; hãy xem lại rồi làm tiếp.",
        "Somebody else changed the report while you worked, so nothing was done. Below is the latest; look again, then go on.");
    public static readonly Text StaleSheet = new(
        "Người khác vừa thay đổi báo cáo: nội dung bạn gõ chưa lưu được nhưng vẫn còn trong ô. Bấm “Lưu số liệu” để xem số mới nhất bên cạnh.",
        "Somebody else changed the report: what you typed is not saved, but still in its fields. Press “Save figures” to see the latest beside it.");
    public static readonly Text PasteLeft = new(
        "{0} dòng đã dán không có ô nào để điền và chưa được nhập: {1}",
        "{0} pasted lines have no field here and were not entered: {1}");
    public static readonly Text PrefilledNothing = new(
        "Không điền thêm được gì: nền tảng chưa giữ số liệu nào của kỳ này cho các ô còn trống.",
        "Nothing was filled in: the platform holds no figure of this period for the empty fields.");
    public static readonly Text NowIs = new("Hiện đã lưu: {0}", "Saved now: {0}");
    public static readonly Text Questions = new("Câu hỏi", "Questions");
    public static readonly Text Answer = new("Trả lời", "Answer");
    public static readonly Text AnswerTo = new("Trả lời câu hỏi {0}", "Answer to question {0}");
    public static readonly Text SendAnswer = new("Gửi trả lời", "Send the answer");
    public static readonly Text AskedOn = new("hỏi lúc {0}", "asked {0}");
    public static readonly Text History = new("Lịch sử", "History");
    public static readonly Text HistoryOf = new("Ai đã làm gì", "Who did what");
    public static readonly Text When = new("Lúc", "When");
    public static readonly Text Who = new("Ai", "Who");
    public static readonly Text What = new("Việc", "What");
    public static readonly Text Locked = new("Báo cáo đang ở bộ: không sửa được số liệu.", "The report is with the ministry: figures cannot be changed.");
    public static readonly Text Closed = new("Kỳ báo cáo đã đóng.", "The period is closed.");
    public static readonly Text Differs = new("Hệ thống nay báo số khác", "The system now says otherwise");
    public static readonly Text DiffersLine = new("{0}: đã báo cáo {1}, hệ thống nay báo {2}.", "{0}: reported {1}, the system now says {2}.");
    public static readonly Text TakeOver = new("Lấy số của hệ thống", "Take the system's figure");
    public static readonly Text Nothing = new("không có số liệu", "no data");
    public static readonly Text Somebody = new("người dùng", "a user");
    public static readonly Text System = new("hệ thống", "a system");
    public static readonly Text Platform = new("nền tảng", "the platform");
    public static readonly Text Example = new("1.234,5", "1,234.5");

    // For the script that saves while somebody types.
    public static readonly Text Saving = new("Đang lưu…", "Saving…");
    public static readonly Text SavedAt = new("Đã lưu lúc {0}", "Saved at {0}");
    public static readonly Text Kept = new("Chưa lưu được; nội dung được giữ trên máy này và sẽ tự lưu khi có mạng lại.", "Not saved yet; what you typed is kept on this computer and saved by itself once the connection is back.");
    public static readonly Text SessionEnded = new("Phiên làm việc đã hết; nội dung được giữ trên máy này.", "Your session has ended; what you typed is kept on this computer.");
    public static readonly Text Faulty = new("Có ô chưa đúng; các ô khác đã lưu.", "Some fields are not right; the others are saved.");
    public static readonly Text FoundDraft = new("Có nội dung chưa lưu từ lần trước trên máy này.", "There is something unsaved from last time on this computer.");
    public static readonly Text Restore = new("Lấy lại", "Restore it");
    public static readonly Text Discard = new("Bỏ", "Discard it");
    public static readonly Text SignInAgain = new("Đăng nhập lại", "Sign in again");
}
