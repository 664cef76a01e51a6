using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;

namespace RegionLink.Server.Web.Explorer;

/// <summary>Texts of the explorer.</summary>
internal static class ExplorerTexts
{
    public static readonly Text Title = new("Tra cứu số liệu", "Explore data");
    public static readonly Text Help = new(
        "Chọn chỉ tiêu, kỳ và địa giới. Tổng được cộng, tỷ lệ được tính lại từ thành phần; điều không được phép gộp thì bị từ chối kèm lý do.",
        "Choose metrics, periods and boundaries. Sums are added and ratios recomputed from their parts; what must not be combined is refused with the reason.");
    public static readonly Text Metrics = new("Chỉ tiêu", "Metrics");
    public static readonly Text Periods = new("Kỳ", "Periods");
    public static readonly Text PeriodsHint = new("Năm, tháng hoặc ngày, cách nhau bằng dấu phẩy: 2021, 2022, 2022-10", "Years, months or days with commas between: 2021, 2022, 2022-10");
    public static readonly Text Units = new("Đơn vị", "Units");
    public static readonly Text UnitsHint = new(
        "Đánh dấu ở đây để hỏi đúng các đơn vị này; khi đó “Đơn vị trong” và “Địa giới ngày” không dùng đến.",
        "Tick some to ask about these very units; “Units within” and “Boundaries of” are not used then.");
    public static readonly Text AllOfRegion = new("mọi đơn vị, theo ngày địa giới", "all, by the day of the boundaries");
    public static readonly Text Until = new("{0} (đến {1})", "{0} (until {1})");
    public static readonly Text From = new("{0} (từ {1})", "{0} (from {1})");
    public static readonly Text Within = new("Đơn vị trong", "Units within");
    public static readonly Text Communes = new("Các xã, phường của {0}", "Communes of {0}");
    public static readonly Text Boundary = new("Địa giới ngày", "Boundaries of");
    public static readonly Text AsOf = new("Như đã biết đến ngày", "As known on");
    public static readonly Text AsOfHint = new("Để trống: hiện nay", "Empty: now");
    public static readonly Text Stage = new("Giai đoạn ngân sách", "Budget stage");
    public static readonly Text Illustrative = new("Dữ liệu minh họa", "Illustrative data");
    public static readonly Text Method = new("Phương pháp", "Method");
    public static readonly Text Usual = new("Thông thường", "The usual one");
    public static readonly Text With = new("Kèm theo, có đánh dấu", "Included, marked");
    public static readonly Text Without = new("Bỏ ra", "Left out");
    public static readonly Text ViewAs = new("Xem dạng", "Show as");
    public static readonly Text Table = new("Bảng", "Table");
    public static readonly Text Line = new("Đường", "Lines");
    public static readonly Text Bar = new("Cột", "Bars");
    public static readonly Text Map = new("Bản đồ", "Map");
    public static readonly Text Show = new("Xem", "Show");
    public static readonly Text Examples = new("Thử một câu hỏi", "Try a question");
    public static readonly Text ExampleRank = new("Thứ hạng DTI năm 2022 của sáu tỉnh cũ", "DTI ranks of 2022 of the six old provinces");
    public static readonly Text ExampleRefused = new("Cùng thứ hạng ấy trên địa giới hiện nay: vì sao bị từ chối", "The same ranks on today's boundaries: why they are refused");
    public static readonly Text ExampleArea = new("Diện tích theo địa giới hiện nay, dạng bản đồ", "Area on today's boundaries, as a map");
    public static readonly Text ExampleBudget = new("Tổng chi và thu ngân sách 2019–2022", "Budget expenditure and revenue 2019–2022");
    public static readonly Text Unit = new("Đơn vị", "Unit");
    public static readonly Text Whole = new("{0} (toàn vùng)", "{0} (whole)");
    public static readonly Text Caption = new("{0} ({1})", "{0} ({1})");
    public static readonly Text NoneFor = new("Không có giá trị vì", "No value because");
    public static readonly Text ReasonFor = new("{0}, {1}: {2}", "{0}, {1}: {2}");
    public static readonly Text Estimate = new("ước tính", "estimate");
    public static readonly Text Nothing = new("Không có giá trị nào cho câu hỏi này.", "There is no value for this question.");
    public static readonly Text NothingMap = new("Bản đồ cần các tỉnh của vùng và ít nhất một giá trị.", "A map needs the provinces of the region and at least one value.");
    public static readonly Text MapTitle = new("{0}, {1}", "{0}, {1}");
    public static readonly Text MapNote = new("Màu đậm hơn là giá trị lớn hơn.", "Darker is larger.");
    public static readonly Text Get = new("Lấy số liệu này", "Get this data");
    public static readonly Text Download = new("Tải về", "Download");
    public static readonly Text Sources = new(
        "Mỗi dòng tải về nêu nguồn của nó. Số liệu do nhà nước công bố là dữ kiện: dùng tự do, trích dẫn nguồn; không dùng dữ liệu minh họa như số thật.",
        "Every row names its source. What the State publishes are facts: use them freely, cite the source; never use illustrative data as real.");
    public static readonly Text Licence = new("Điều kiện sử dụng", "Conditions of use");
    public static readonly Text Again = new("Liên kết cho đúng câu trả lời này về sau", "Link to this very answer, later too");
    public static readonly Text Rest = new("REST", "REST");
    public static readonly Text GraphQl = new("GraphQL", "GraphQL");
    public static readonly Text GraphQlQuery = new("GraphQL (gửi tới cổng GraphQL)", "GraphQL (to the GraphQL gateway)");
    public static readonly Text CopyLink = new("Chép liên kết", "Copy the link");
    public static readonly Text CopyRest = new("Chép lệnh REST", "Copy the REST call");
    public static readonly Text CopyGraphQl = new("Chép lệnh GraphQL", "Copy the GraphQL call");
    public static readonly Text Copied = new("Đã chép", "Copied");
    public static readonly Text PartOf = new("{0}, {1}: {2}", "{0}, {1}: {2}");

    public static Text Of(MeasureKind kind) => kind switch
    {
        MeasureKind.Sum => new("cộng được", "adds up"),
        MeasureKind.Ratio => new("tỷ lệ, tính lại từ thành phần", "ratio, recomputed from its parts"),
        MeasureKind.Latest => new("mức tại thời điểm", "level at a moment"),
        MeasureKind.None => new("không gộp được", "never combines"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Methods of the catalogue; one that came later is called by its name.</summary>
    public static Text OfMethod(string method) => method switch
    {
        "b46" => new("Biểu B46 “Cân đối ngân sách địa phương”", "Form B46, balance of the local budget"),
        "excluding_oil_gas" => new("Không tính dầu khí", "Without oil and gas"),
        "statistics_office_trial" => new("Thử nghiệm của cơ quan thống kê", "Trial of the statistics office"),
        _ => new(method, method),
    };

    /// <summary>Metrics of all pillars or none stand under a heading of their own.</summary>
    public static Text Of(Pillar? pillar) => pillar is { } one ? Projects.ProjectTexts.Of(one) : new("Chung", "General");
}
