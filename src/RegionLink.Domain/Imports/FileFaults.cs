namespace RegionLink.Domain.Imports;

/// <summary>Ways a file, a sheet or a row as a whole can be wrong.</summary>
public static class FileFaults
{
    public static readonly FaultCode Empty = new(
        "import.file-empty",
        "Tệp rỗng.",
        "The file is empty.",
        "Kiểm tra lại tệp rồi gửi lại.",
        "Check the file and send it again.");

    public static readonly FaultCode TooLarge = new(
        "import.file-too-large",
        "Tệp lớn hơn mức cho phép {0} MB.",
        "The file is larger than the allowed {0} MB.",
        "Chia tệp thành nhiều tệp nhỏ hơn, hoặc dùng CSV.",
        "Split the file, or use CSV.");

    public static readonly FaultCode TooManyRows = new(
        "import.too-many-rows",
        "Tệp có hơn {0} dòng.",
        "The file has more than {0} rows.",
        "Chia tệp thành nhiều tệp nhỏ hơn.",
        "Split the file.");

    public static readonly FaultCode TooManyColumns = new(
        "import.too-many-columns",
        "Dòng {0} có hơn {1} cột.",
        "Row {0} has more than {1} columns.",
        "Xóa các cột thừa; dùng đúng tệp mẫu.",
        "Delete the extra columns; use the template.");

    public static readonly FaultCode CellTooLong = new(
        "import.cell-too-long",
        "Có ô dài hơn {0} ký tự (dòng {1}).",
        "A cell is longer than {0} characters (row {1}).",
        "Rút gọn nội dung ô, hoặc kiểm tra dấu nháy kép chưa đóng trong tệp CSV.",
        "Shorten the cell, or look for an unclosed quote in the CSV file.");

    public static readonly FaultCode Bomb = new(
        "import.file-expands-too-much",
        "Tệp nén phình ra quá mức cho phép khi mở.",
        "The compressed file grows beyond the allowed size when opened.",
        "Lưu lại tệp bằng phần mềm bảng tính rồi gửi lại.",
        "Save the file again from a spreadsheet program and send that.");

    public static readonly FaultCode Corrupt = new(
        "import.file-corrupt",
        "Tệp Excel bị hỏng hoặc chưa được ghi đầy đủ ({0}).",
        "The Excel file is damaged or only half written ({0}).",
        "Mở tệp bằng phần mềm bảng tính, lưu lại rồi gửi lại; kiểm tra việc tải tệp đã xong chưa.",
        "Open the file in a spreadsheet program, save it and send it again; check that the transfer was complete.");

    public static readonly FaultCode Encrypted = new(
        "import.file-encrypted",
        "Tệp được bảo vệ bằng mật khẩu.",
        "The file is protected by a password.",
        "Bỏ mật khẩu mở tệp rồi gửi lại.",
        "Remove the password and send the file again.");

    public static readonly FaultCode OldExcel = new(
        "import.file-old-excel",
        "Tệp ở định dạng Excel cũ (.xls) hoặc định dạng khác không được hỗ trợ.",
        "The file is in the old Excel format (.xls) or another one that is not supported.",
        "Lưu tệp dưới dạng .xlsx hoặc CSV UTF-8.",
        "Save the file as .xlsx or as CSV UTF-8.");

    public static readonly FaultCode UnknownFormat = new(
        "import.file-format-unknown",
        "Nội dung tệp không phải Excel (.xlsx) cũng không phải CSV.",
        "The content is neither Excel (.xlsx) nor CSV.",
        "Gửi tệp .xlsx hoặc CSV UTF-8.",
        "Send an .xlsx file or CSV in UTF-8.");

    public static readonly FaultCode NotUtf8 = new(
        "import.file-not-utf8",
        "Tệp CSV không phải UTF-8 (lỗi ở byte {0}, dòng {1}).",
        "The CSV file is not UTF-8 (byte {0}, line {1}).",
        "Lưu tệp dạng 'CSV UTF-8', hoặc gửi tệp .xlsx.",
        "Save the file as 'CSV UTF-8', or send an .xlsx file.");

    public static readonly FaultCode QuoteOpen = new(
        "import.quote-open",
        "Tệp CSV sai dấu nháy kép từ dòng {0}.",
        "The CSV file has a wrong or unclosed quote from line {0} on.",
        "Đóng dấu nháy kép; dấu nháy kép trong ô phải viết thành hai dấu.",
        "Close the quote; a quote inside a cell is written twice.");

    public static readonly FaultCode NoHeader = new(
        "import.header-not-found",
        "Không tìm thấy dòng tiêu đề của mẫu '{0}' trong {1} dòng đầu.",
        "The header row of the template '{2}' was not found in the first {1} rows.",
        "Dùng tệp mẫu, hoặc chọn đúng loại dữ liệu. Các cột cần có: {3}.",
        "Use the template, or choose the right kind. Columns needed: {4}.");

    public static readonly FaultCode ColumnMissing = new(
        "import.column-missing",
        "Thiếu cột bắt buộc '{0}'.",
        "The required column '{1}' is missing.",
        "Thêm cột này như trong tệp mẫu.",
        "Add the column as in the template.");

    public static readonly FaultCode ColumnRepeated = new(
        "import.column-repeated",
        "Cột '{0}' xuất hiện hai lần.",
        "The column '{0}' stands there twice.",
        "Giữ lại một cột.",
        "Keep one of them.");

    public static readonly FaultCode ColumnUnknown = new(
        "import.column-unknown",
        "Cột '{0}' không có trong mẫu; cột này không được đọc.",
        "The column '{0}' is not in the template; it is not read.",
        "Nếu cột này cần được đọc, sửa tiêu đề theo tệp mẫu.",
        "If it should be read, write the header as in the template.");

    public static readonly FaultCode SheetIgnored = new(
        "import.sheet-not-read",
        "Trang tính '{0}' không được đọc.",
        "The sheet '{0}' is not read.",
        "Nếu trang này có dữ liệu, chuyển sang trang '{1}'.",
        "If it holds data, move them to the sheet '{1}'.");

    public static readonly FaultCode SheetHidden = new(
        "import.sheet-hidden",
        "Trang tính ẩn '{0}' không được đọc.",
        "The hidden sheet '{0}' is not read.",
        "Nếu trang này có dữ liệu, bỏ ẩn và chuyển sang trang '{1}'.",
        "If it holds data, unhide it and move them to the sheet '{1}'.");

    public static readonly FaultCode NoRows = new(
        "import.no-rows",
        "Không có dòng dữ liệu nào dưới dòng tiêu đề.",
        "There is no row of data below the header.",
        "Điền ít nhất một dòng.",
        "Fill in at least one row.");

    public static readonly FaultCode RowRepeated = new(
        "import.row-repeated",
        "'{0}' đã có ở dòng {1} của tệp này.",
        "'{0}' already stands in row {1} of this file.",
        "Giữ lại một dòng.",
        "Keep one of the rows.");

    public static readonly FaultCode Conflict = new(
        "import.conflict",
        "'{0}' đã được người khác sửa sau khi tệp này được xuất (phiên bản trong tệp {1}, hiện tại {2}). Không ghi đè.",
        "'{0}' was changed by somebody else after this file was exported (version in the file {1}, now {2}). It is not overwritten.",
        "Xuất lại dữ liệu, sửa trên bản mới rồi nhập lại.",
        "Export again, make the change there and import that file.");

    public static readonly FaultCode VersionMissing = new(
        "import.version-missing",
        "'{0}' đã có trong hệ thống với nội dung khác; dòng này không mang phiên bản nên không biết được đã sửa từ bản nào.",
        "'{0}' exists with another content; the row carries no version, so it cannot be told what it was made from.",
        "Xuất dữ liệu, sửa trên tệp đó rồi nhập lại.",
        "Export the data, make the change there and import that file.");

    public static readonly FaultCode Gone = new(
        "import.row-gone",
        "'{0}' không còn trong hệ thống hoặc đã đổi mã.",
        "'{0}' is not in the platform, or its key was changed.",
        "Để tạo dòng mới, xóa ô phiên bản; để sửa dòng cũ, giữ nguyên mã.",
        "To add a row, empty its version cell; to change one, keep its key.");

    public static readonly FaultCode UnitMissing = new(
        "import.unit-missing",
        "Không rõ dòng này thuộc đơn vị nào.",
        "It cannot be told which unit the row belongs to.",
        "Điền cột đơn vị, hoặc nêu đơn vị khi nhập (unit=79@2025-07-01).",
        "Fill in the unit column, or name the unit when importing (unit=79@2025-07-01).");

    public static readonly FaultCode UnitUnknown = new(
        "import.unit-unknown",
        "'{0}' không phải mã đơn vị.",
        "'{0}' is not the key of a unit.",
        "Ghi mã và ngày hiệu lực, ví dụ 79@2025-07-01.",
        "Write code and first day, such as 79@2025-07-01.");

    public static readonly FaultCode OtherUnit = new(
        "import.other-unit",
        "Bạn không được ghi dữ liệu của đơn vị {0}.",
        "You may not write for the unit {0}.",
        "Bỏ dòng này, hoặc nhờ đơn vị đó nhập.",
        "Remove the row, or let that unit import it.");

    public static readonly FaultCode CannotChange = new(
        "import.value-fixed",
        "'{0}' không thể đổi bằng tệp: hiện là '{2}', trong tệp là '{3}'.",
        "'{1}' cannot be changed by a file: it is '{2}', the file says '{3}'.",
        "Giữ nguyên giá trị cũ, hoặc tạo dòng mới với mã khác.",
        "Keep the old value, or add a new row with another key.");

    public static readonly FaultCode CannotEmpty = new(
        "import.value-cannot-be-emptied",
        "'{0}' đã có giá trị {2}, không thể xóa trống bằng tệp.",
        "'{1}' holds {2}; a file cannot empty it.",
        "Giữ nguyên giá trị, hoặc ghi giá trị mới (0 nếu đúng là không).",
        "Keep the value or write a new one (0 if it really is none).");
}
