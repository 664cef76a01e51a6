using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;

namespace RegionLink.Server.Web.Region;

/// <summary>Texts of the card behind a number.</summary>
internal static class CardTexts
{
    public static readonly Text Help = new(
        "Con số này là gì, do đâu mà có, ai công bố và tính ra sao. Địa chỉ của thẻ giữ nguyên mọi lựa chọn nên gửi cho người khác được.",
        "What this number is, where it comes from, who published it and how it was computed. The card's address keeps every choice, so it can be sent to others.");
    public static readonly Text Judged = new("Đánh giá", "Verdict");
    public static readonly Text Value = new("Giá trị được đánh giá", "Value that was judged");
    public static readonly Text Goal = new("Mục tiêu", "Target");
    public static readonly Text Law = new("Căn cứ", "Legal source");
    public static readonly Text Version = new("Phiên bản mục tiêu", "Version of the target");
    public static readonly Text JudgedOn = new("Xét đến ngày", "Judged on");
    public static readonly Text Expected = new("Lộ trình đòi hỏi đến nay", "The trajectory expects by now");
    public static readonly Text Gap = new("Khoảng cách", "Gap");
    public static readonly Text PublishedTitle = new("Giá trị công bố", "Published value");
    public static readonly Text ComputedTitle = new("Giá trị RegionLink tính", "Value computed by RegionLink");
    public static readonly Text Source = new("Nguồn", "Source");
    public static readonly Text Period = new("Kỳ", "Period");
    public static readonly Text HeldFor = new("Công bố cho", "Published for");
    public static readonly Text Standing = new("Tình trạng", "Standing");
    public static readonly Text OriginTitle = new("Nguồn gốc", "Origin");
    public static readonly Text Revision = new("Lần sửa", "Revision");
    public static readonly Text Note = new("Ghi chú", "Note");
    public static readonly Text ObservationCard = new("Xem mọi lần sửa, ai chấp nhận và khi nào", "See every revision, who accepted it and when");
    public static readonly Text Dx = new("Chi cho chuyển đổi số (tử số)", "DX lines (numerator)");
    public static readonly Text Total = new("Tổng chi ngân sách địa phương (mẫu số)", "Total local budget expenditure (denominator)");
    public static readonly Text Form = new("Biểu mẫu", "Form");
    public static readonly Text Lines = new("Số dòng ngân sách được tính", "Budget lines that count");
    public static readonly Text NonState = new("Vốn ngoài ngân sách (không tính vào tỷ lệ)", "Non-state money (not part of the share)");
    public static readonly Text Unclassified = new("Chưa phân loại", "Not classified yet");
    public static readonly Text Parts = new("Các thành phần", "Parts");
    public static readonly Text Reasons = new("Chưa tính được vì", "Not computable because");
    public static readonly Text Permanent = new("Liên kết cố định", "Permanent link");
    public static readonly Text Cite = new("Trích dẫn", "Citation");
    public static readonly Text CiteText = new("{0}, {1}. RegionLink Đông Nam Bộ, {2}, xem ngày {3}.", "{0}, {1}. RegionLink Southeast Vietnam, {2}, read on {3}.");
    public static readonly Text CiteMark = new("Dữ liệu minh họa, không phải số liệu thật.", "Illustrative data, not real.");
    public static readonly Text Data = new("Cùng số liệu này qua API", "The same by API");

    public static Text Of(Origin origin) => origin switch
    {
        Origin.Computed => new("tính toán", "computed"),
        Origin.Connected => new("kết nối từ hệ thống", "connected from a system"),
        Origin.Imported => new("nhập từ tệp", "imported from a file"),
        Origin.Entered => new("nhập tay", "entered by hand"),
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    public static Text Of(Domain.Observations.Standing standing) => standing switch
    {
        Domain.Observations.Standing.Accepted => new("được chấp nhận", "accepted"),
        Domain.Observations.Standing.Estimate => new("ước tính", "estimate"),
        Domain.Observations.Standing.Confirms => new("nguồn thứ hai xác nhận", "confirmed by a second source"),
        Domain.Observations.Standing.Conflict => new("nguồn khác nói khác; giữ lại, không dùng", "another source says otherwise; kept, not used"),
        Domain.Observations.Standing.Forecast => new("dự báo, chưa phải kết quả", "forecast, not an outcome"),
        Domain.Observations.Standing.Defect => new("công bố có lỗi đã biết; giữ nguyên như công bố", "published with a known fault; kept as published"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    public static Text Of(FigureBasis basis) => basis switch
    {
        FigureBasis.Own => new("có sẵn cho đơn vị", "held for the unit"),
        FigureBasis.SameTerritory => new("có sẵn cho cùng địa giới dưới tên khác", "held for the same territory under another name"),
        FigureBasis.Added => new("cộng từ các thành phần", "added up from its parts"),
        FigureBasis.Divided => new("tính lại từ tử số và mẫu số", "recomputed from numerator and denominator"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };
}
