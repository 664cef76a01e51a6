using RegionLink.Domain.Common;

namespace RegionLink.Domain.Units;

/// <summary>What can be wrong with units, and with a question about them.</summary>
public static class UnitRefusals
{
    public static readonly RefusalCode Unknown = new(
        "unit.unknown",
        "Không có đơn vị hành chính nào có khóa {0}. Khóa gồm mã và ngày bắt đầu, ví dụ 79@2025-07-01 hoặc 77@origin.",
        "No administrative unit has the key {0}. A key is a code and a first day, such as 79@2025-07-01 or 77@origin.");

    public static readonly RefusalCode CodeUnknownOn = new(
        "unit.code-unknown-on",
        "Ngày {1} không có đơn vị hành chính nào mang mã {0}.",
        "On {1} no administrative unit has the code {0}.");

    public static readonly RefusalCode TwiceDefined = new(
        "unit.twice-defined",
        "Đơn vị {0} được khai báo hai lần; chỉ giữ một.",
        "Unit {0} is defined twice; keep one.");

    public static readonly RefusalCode EndsBeforeItBegins = new(
        "unit.ends-before-it-begins",
        "Đơn vị {0} kết thúc ngày {1}, trước ngày bắt đầu; sửa validTo hoặc khóa.",
        "Unit {0} ends on {1}, before it begins; mend validTo or the key.");

    public static readonly RefusalCode Overlap = new(
        "unit.overlap",
        "Đơn vị {0} và {1} cùng mang một mã trong cùng thời gian; đặt ngày kết thúc của đơn vị trước vào hôm trước ngày {1} bắt đầu.",
        "Units {0} and {1} bear the same code at the same time; end the former on the day before {1} begins.");

    public static readonly RefusalCode ParentMissing = new(
        "unit.parent-missing",
        "Đơn vị {0} thuộc mã {1}, nhưng ngày {2} không có đơn vị nào cấp trên mang mã này; sửa cấp trên hoặc thời hạn.",
        "Unit {0} belongs to code {1}, but on {2} no unit of a higher level bears it; mend the parent or the validity.");

    public static readonly RefusalCode LinkEndUnknown = new(
        "unit.link-end-unknown",
        "Liên kết {0} -> {1}: không có đơn vị {2}; khai báo đơn vị hoặc sửa liên kết.",
        "Link {0} -> {1}: there is no unit {2}; define it or mend the link.");

    public static readonly RefusalCode LinkTwice = new(
        "unit.link-twice",
        "Liên kết {0} -> {1} được khai báo hai lần; chỉ giữ một.",
        "Link {0} -> {1} is given twice; keep one.");

    public static readonly RefusalCode LinkLevels = new(
        "unit.link-levels",
        "Liên kết {0} -> {1} nối hai cấp hành chính khác nhau; một đơn vị chỉ trở thành đơn vị cùng cấp.",
        "Link {0} -> {1} joins two levels; a unit becomes a unit of its own level.");

    public static readonly RefusalCode LinkDays = new(
        "unit.link-days",
        "Liên kết {0} -> {1}: {0} phải kết thúc đúng hôm trước ngày {1} bắt đầu; sửa validTo hoặc khóa.",
        "Link {0} -> {1}: {0} must end on the day before {1} begins; mend validTo or the key.");

    public static readonly RefusalCode WholeAndSplit = new(
        "unit.whole-and-split",
        "Đơn vị {0} có liên kết 'whole' nhưng còn dẫn tới đơn vị khác; đánh dấu mọi liên kết của nó là 'part' hoặc bỏ bớt.",
        "Unit {0} has a link marked 'whole' and leads elsewhere too; mark all its links 'part' or drop the others.");

    public static readonly RefusalCode PartAlone = new(
        "unit.part-alone",
        "Đơn vị {0} chỉ có một liên kết và được đánh dấu 'part'; bổ sung các liên kết còn lại hoặc đánh dấu 'whole'.",
        "Unit {0} has a single link and it is marked 'part'; add the other links or mark it 'whole'.");

    public static readonly RefusalCode EndsInNothing = new(
        "unit.ends-in-nothing",
        "Đơn vị {0} kết thúc ngày {1} nhưng không có liên kết nào cho biết nó trở thành đơn vị nào; bổ sung liên kết.",
        "Unit {0} ends on {1} and no link says what it became; add the link.");
}
