namespace RegionLink.Server.Web.Sources;

/// <summary>Texts of the page of sources.</summary>
internal static class SourceTexts
{
    public static readonly Text Title = new("Nguồn số liệu", "Sources of the data");
    public static readonly Text Help = new(
        "Mọi số liệu, mục tiêu và địa giới có sẵn trên RegionLink lấy từ các nguồn này. Mỗi con số nêu nguồn của nó; độ tin cậy là đánh giá của nền tảng.",
        "All published values, targets and boundaries on RegionLink come from these sources. Each number names its own; how far one is trusted is the platform's judgement.");
    public static readonly Text Count = new("{0} nguồn", "{0} sources");
    public static readonly Text Source = new("Nguồn", "Source");
    public static readonly Text Published = new("Công bố", "Published");
    public static readonly Text Trust = new("Độ tin cậy", "Trust");
    public static readonly Text SameByApi = new("Cùng danh sách này qua API, kèm ghi chú", "The same list by API, with notes");

    public static Text OfTrust(string trust) => trust switch
    {
        "high" => new("cao", "high"),
        "medium" => new("trung bình", "medium"),
        _ => new("thấp", "low"),
    };
}
