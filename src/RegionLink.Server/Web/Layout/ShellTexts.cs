namespace RegionLink.Server.Web.Layout;

/// <summary>Texts around every page.</summary>
internal static class ShellTexts
{
    public static readonly Text Name = new("RegionLink Đông Nam Bộ", "RegionLink Southeast Vietnam");
    public static readonly Text Purpose = new("Chuyển đổi số vùng Đông Nam Bộ: báo cáo một lần, dùng chung", "Digital transformation of Southeast Vietnam: reported once, used by all");
    public static readonly Text Skip = new("Đến nội dung chính", "Skip to the main content");
    public static readonly Text Navigation = new("Điều hướng chính", "Main navigation");
    public static readonly Text OtherLanguage = new("English", "Tiếng Việt");
    public static readonly Text Region = new("Vùng", "Region");
    public static readonly Text Provinces = new("Tỉnh, thành phố", "Provinces");
    public static readonly Text Projects = new("Dự án", "Projects");
    public static readonly Text Explorer = new("Tra cứu số liệu", "Explore data");
    public static readonly Text Desk = new("Bàn làm việc", "My desk");
    public static readonly Text Coordination = new("Điều phối", "Coordination");
    public static readonly Text Glossary = new("Thuật ngữ", "Glossary");
    public static readonly Text Illustrative = new(
        "Trang này có dữ liệu minh họa (được đánh dấu), không phải số liệu thật.",
        "This page holds illustrative data (marked as such): made up, not real.");
    public static readonly Text OpenData = new("Số liệu công khai qua API", "Public data by API");
    public static readonly Text Sources = new("Nguồn số liệu", "Sources of the data");
    public static readonly Text Boundaries = new(
        "Ranh giới hành chính (giản lược, chỉ để tham khảo): thanglequoc/vietnamese-provinces-database (MIT), theo bản đồ hành chính tham chiếu sapnhap.bando.com.vn.",
        "Administrative boundaries (simplified, reference only): thanglequoc/vietnamese-provinces-database (MIT), after the administrative reference map of Vietnam, sapnhap.bando.com.vn.");
    public static readonly Text Printed = new("In từ {0} lúc {1}", "Printed from {0} at {1}");
    public static readonly Text Breadcrumb = new("Bạn đang ở", "You are here");
}
