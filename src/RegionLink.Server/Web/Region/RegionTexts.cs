using RegionLink.Domain.Common;

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
    public static readonly Text NationCaption = new("Mục tiêu cả nước và kết quả năm {0}, {1}", "Targets of the nation and results of {0}, {1}");
    public static readonly Text Target = new("Mục tiêu", "Target");
    public static readonly Text Proposal = new("đề xuất của vùng, chưa phải luật", "proposed by the region, not law");
    public static readonly Text NotYet = new("chưa đến kỳ đánh giá", "does not judge this year yet");
    public static readonly Text NoValue = new("chưa có số liệu", "no data");
    public static readonly Text Points = new("{0} điểm %", "{0} points");
    public static readonly Text Nothing = new("Không có mục tiêu nào đánh giá năm này.", "No target judges this year.");

    public static readonly Text Share = new("Tỷ lệ chi ngân sách cho chuyển đổi số", "DX share of the budget");
    public static readonly Text ShareYear = new("Tỷ lệ chi ngân sách cho chuyển đổi số năm {0}", "DX share of the budget in {0}");
    public static readonly Text ShareNote = new("Mục tiêu {0}. Giai đoạn: {1}.", "Target {0}. Stage: {1}.");
    public static readonly Text MapTitle = new("Tỷ lệ chi cho chuyển đổi số năm {0}, địa giới ngày {1}", "DX share of the budget in {0}, boundaries of {1}");
    public static readonly Text Unit = new("Đơn vị", "Unit");
    public static readonly Text Value = new("Tỷ lệ", "Share");
    public static readonly Text Verdict = new("Đánh giá", "Verdict");
    public static readonly Text Gap = new("So với mục tiêu", "Against the target");
    public static readonly Text OtherRegion = new("thuộc vùng khác", "in another region");
    public static readonly Text Trend = new("Xu hướng so với mức 1%", "Trend against the 1% line");
    public static readonly Text TrendNote = new(
        "Giá trị do nguồn công bố và giá trị RegionLink tính từ các dòng ngân sách được ghi riêng. Mỗi năm theo địa giới cuối năm đó, nên đường biểu diễn không nối qua ngày sắp xếp 01/7/2025.",
        "What a source published and what RegionLink computes from budget lines are told apart. Each year stands on the borders at its end, so no line crosses the merger of 1 July 2025.");
    public static readonly Text TrendEmpty = new("Chưa có tỷ lệ nào cho các năm này ở giai đoạn đã chọn.", "There is no share for these years at the chosen stage.");
    public static readonly Text Published = new("công bố", "published");
    public static readonly Text Computed = new("tính toán", "computed");
    public static readonly Text OnePercent = new("Mức 1%", "1% line");
    public static readonly Text Delays = new("Dự án trễ hạn, chậm tiến độ", "Late and slow projects");
    public static readonly Text DelaysNote = new("{0} dự án đến ngày {1}", "{0} projects as of {1}");
    public static readonly Text DelaysNone = new("Không có dự án trễ hạn hoặc chậm tiến độ nào mà bạn được xem.", "No late or slow project that you may see.");
    public static readonly Text DelaysSharing = new(
        "Mỗi tỉnh quyết định chia sẻ dự án công khai, trong vùng hay giữ riêng. Đăng nhập để xem dự án chia sẻ trong vùng.",
        "Each province decides whether its projects are public, shared in the region or kept private. Sign in to see what is shared in the region.");
    public static readonly Text AllDelays = new("Tất cả dự án trễ hạn", "All late projects");
    public static readonly Text Project = new("Dự án", "Project");
    public static readonly Text DaysLate = new("Trễ", "Days late");
    public static readonly Text Days = new("{0} ngày", "{0} days");
    public static readonly Text State = new("Tình trạng", "State");
    public static readonly Text WithoutData = new("Mục tiêu chưa có số liệu cho năm {1}: {0}", "Targets without data for {1}: {0}");
    public static readonly Text WithoutDataNote = new(
        "RegionLink không thay số liệu thiếu bằng số 0 hay ước đoán. Bấm vào một ô để xem thiếu gì.",
        "RegionLink never puts a zero or a guess in the place of what is missing. Press a cell to see what is missing.");

    public static Text Of(BudgetStage stage) => stage switch
    {
        BudgetStage.Submitted => new("dự toán trình", "submitted plan"),
        BudgetStage.Decided => new("dự toán được quyết định", "decided plan"),
        BudgetStage.Executed => new("thực hiện, giải ngân", "executed"),
        BudgetStage.Settled => new("quyết toán", "settled"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
