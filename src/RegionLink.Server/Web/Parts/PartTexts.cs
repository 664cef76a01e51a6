using RegionLink.Domain.Targets;

namespace RegionLink.Server.Web.Parts;

/// <summary>Words of the parts pages are made of.</summary>
internal static class PartTexts
{
    public static readonly Text Illustrative = new("minh họa", "illustrative");
    public static readonly Text ThereAreProblems = new("Chưa gửi được vì", "Not sent because");
    public static readonly Text DayHint = new("Viết ngày/tháng/năm, ví dụ 14/11/2026.", "Such as 14 Nov 2026, or day first: 14/11/2026.");
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

    public static readonly Text Article = new("{0}, Điều {1}", "{0}, article {1}");
    public static readonly Text ArticleClause = new("{0}, khoản {2} Điều {1}", "{0}, article {1}, clause {2}");

    private static readonly Text Law = new("Luật số {0}", "Law {0}");
    private static readonly Text Decree = new("Nghị định số {0}", "Decree {0}");
    private static readonly Text Decision = new("Quyết định số {0}", "Decision {0}");
    private static readonly Text Circular = new("Thông tư số {0}", "Circular {0}");
    private static readonly Text Resolution = new("Nghị quyết số {0}", "Resolution {0}");
    private static readonly Text Act = new("Văn bản số {0}", "Act {0}");

    /// <summary>
    /// The word for an act by the letters of its number. The National Assembly's laws and resolutions are numbered alike (148/2025/QH15, 202/2025/QH15);
    /// a law says so in its title.
    /// </summary>
    public static Text KindOfAct(string number, string titleVi) =>
        titleVi.StartsWith("Luật ", StringComparison.Ordinal) ? Law
        : number.Contains("/NĐ-", StringComparison.Ordinal) ? Decree
        : number.Contains("/QĐ-", StringComparison.Ordinal) ? Decision
        : number.Contains("/TT-", StringComparison.Ordinal) ? Circular
        : number.Contains("NQ", StringComparison.Ordinal) || number.Contains("/QH", StringComparison.Ordinal) ? Resolution
        : Act;

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
