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

    public static readonly RefusalCode KeyRefused = new(
        "access.key-refused",
        "Khóa API không đúng, đã hết hạn hoặc đã bị thu hồi. Cần tiêu đề \"Authorization: Bearer rlk_…\".",
        "The API key is wrong, has expired or was revoked. Expected the header \"Authorization: Bearer rlk_…\".");

    public static readonly RefusalCode RegionOnly = new(
        "access.region-only",
        "Chỉ tài khoản cấp vùng được làm việc này.",
        "Only an account of the region may do this.");

    public static readonly RefusalCode PasswordChangeNeeded = new(
        "access.password-change-needed",
        "Mật khẩu do người khác đặt; cần đổi mật khẩu trước khi làm việc khác.",
        "The password was set by somebody else; change it before doing anything else.");

    public static readonly RefusalCode CrossSite = new(
        "access.cross-site",
        "Yêu cầu ghi dữ liệu đến từ một trang web khác nên bị từ chối.",
        "A write coming from another web site is refused.");

    public static readonly RefusalCode TooManyRequests = new(
        "access.too-many-requests",
        "Quá nhiều yêu cầu; hãy thử lại sau {0} giây.",
        "Too many requests; try again in {0} seconds.");
}
