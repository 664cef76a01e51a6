using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity.Providers;

/// <summary>Why signing in by the identity provider, or linking an account to it, did not work.</summary>
public static class ProviderRefusals
{
    public static readonly RefusalCode AnswerUnknown = new(
        "provider.answer-unknown",
        "Câu trả lời này không thuộc lần đăng nhập nào đang chờ trong trình duyệt này, hoặc đã quá 15 phút. Hãy bắt đầu lại.",
        "This answer belongs to no sign-in that waits in this browser, or came after more than 15 minutes. Begin again.");

    public static readonly RefusalCode Cancelled = new(
        "provider.cancelled",
        "Bạn đã dừng, hoặc hệ thống định danh không cho phép. Hãy thử lại hoặc dùng mật khẩu.",
        "You stopped, or the identity provider did not allow it. Try again, or use the password.");

    public static readonly RefusalCode NotProven = new(
        "provider.not-proven",
        "Không kiểm chứng được câu trả lời của hệ thống định danh. Hãy thử lại; nếu vẫn vậy, báo quản trị viên và dùng mật khẩu.",
        "The identity provider's answer could not be verified. Try again; if it stays so, tell an administrator and use the password.");

    /// <summary>The same for an identity nobody linked and for an account that is disabled or locked.</summary>
    public static readonly RefusalCode SignInRefused = new(
        "provider.sign-in-refused",
        "Danh tính này chưa gắn với tài khoản nào ở đây, hoặc tài khoản đang bị khóa. Đăng nhập bằng mật khẩu rồi gắn tại trang Tài khoản.",
        "This identity is not linked to an account here, or the account is locked. Sign in with the password and link it on the page Account.");

    public static readonly RefusalCode Taken = new(
        "provider.link-taken",
        "Chưa gắn được: danh tính này đã gắn với một tài khoản khác, hoặc tài khoản của bạn đã gắn với một danh tính.",
        "Not linked: this identity belongs to another account already, or your account has one.");

    public static readonly RefusalCode Away = new(
        "provider.unavailable",
        "Hệ thống định danh hiện không trả lời. Hãy thử lại sau ít phút, hoặc dùng mật khẩu.",
        "The identity provider does not answer now. Try again in a few minutes, or use the password.");
}
