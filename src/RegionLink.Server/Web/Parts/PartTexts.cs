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
    public static readonly Text Changed = new("Có thay đổi mới trên trang này.", "Something on this page has changed.");
    public static readonly Text Reload = new("Tải lại", "Reload");
    public static readonly Text Unsent = new("Nội dung đang nhập mà chưa gửi sẽ mất khi tải lại.", "What you are typing and have not sent is lost by reloading.");
    public static readonly Text Renewed = new("Trang vừa có thay đổi và đã được cập nhật lúc {0}.", "Something changed; the page was brought up to date at {0}.");
    public static readonly Text FollowingEnded = new("Phiên làm việc đã hết; trang không còn tự cập nhật.", "Your session has ended; this page is no longer kept up to date.");
    public static readonly Text SignInAgain = new("Đăng nhập lại", "Sign in again");
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
