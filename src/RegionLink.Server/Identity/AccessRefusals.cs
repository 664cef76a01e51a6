using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity;

/// <summary>Why somebody was not let in.</summary>
public static class AccessRefusals
{
    public static readonly RefusalCode SignInNeeded = new(
        "access.sign-in-needed",
        "Cần đăng nhập hoặc khóa API để thực hiện thao tác này.",
        "Signing in or an API key is needed for this.");

    public static readonly RefusalCode RightMissing = new(
        "access.right-missing",
        "Tài khoản hoặc khóa API không có quyền \"{0}\".",
        "The account or API key lacks the right \"{0}\".");

    public static readonly RefusalCode OtherProvince = new(
        "access.other-province",
        "Không được thao tác thay cho đơn vị {0}; chỉ được thao tác cho đơn vị của mình và các đơn vị tiền thân.",
        "Not allowed to act for unit {0}; only for one's own unit and its predecessors.");
}
