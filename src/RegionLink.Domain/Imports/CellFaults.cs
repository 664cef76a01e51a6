namespace RegionLink.Domain.Imports;

/// <summary>Ways a single cell can be wrong.</summary>
public static class CellFaults
{
    public static readonly FaultCode NotANumber = new(
        "import.not-a-number",
        "Ô này phải là số.",
        "This cell must hold a number.",
        "Ghi số, ví dụ 1.234.567,5 hoặc 1,234,567.5; không kèm chữ.",
        "Write a number such as 1.234.567,5 or 1,234,567.5, without words.");

    public static readonly FaultCode NumberAmbiguous = new(
        "import.number-ambiguous",
        "Không rõ '{0}' là {1:0.############} (cách viết Việt Nam) hay {2:0.############} (cách viết Anh); cột này không có số nào cho biết cách viết.",
        "'{0}' may be {1:0.############} (written the Vietnamese way) or {2:0.############} (the English way); no other number in the column tells which.",
        "Bỏ dấu phân cách hàng nghìn, hoặc định dạng ô là số, hoặc nêu cách viết số (numbers=vi hay numbers=en) khi nhập.",
        "Leave out the thousands separators, or format the cells as numbers, or state the notation (numbers=vi or numbers=en) when importing.");

    public static readonly FaultCode NumbersMixed = new(
        "import.numbers-mixed",
        "Cột này có cả số viết kiểu Việt Nam và kiểu Anh; không thể đoán '{0}'.",
        "The column holds numbers written the Vietnamese way and the English way; '{0}' cannot be told.",
        "Viết mọi số trong cột theo một kiểu, hoặc định dạng ô là số.",
        "Write every number of the column the same way, or format the cells as numbers.");

    public static readonly FaultCode NumberNotDeclared = new(
        "import.number-other-notation",
        "'{0}' không theo cách viết số đã nêu ({1}).",
        "'{0}' does not follow the stated notation ({1}).",
        "Sửa số này, hoặc nêu đúng cách viết số của tệp.",
        "Correct the number, or state the notation the file really uses.");

    public static readonly FaultCode NumberShortened = new(
        "import.number-shortened",
        "'{0}' là số đã bị rút gọn, các chữ số sau đã mất.",
        "'{0}' is a shortened number; its last digits are lost.",
        "Mở tệp gốc, định dạng cột là số không rút gọn (0) rồi lưu lại.",
        "Open the original, format the column as plain number (0) and save again.");

    public static readonly FaultCode NumberTooLong = new(
        "import.number-too-long",
        "'{0}' có hơn 15 chữ số; bảng tính không giữ được chính xác số này.",
        "'{0}' has more than 15 digits; a spreadsheet does not hold it exactly.",
        "Định dạng ô là văn bản và ghi đủ chữ số, hoặc dùng đơn vị tiền lớn hơn.",
        "Format the cell as text and write all digits, or use a larger money unit.");

    public static readonly FaultCode NumberOutOfRange = new(
        "import.number-out-of-range",
        "{0} nằm ngoài khoảng cho phép từ {1} đến {2}.",
        "{0} is outside the allowed range from {1} to {2}.",
        "Kiểm tra lại số và đơn vị tính.",
        "Check the number and its unit.");

    public static readonly FaultCode NotWhole = new(
        "import.not-whole",
        "{0} không phải là số nguyên{1}.",
        "{0} is not a whole number{1}.",
        "Số tiền phải tròn đồng; số đếm phải là số nguyên. Kiểm tra dấu thập phân và đơn vị tính.",
        "Money is whole đồng and counts are whole; check the decimal sign and the unit.");

    public static readonly FaultCode PercentHere = new(
        "import.percent-not-expected",
        "'{0}' là tỷ lệ phần trăm, cột này không nhận phần trăm.",
        "'{0}' is a percentage; this column takes none.",
        "Ghi số không có dấu %.",
        "Write a number without %.");

    /// <summary>A notice: growth may be more than 100 %, a share may not.</summary>
    public static readonly FaultCode PercentAboveAll = new(
        "import.percent-above-100",
        "'{0}' là hơn 100%.",
        "'{0}' is more than 100%.",
        "Kiểm tra lại: một tỷ lệ trong tổng số không thể vượt 100%. Nếu đúng là mức tăng hoặc mức so với kế hoạch thì giữ nguyên.",
        "Check it: a part of a whole cannot be more than 100%. Leave it when it is a growth or a comparison with a plan.");

    public static readonly FaultCode MoneyUnitUnknown = new(
        "import.money-unit-unknown",
        "Không có đơn vị tiền '{0}'.",
        "There is no money unit '{0}'.",
        "Dùng: đồng, nghìn đồng, triệu đồng, tỷ đồng.",
        "Use: đồng, nghìn đồng (thousand), triệu đồng (million), tỷ đồng (thousand million).");

    public static readonly FaultCode MoneyUnitContradicts = new(
        "import.money-unit-contradicts",
        "Ô ghi đơn vị '{0}' nhưng cột hoặc dòng này tính bằng {1}.",
        "The cell says '{0}' but its column or row is in {1}.",
        "Chỉ ghi số trong ô; ghi đơn vị ở tiêu đề cột hoặc cột đơn vị tiền.",
        "Write the number alone; name the unit in the column's title or in the money unit column.");

    public static readonly FaultCode NotADate = new(
        "import.not-a-date",
        "Ô này phải là ngày.",
        "This cell must hold a date.",
        "Ghi ngày dạng 31/12/2026 hoặc 2026-12-31, hoặc định dạng ô là ngày.",
        "Write a date as 31/12/2026 or 2026-12-31, or format the cell as a date.");

    public static readonly FaultCode DateAmbiguous = new(
        "import.date-ambiguous",
        "Không rõ '{0}' là ngày {1} hay ngày {2}.",
        "'{0}' may be {1} or {2}.",
        "Ghi ngày dạng 2026-12-31, hoặc dùng tệp mẫu tiếng Việt (ngày/tháng/năm).",
        "Write the date as 2026-12-31, or use the Vietnamese template (day/month/year).");

    public static readonly FaultCode DateMonthFirst = new(
        "import.date-month-first",
        "'{0}' viết tháng trước ngày.",
        "'{0}' has the month before the day.",
        "Ghi ngày trước tháng (31/12/2026) hoặc dạng 2026-12-31.",
        "Write the day first (31/12/2026) or use 2026-12-31.");

    public static readonly FaultCode DateShortYear = new(
        "import.date-short-year",
        "'{0}' chỉ có hai chữ số năm.",
        "'{0}' has a year of two digits.",
        "Ghi đủ bốn chữ số năm.",
        "Write the year with four digits.");

    public static readonly FaultCode NotInList = new(
        "import.not-in-list",
        "'{0}' không có trong danh mục của cột này.",
        "'{0}' is not in the list of this column.",
        "Chọn một trong: {1}.",
        "Choose one of: {2}.");

    public static readonly FaultCode Missing = new(
        "import.value-missing",
        "Thiếu '{0}'.",
        "'{1}' is missing.",
        "Điền ô này; cột này bắt buộc.",
        "Fill in the cell; the column is required.");

    public static readonly FaultCode TextTooLong = new(
        "import.text-too-long",
        "Văn bản dài {0} ký tự, tối đa {1}.",
        "The text has {0} characters; at most {1}.",
        "Rút gọn văn bản.",
        "Shorten the text.");

    public static readonly FaultCode FormulaError = new(
        "import.formula-error",
        "Công thức trong ô báo lỗi {0}.",
        "The formula in the cell shows the error {0}.",
        "Sửa công thức hoặc thay bằng giá trị.",
        "Correct the formula or replace it by its value.");

    public static readonly FaultCode FormulaNotComputed = new(
        "import.formula-not-computed",
        "Ô có công thức chưa được tính; tệp không lưu kết quả.",
        "The cell holds a formula that was never computed; the file has no result.",
        "Mở tệp bằng phần mềm bảng tính, lưu lại rồi nhập.",
        "Open the file in a spreadsheet program, save it and import again.");

    public static readonly FaultCode Merged = new(
        "import.cell-merged",
        "Vùng {0} là các ô gộp; không rõ giá trị thuộc dòng nào.",
        "The cells {0} are merged; it cannot be told which row the value belongs to.",
        "Bỏ gộp ô và ghi giá trị vào từng dòng.",
        "Unmerge the cells and write the value into each row.");
}
