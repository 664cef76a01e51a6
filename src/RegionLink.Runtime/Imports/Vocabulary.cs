using System.Text.Json;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Imports;

/// <summary>The lists of values that templates of several kinds offer.</summary>
internal static class Vocabulary
{
    /// <summary>Activities of article 4 of Law 148/2025/QH15, shortened to what fits a list.</summary>
    public static IReadOnlyList<AllowedValue> Categories { get; } = ListOf<ActivityCategory>(
        category => category switch
        {
            ActivityCategory.A01 => ("A01 - Chiến lược, chương trình, kế hoạch, kiến trúc, tiêu chuẩn; thống kê, đo lường, giám sát", "A01 - Strategy, programmes, plans, architecture, standards; statistics, measuring, monitoring"),
            ActivityCategory.A02 => ("A02 - Xây dựng, nâng cấp, vận hành hạ tầng số, nền tảng số, phần mềm, cơ sở dữ liệu", "A02 - Digital infrastructure, platforms, software, databases"),
            ActivityCategory.A03 => ("A03 - Xây dựng, bảo vệ, quản trị, chia sẻ, mở dữ liệu", "A03 - Build, protect, govern, share, open data"),
            ActivityCategory.A04 => ("A04 - Số hóa, tái cấu trúc quy trình, dịch vụ công trực tuyến, bản sao số", "A04 - Digitisation, process redesign, online public services, digital twins"),
            ActivityCategory.A05 => ("A05 - An ninh mạng, bảo vệ dữ liệu", "A05 - Cybersecurity, data protection"),
            ActivityCategory.A06 => ("A06 - Nghiên cứu, thí điểm, thử nghiệm có kiểm soát", "A06 - Research, pilots, controlled trials"),
            ActivityCategory.A07 => ("A07 - Đào tạo, kỹ năng số", "A07 - Training, digital skills"),
            ActivityCategory.A08 => ("A08 - Truyền thông, hỗ trợ người dùng", "A08 - Communication, user support"),
            ActivityCategory.A09 => ("A09 - Thuê chuyên gia, tư vấn, dịch vụ kỹ thuật", "A09 - Experts, consulting, technical services"),
            ActivityCategory.A10 => ("A10 - Mua sắm, thuê hạ tầng, hệ thống, điện toán đám mây, thiết bị", "A10 - Purchase and hire of infrastructure, systems, cloud, devices"),
            ActivityCategory.A11 => ("A11 - Phát triển thử nghiệm hệ thống chưa có tiền lệ", "A11 - Trial development of systems without precedent"),
            ActivityCategory.A12 => ("A12 - Hoạt động khác theo quy định của Chính phủ", "A12 - Other, as the Government provides"),
            _ => throw new ArgumentOutOfRangeException(nameof(category)),
        });

    public static IReadOnlyList<AllowedValue> Pillars { get; } = ListOf<Pillar>(pillar => pillar.Title());

    public static IReadOnlyList<AllowedValue> Forms { get; } = ListOf<SpendingForm>(form => form.Title());

    public static IReadOnlyList<AllowedValue> Regimes { get; } = ListOf<LegalRegime>(
        regime => ($"Nghị định {regime.Number()}/NĐ-CP", $"Decree {regime.Number()}/NĐ-CP"));

    public static IReadOnlyList<AllowedValue> States { get; } = ListOf<ProjectState>(state => state.Title());

    public static IReadOnlyList<AllowedValue> FundingKinds { get; } = ListOf<FundingKind>(kind => kind == FundingKind.State
        ? ("Ngân sách nhà nước", "State budget")
        : ("Ngoài ngân sách nhà nước (xã hội hóa)", "Outside the state budget (socialised)"));

    /// <summary>The members of a vocabulary with the words the API uses as codes.</summary>
    public static IReadOnlyList<AllowedValue> ListOf<T>(Func<T, (string Vi, string En)> title)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new AllowedValue(JsonSerializer.SerializeToElement(value, StoredJson.Options).GetString()!, title(value).Vi, title(value).En))];

    /// <summary>The member a choice's code stands for.</summary>
    public static T Member<T>(IReadOnlyList<AllowedValue> list, string code)
        where T : struct, Enum
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Code == code)
            {
                return Enum.GetValues<T>()[i];
            }
        }

        throw new ArgumentException($"'{code}' is no {typeof(T).Name}.", nameof(code));
    }

    /// <summary>The code of a member.</summary>
    public static string Code<T>(IReadOnlyList<AllowedValue> list, T member)
        where T : struct, Enum => list[Array.IndexOf(Enum.GetValues<T>(), member)].Code;
}
