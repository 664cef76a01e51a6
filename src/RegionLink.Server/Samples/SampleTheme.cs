using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using static RegionLink.Domain.Common.ActivityCategory;
using static RegionLink.Domain.Projects.SpendingForm;

namespace RegionLink.Server.Samples;

/// <summary>What a sample project is about, and how far it has come.</summary>
/// <param name="Weight">Its part of the province's DX money, in percent; all themes together make 100.</param>
internal sealed record SampleTheme(
    string Name,
    string Owner,
    Pillar Pillar,
    ActivityCategory Category,
    SpendingForm Form,
    int Weight,
    SampleCourse Course,
    string? System = null)
{
    private const string Science = "Sở Khoa học và Công nghệ";

    public static IReadOnlyList<SampleTheme> All { get; } =
    [
        new("Nền tảng tích hợp, chia sẻ dữ liệu cấp tỉnh", Science, Pillar.Government, A02, InvestmentProject, 24, SampleCourse.OnTime, "Nền tảng chia sẻ, điều phối dữ liệu quốc gia"),
        new("Kho dữ liệu dùng chung và cổng dữ liệu mở", Science, Pillar.Government, A03, InvestmentProject, 16, SampleCourse.Slow, "Kho dữ liệu dùng chung"),
        new("Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính", "Văn phòng Ủy ban nhân dân", Pillar.Government, A04, ServiceMadeToOrder, 14, SampleCourse.OnTime, "Hệ thống thông tin giải quyết thủ tục hành chính"),
        new("Trung tâm giám sát an toàn thông tin", "Công an tỉnh", Pillar.Government, A05, Procurement, 12, SampleCourse.Paused),
        new("Thuê hạ tầng điện toán đám mây", "Trung tâm Chuyển đổi số", Pillar.Government, A10, ServiceOnMarket, 10, SampleCourse.Finished),
        new("Hỗ trợ doanh nghiệp nhỏ và vừa chuyển đổi số", "Sở Tài chính", Pillar.Economy, A09, ServiceOnMarket, 8, SampleCourse.Approved),
        new("Bồi dưỡng kỹ năng số cho cán bộ cấp xã", "Sở Nội vụ", Pillar.Society, A07, ServiceOnMarket, 6, SampleCourse.Finished),
        new("Truy xuất nguồn gốc nông sản", "Sở Nông nghiệp và Môi trường", Pillar.Economy, A02, InvestmentProject, 6, SampleCourse.Proposed),
        new("Bản sao số đô thị (thử nghiệm)", "Sở Xây dựng", Pillar.Society, A11, TrialDevelopment, 4, SampleCourse.Cancelled),
    ];
}

/// <summary>How far a sample project has come.</summary>
internal enum SampleCourse
{
    Proposed,
    Approved,
    OnTime,
    Slow,
    Paused,
    Finished,
    Cancelled,
}
