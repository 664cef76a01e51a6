using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;

namespace RegionLink.Server.Web.Region;

/// <summary>Texts of the region's pages.</summary>
internal static class RegionTexts
{
    public static readonly Text Title = new("Vùng Đông Nam Bộ", "The Southeast region");
    public static readonly Text Help = new(
        "Các tỉnh, thành phố đã hứa gì về chuyển đổi số và đang ở đâu. Chọn năm, giai đoạn ngân sách và địa giới; bấm vào một con số để xem nó từ đâu ra.",
        "What the provinces promised on digital transformation, and where they stand. Choose year, budget stage and boundaries; press a number to see where it comes from.");
    public static readonly Text Year = new("Năm", "Year");
    public static readonly Text Stage = new("Giai đoạn ngân sách", "Budget stage");
    public static readonly Text Boundary = new("Địa giới", "Boundaries");
    public static readonly Text Show = new("Xem", "Show");
    public static readonly Text Today = new("Hiện nay (3 tỉnh, thành phố)", "Of today (3 provinces)");
    public static readonly Text Old = new("Đến 30/6/2025 (6 tỉnh cũ và Long An)", "Until 30 June 2025 (6 old provinces and Long An)");
    public static readonly Text OtherDay = new("Ngày {0}", "On {0}");
    public static readonly Text Scoreboard = new("Bảng mục tiêu", "Scoreboard");
    public static readonly Text ScoreboardCaption = new(
        "Mục tiêu và kết quả năm {0}, {1}, địa giới ngày {2}", "Targets and results of {0}, {1}, boundaries of {2}");
    public static readonly Text Target = new("Mục tiêu", "Target");
    public static readonly Text Proposal = new("đề xuất của vùng, chưa phải luật", "proposed by the region, not law");
    public static readonly Text NotYet = new("chưa đến kỳ đánh giá", "does not judge this year yet");
    public static readonly Text NoValue = new("chưa có số liệu", "no data");
    public static readonly Text Points = new("{0} điểm %", "{0} points");
    public static readonly Text Nothing = new("Không có mục tiêu nào đánh giá năm này.", "No target judges this year.");

    public static Text Of(BudgetStage stage) => stage switch
    {
        BudgetStage.Submitted => new("dự toán trình", "submitted plan"),
        BudgetStage.Decided => new("dự toán được quyết định", "decided plan"),
        BudgetStage.Executed => new("thực hiện, giải ngân", "executed"),
        BudgetStage.Settled => new("quyết toán", "settled"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public static string Sign(GoalDirection direction) => direction switch
    {
        GoalDirection.AtLeast => "≥",
        GoalDirection.MoreThan => ">",
        GoalDirection.AtMost => "≤",
        GoalDirection.LessThan => "<",
        GoalDirection.Between => "=",
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };
}
