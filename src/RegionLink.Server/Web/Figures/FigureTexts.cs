namespace RegionLink.Server.Web.Figures;

/// <summary>Texts of the card of an observation.</summary>
internal static class FigureTexts
{
    public static readonly Text Help = new(
        "Một số liệu cùng mọi lần sửa của nó: nguồn, nguồn gốc, ai chấp nhận và khi nào. Không lần sửa nào bị xóa.",
        "An observation with every revision of it: source, origin, who accepted it and when. No revision is ever deleted.");
    public static readonly Text Value = new("Giá trị", "Value");
    public static readonly Text Unit = new("Đơn vị", "Unit");
    public static readonly Text RankedOutOf = new("Xếp trong", "Ranked out of");
    public static readonly Text Recorded = new("Ghi vào lúc", "Recorded");
    public static readonly Text Superseded = new("Được thay lúc", "Replaced");
    public static readonly Text Holds = new("đang dùng", "in use");
    public static readonly Text Replaced = new("Số liệu này đã được thay bằng một lần sửa mới hơn.", "This value was replaced by a later revision.");
    public static readonly Text Revisions = new("Các lần sửa", "Revisions");
    public static readonly Text Batch = new("Đợt số liệu", "Batch");
    public static readonly Text Accepted = new("Chấp nhận", "Accepted");
    public static readonly Text Published = new("Công bố", "Published");
    public static readonly Text ByAt = new("{0}, lúc {1}", "{0}, at {1}");
    public static readonly Text FromSources = new(
        "Lấy từ nguồn đã công bố; không qua báo cáo trên RegionLink.", "Taken from a published source; it did not pass through a report on RegionLink.");
    public static readonly Text Report = new("Báo cáo", "Report");
}
