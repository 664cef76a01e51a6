using RegionLink.Domain.Targets;

namespace RegionLink.Server.Web.Parts;

/// <summary>Words of the parts pages are made of.</summary>
internal static class PartTexts
{
    public static readonly Text Illustrative = new("minh họa", "illustrative");
    public static readonly Text ThereAreProblems = new("Chưa gửi được vì", "Not sent because");
    public static readonly Text Cancel = new("Thôi, quay lại", "Cancel");
    public static readonly Text Next = new("Trang sau", "Next page");
    public static readonly Text First = new("Về trang đầu", "First page");
    public static readonly Text Met = new("Đạt", "Met");
    public static readonly Text OnTrack = new("Đúng tiến độ", "On track");
    public static readonly Text AtRisk = new("Có nguy cơ", "At risk");
    public static readonly Text Missed = new("Không đạt", "Missed");
    public static readonly Text NotComputable = new("Chưa tính được", "Not computable");
    public static readonly Text Late = new("Trễ hạn", "Late");
    public static readonly Text Slow = new("Chậm tiến độ", "Slow");

    public static Text Of(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Met => Met,
        VerdictKind.OnTrack => OnTrack,
        VerdictKind.AtRisk => AtRisk,
        VerdictKind.Missed => Missed,
        VerdictKind.NotComputable => NotComputable,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
