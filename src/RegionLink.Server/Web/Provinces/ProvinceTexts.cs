using RegionLink.Server.Gateway;

namespace RegionLink.Server.Web.Provinces;

/// <summary>Texts of the pages about provinces.</summary>
internal static class ProvinceTexts
{
    public static readonly Text Title = new("Tỉnh, thành phố", "Provinces");
    public static readonly Text Help = new(
        "Các tỉnh, thành phố của vùng hiện nay và trước ngày sắp xếp 01/7/2025. Mỗi đơn vị được gọi bằng mã và ngày bắt đầu, vì một mã có thể thuộc hai đơn vị.",
        "The provinces of the region today and before the merger of 1 July 2025. Each is known by its code and first day, for one code may belong to two units.");
    public static readonly Text Present = new("Hiện nay", "Today");
    public static readonly Text Former = new("Trước sắp xếp", "Before the merger");
    public static readonly Text Name = new("Tên", "Name");
    public static readonly Text Key = new("Mã và ngày bắt đầu", "Code and first day");
    public static readonly Text Valid = new("Thời gian", "In force");
    public static readonly Text Became = new("Nay thuộc", "Now part of");

    public static readonly Text OneHelp = new(
        "Một tỉnh trên một trang: từ đâu mà thành, chi bao nhiêu cho chuyển đổi số, còn thiếu bao nhiêu đến 1%, dự án, báo cáo và mục tiêu.",
        "A province on one page: what it was made of, what it spends on digital transformation, what is missing to 1%, projects, reports and targets.");
    public static readonly Text Ended = new("Đơn vị này không còn từ sau ngày {0}.", "This unit ended on {0}.");
    public static readonly Text Profile = new("Thông tin chung", "Profile");
    public static readonly Text Seat = new("Trung tâm hành chính", "Administrative centre");
    public static readonly Text Acts = new("Văn bản", "Acts");
    public static readonly Text Communes = new("Xã, phường, đặc khu", "Communes");
    public static readonly Text CommunesOf = new("{0} xã, phường, đặc khu: bản đồ và danh sách", "{0} communes: map and list");
    public static readonly Text CommunesTitle = new("{0}: xã, phường, đặc khu", "{0}: communes");
    public static readonly Text CommunesHelp = new(
        "Mỗi xã, phường, đặc khu được tô theo tỉnh cũ mà nó thuộc về trước 01/7/2025; bảng cho biết được lập từ những xã nào.",
        "Each commune is coloured by the province it belonged to before 1 July 2025; the table says which communes it was made of.");
    public static readonly Text CommunesMap = new(
        "Bản đồ {0} xã, phường, đặc khu của {1} theo tỉnh cũ. Bảng bên dưới nêu cùng nội dung.",
        "Map of the {0} communes of {1} by former province. The table below says the same.");
    public static readonly Text NoBorders = new("Chưa có ranh giới cấp xã của đơn vị này; danh sách ở dưới đầy đủ.", "The borders of its communes are not known; the list below is complete.");
    public static readonly Text FindCommune = new("Tìm xã, phường, đặc khu", "Find a commune");
    public static readonly Text FindCommuneHint = new(
        "Tên hiện nay, tên trước khi sắp xếp hoặc mã; có dấu hay không dấu đều được.", "Its name today or before the merger, or its code; with or without diacritics.");
    public static readonly Text CommunesFound = new("{0} trong {1} xã, phường, đặc khu", "{0} of {1} communes");
    public static readonly Text NoCommuneFound = new("Không tìm thấy xã nào có tên như vậy.", "No commune has such a name.");
    public static readonly Text NoCommuneFoundAdvice = new(
        "Hãy gõ ít chữ hơn hoặc bỏ dấu. Xã có thể thuộc tỉnh khác.", "Type fewer letters, or none with diacritics. It may belong to another province.");
    public static readonly Text NoCommunes = new("Không có xã nào được ghi nhận.", "No commune is on record.");
    public static readonly Text FormerProvince = new("Tỉnh cũ", "Former province");
    public static readonly Text MadeOf = new("Lập từ", "Made of");
    public static readonly Text Lineage = new("Quá trình sắp xếp", "Lineage");
    public static readonly Text Part = new("một phần", "in part");
    public static readonly Text NoLineage = new("Không có thay đổi nào được ghi nhận.", "No change is on record.");
    public static readonly Text Budget = new("Ngân sách cho chuyển đổi số năm {0}", "DX budget of {0}");
    public static readonly Text Missing = new(
        "Còn thiếu {0} để đạt 1% theo {1}. Đã qua {2} của năm; đã giải ngân {3} số được quyết định.",
        "{0} more is needed to reach 1% of the {1}. {2} of the year has gone; {3} of what was decided has been disbursed.");
    public static readonly Text Reached = new(
        "Đã đạt 1% theo {1}, vượt {0}. Đã qua {2} của năm; đã giải ngân {3} số được quyết định.",
        "1% of the {1} is reached, {0} above it. {2} of the year has gone; {3} of what was decided has been disbursed.");
    public static readonly Text Unknown = new("chưa biết bao nhiêu", "an unknown part");
    public static readonly Text Dx = new("Chi chuyển đổi số (tỷ đồng)", "DX lines (billion VND)");
    public static readonly Text Total = new("Tổng chi (tỷ đồng)", "Total expenditure (billion VND)");
    public static readonly Text Gap = new("So với 1% (tỷ đồng)", "Against 1% (billion VND)");
    public static readonly Text WideMissing = new(
        "Khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số: {0} theo {1}, còn thiếu {2} so với mức {3}.",
        "Science, technology, innovation and digital transformation: {0} of the {1}, {2} short of {3}.");
    public static readonly Text WideReached = new(
        "Khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số: {0} theo {1}, đạt mức {3}.",
        "Science, technology, innovation and digital transformation: {0} of the {1}; {3} is reached.");
    public static readonly Text WideLaw = new("Luật {0}, Điều {1}, có hiệu lực từ {2}.", "Law {0}, article {1}, in force from {2}.");
    public static readonly Text ByCategory = new("Theo hoạt động, tỷ đồng", "By activity, billion VND");
    public static readonly Text Activity = new("Hoạt động", "Activity");
    public static readonly Text Uncategorised = new("Chưa phân loại hoạt động", "No activity given");
    public static readonly Text NoLines = new("Chưa có dòng ngân sách nào cho chuyển đổi số năm này, hoặc tỉnh không chia sẻ.", "There is no DX budget line for this year, or the province does not share them.");
    public static readonly Text Targets = new("Mục tiêu", "Targets");
    public static readonly Text Reports = new("Báo cáo", "Reports");
    public static readonly Text Period = new("Kỳ", "Period");
    public static readonly Text Due = new("Hạn nộp", "Due");
    public static readonly Text State = new("Trạng thái", "State");
    public static readonly Text NoReports = new("Không có báo cáo nào mà bạn được xem.", "No report that you may see.");
    public static readonly Text Systems = new("Hệ thống kết nối", "Connected systems");
    public static readonly Text SystemOf = new("{0}; {1}", "{0}; {1}");
    public static readonly Text Delivers = new("Chỉ tiêu do hệ thống cung cấp cho báo cáo", "Metrics a system delivers to reports");
    public static readonly Text Delivered = new("{0}: lấy từ {1}", "{0}: delivered by {1}");
    public static readonly Text NoSystems = new(
        "Tỉnh chưa khai báo hệ thống nào, hoặc không chia sẻ với bạn.", "The province has declared no system, or does not share them with you.");
    public static readonly Text AllProjects = new("Tất cả dự án của tỉnh", "All projects of the province");

    public static Text Of(SystemState state) => state switch
    {
        SystemState.Unknown => new("Chưa biết tình trạng: cổng GraphQL không chạy hoặc không trả lời", "State unknown: the GraphQL gateway does not run or does not answer"),
        SystemState.NotJoined => new("Đã khai báo, cổng GraphQL chưa nối", "Declared, not joined by the GraphQL gateway"),
        SystemState.Well => new("Hoạt động, gần đây không lỗi", "Working, no failures lately"),
        SystemState.Recovering => new("Vừa lỗi, đang thử lại", "Failed lately, being tried again"),
        SystemState.Failing => new("Lỗi liên tiếp, đang dùng số liệu tốt gần nhất", "Keeps failing, the last good values are used"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>States of a report as lists hold them.</summary>
    public static Text OfReport(string state) => state switch
    {
        "notStarted" => new("chưa bắt đầu", "not started"),
        "draft" => new("đang soạn", "draft"),
        "submitted" => new("đã nộp", "submitted"),
        "returned" => new("bị trả lại", "returned"),
        "resubmitted" => new("nộp lại", "resubmitted"),
        "accepted" => new("được chấp nhận", "accepted"),
        "published" => new("đã công bố", "published"),
        _ => new(state, state),
    };
}
