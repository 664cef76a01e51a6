using RegionLink.Domain.Common;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>What can be wrong with the files of the provinces folder, each with the remedy.</summary>
public static class MistakeCodes
{
    public static readonly RefusalCode FolderMissing = new(
        "reference.folder-missing",
        "Không tìm thấy thư mục {0}; chỉ định thư mục dữ liệu các tỉnh.",
        "There is no folder {0}; say where the provinces folder is.");

    public static readonly RefusalCode FileMissing = new(
        "reference.file-missing",
        "Thiếu tệp này; xem provinces/README.md để biết nội dung.",
        "This file is missing; provinces/README.md says what it holds.");

    public static readonly RefusalCode FileUnknown = new(
        "reference.file-unknown",
        "Không có phần nào của hệ thống đọc tệp này; đổi tên cho đúng hoặc xóa đi.",
        "Nothing reads this file; mend its name or remove it.");

    public static readonly RefusalCode NotUtf8 = new(
        "reference.not-utf8",
        "Tệp không phải UTF-8; lưu lại dưới dạng UTF-8.",
        "The file is not UTF-8; save it as UTF-8.");

    public static readonly RefusalCode NotJson = new(
        "reference.not-json",
        "Không phải JSON hợp lệ: {0}",
        "Not valid JSON: {0}");

    public static readonly RefusalCode FieldUnknown = new(
        "reference.field-unknown",
        "Không có trường \"{0}\"; sửa tên trường hoặc bỏ đi.",
        "There is no field \"{0}\"; mend its name or remove it.");

    public static readonly RefusalCode FieldMissing = new(
        "reference.field-missing",
        "Thiếu trường bắt buộc \"{0}\".",
        "The required field \"{0}\" is missing.");

    public static readonly RefusalCode FieldTwice = new(
        "reference.field-twice",
        "Trường \"{0}\" xuất hiện hai lần; chỉ giữ một.",
        "Field \"{0}\" is given twice; keep one.");

    public static readonly RefusalCode FieldUnreadable = new(
        "reference.field-unreadable",
        "Không đọc được giá trị {1} của trường \"{0}\"; xem provinces/README.md để biết các giá trị được phép.",
        "The value {1} of field \"{0}\" cannot be read; provinces/README.md lists what is allowed.");

    public static readonly RefusalCode HeaderDiffers = new(
        "reference.header-differs",
        "Dòng tiêu đề phải là: {0}",
        "The header must be: {0}");

    public static readonly RefusalCode CellCount = new(
        "reference.cell-count",
        "Dòng có {0} ô, cần {1}; đặt ô có dấu phẩy trong ngoặc kép.",
        "The row has {0} cells instead of {1}; put a cell with a comma into double quotes.");

    public static readonly RefusalCode CellUnreadable = new(
        "reference.cell-unreadable",
        "Ô {0} có giá trị \"{1}\" không đọc được; cần {2}.",
        "Cell {0} has the value \"{1}\", which cannot be read; expected {2}.");

    public static readonly RefusalCode QuoteOpen = new(
        "reference.quote-open",
        "Dấu ngoặc kép không đóng hoặc có ký tự sau dấu đóng.",
        "A double quote is not closed, or something follows the closing one.");

    public static readonly RefusalCode TwiceDefined = new(
        "reference.twice-defined",
        "\"{0}\" đã được khai báo ở {1}; chỉ giữ một.",
        "\"{0}\" is already defined in {1}; keep one.");

    public static readonly RefusalCode SourceUnknown = new(
        "reference.source-unknown",
        "Không có nguồn \"{0}\" trong sources.csv; thêm nguồn hoặc sửa tên.",
        "There is no source \"{0}\" in sources.csv; add it or mend the name.");

    public static readonly RefusalCode SourceUnused = new(
        "reference.source-unused",
        "Không có dữ kiện nào dùng nguồn \"{0}\"; bỏ dòng này hoặc ghi nguồn vào dữ kiện.",
        "No fact uses the source \"{0}\"; remove the row or name it in the fact.");

    public static readonly RefusalCode ActUnknown = new(
        "reference.act-unknown",
        "Không có văn bản \"{0}\" trong legal.json; thêm văn bản hoặc sửa số hiệu.",
        "There is no act \"{0}\" in legal.json; add it or mend the number.");

    public static readonly RefusalCode MetricUnknown = new(
        "reference.metric-unknown",
        "Không có chỉ tiêu \"{0}\" trong metrics/; thêm chỉ tiêu hoặc sửa tên.",
        "There is no metric \"{0}\" in metrics/; add it or mend the name.");

    public static readonly RefusalCode UnitUnknown = new(
        "reference.unit-unknown",
        "Không có đơn vị {0} trong thư mục này; thêm đơn vị hoặc sửa khóa.",
        "There is no unit {0} in this folder; add it or mend the key.");

    public static readonly RefusalCode FolderDiffers = new(
        "reference.folder-differs",
        "Thư mục tên là {1} nhưng khóa là {0}; đặt tên thư mục theo khóa.",
        "The folder is called {1} but the key is {0}; name the folder after the key.");

    public static readonly RefusalCode LevelDiffers = new(
        "reference.level-differs",
        "Loại {0} không thuộc cấp {1}; sửa kind hoặc level.",
        "Kind {0} does not stand on level {1}; mend kind or level.");

    public static readonly RefusalCode CountDiffers = new(
        "reference.count-differs",
        "Ngày {0} có {1} đơn vị loại {2}, số kiểm tra là {3}; bổ sung xã, phường thiếu hoặc sửa số kiểm tra.",
        "On {0} there are {1} units of kind {2}, the control total says {3}; add what is missing or mend the total.");

    public static readonly RefusalCode FormerProvinceDiffers = new(
        "reference.former-province-differs",
        "Xã {0} ghi tỉnh cũ {1}, nhưng các liên kết cho thấy {2}; sửa một trong hai.",
        "Commune {0} names the former province {1}, its links say {2}; mend one of them.");

    public static readonly RefusalCode NoteMissing = new(
        "reference.note-missing",
        "Đơn vị {0} không có đơn vị tiền thân; ghi vào note trước đó ở đây là gì.",
        "Unit {0} has no unit before it; say in the note what was there.");

    public static readonly RefusalCode LinkWithoutUnit = new(
        "reference.link-without-unit",
        "Xã, phường {0} bắt đầu từ {1} nhưng không có dòng nào trong commune-lineage.csv; thêm liên kết, hoặc một dòng không có from kèm note.",
        "Commune {0} begins on {1} and has no row in commune-lineage.csv; add its links, or a row without from and with a note.");

    public static readonly RefusalCode ConfirmsNothing = new(
        "reference.confirms-nothing",
        "{0} kỳ {1}: trong tệp không có giá trị nào được dùng bằng giá trị này để xác nhận; ghi accepted, estimate hoặc conflict.",
        "{0} for {1}: the file has no value in use equal to this one to confirm; make it accepted, estimate or conflict.");

    public static readonly RefusalCode DueUnclear = new(
        "reference.due-unclear",
        "Mục tiêu {0}: due phải là (every: year, from: năm) hoặc (by: ngày).",
        "Target {0}: due is either (every: year, from: a year) or (by: a day).");

    public static readonly RefusalCode WeightsDiffer = new(
        "reference.weights-differ",
        "{0}: các phần cộng lại được {1}, tổng ghi là {2}.",
        "{0}: the parts add up to {1}, the total says {2}.");

    public static readonly RefusalCode ScoreDiffers = new(
        "reference.score-differs",
        "{0}: công thức cho {1}, số công bố là {2}.",
        "{0}: the rule gives {1}, the published score is {2}.");
}
