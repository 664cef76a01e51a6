namespace RegionLink.Server.Web.Desk;

/// <summary>Texts around a report's file.</summary>
internal static class UploadTexts
{
    public static readonly Text Title = new("Điền bằng tệp Excel hoặc CSV", "Fill in with an Excel or CSV file");
    public static readonly Text Intro = new(
        "Tải mẫu đã điền sẵn những gì hệ thống có, sửa rồi gửi lại. Tệp được kiểm tra trước: bạn thấy lỗi và thay đổi rồi mới ghi.",
        "Download the template with what the platform holds, change it and send it back. The file is checked first: you see faults and changes before anything is written.");
    public static readonly Text TemplateXlsx = new("Tải mẫu Excel", "Download as Excel");
    public static readonly Text TemplateCsv = new("Tải mẫu CSV", "Download as CSV");
    public static readonly Text File = new("Tệp báo cáo", "The report's file");
    public static readonly Text FileHint = new(".xlsx hoặc .csv, tối đa 1 MB", ".xlsx or .csv, at most 1 MB");
    public static readonly Text Numbers = new("Số trong tệp CSV viết theo kiểu", "How numbers are written in a CSV file");
    public static readonly Text NumbersTell = new("để hệ thống nhận biết", "let the platform tell");
    public static readonly Text Check = new("Kiểm tra tệp", "Check the file");
    public static readonly Text Imported = new("Đã ghi số liệu từ tệp.", "The figures of the file are saved.");

    public static readonly Text Checked = new("Kiểm tra tệp {0}", "Check of {0}");
    public static readonly Text CheckedHelp = new(
        "Bên trái là chỗ cần sửa, bên phải là những gì sẽ thay đổi trong báo cáo. Chưa ghi gì cho đến khi bạn bấm ghi.",
        "On the left what needs correction, on the right what would change in the report. Nothing is written before you say so.");
    public static readonly Text Ready = new("Tệp không có lỗi: {0} số liệu sẽ được ghi.", "The file has no faults: {0} figures will be written.");
    public static readonly Text Nothing = new("Tệp không có lỗi và không thay đổi gì so với báo cáo.", "The file has no faults and changes nothing in the report.");
    public static readonly Text Refused = new("Tệp có {0} lỗi. Chưa ghi gì.", "The file has {0} faults. Nothing was written.");
    public static readonly Text Asks = new("Có điều cần bạn trả lời trước khi ghi.", "Something must be answered before anything is written.");
    public static readonly Text Partly = new("Đã ghi {0} số liệu; các dòng có lỗi chưa được ghi.", "{0} figures were written; rows with faults were not.");
    public static readonly Text OtherReport = new(
        "Tệp có số liệu của báo cáo khác ({0}). Hãy mở báo cáo đó để nộp tệp, hoặc tải mẫu của báo cáo này.",
        "The file has figures of another report ({0}). Open that report to send it, or download the template of this one.");
    public static readonly Text Faults = new("Lỗi trong tệp", "Faults in the file");
    public static readonly Text NoFaults = new("Không có lỗi", "No faults");
    public static readonly Text Place = new("Ô", "Cell");
    public static readonly Text InFile = new("Trong tệp", "In the file");
    public static readonly Text Reason = new("Lý do", "Reason");
    public static readonly Text Remedy = new("Cách sửa", "Remedy");
    public static readonly Text OfFile = new("cả tệp", "the file");
    public static readonly Text RowNumber = new("dòng {0}", "row {0}");
    public static readonly Text Notice = new("lưu ý", "notice");
    public static readonly Text Changes = new("Thay đổi trong báo cáo", "Changes in the report");
    public static readonly Text NoChanges = new("Tệp không thay đổi gì", "The file changes nothing");
    public static readonly Text Now = new("Đang có", "Now");
    public static readonly Text Then = new("Sau khi ghi", "Afterwards");
    public static readonly Text RowFaulty = new("có lỗi, không ghi", "faulty, not written");
    public static readonly Text Unchanged = new("{0} số liệu giữ nguyên.", "{0} figures stay as they are.");
    public static readonly Text Questions = new("Cần trả lời", "To be answered");
    public static readonly Text ScaleUp = new("{0}: {1} lớn hơn khoảng {2} lần so với {3} của kỳ trước. Có nhầm đơn vị tính không?", "{0}: {1} is about {2} times more than {3} of the earlier period. Is the unit right?");
    public static readonly Text ScaleDown = new("{0}: {1} nhỏ hơn khoảng {2} lần so với {3} của kỳ trước. Có nhầm đơn vị tính không?", "{0}: {1} is about {2} times less than {3} of the earlier period. Is the unit right?");
    public static readonly Text WhyRight = new("Vì sao đúng", "Why it is right");
    public static readonly Text Write = new("Ghi vào báo cáo", "Write into the report");
    public static readonly Text WriteGood = new("Chỉ ghi {0} dòng không có lỗi", "Write only the {0} rows without faults");
    public static readonly Text Again = new("Chọn tệp khác", "Choose another file");
}
