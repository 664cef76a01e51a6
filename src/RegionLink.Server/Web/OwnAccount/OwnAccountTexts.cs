using RegionLink.Server.Identity;

namespace RegionLink.Server.Web.OwnAccount;

/// <summary>Texts of the page about oneself, and the words for roles.</summary>
internal static class OwnAccountTexts
{
    public static readonly Text Title = new("Tài khoản của tôi", "My account");
    public static readonly Text Help = new(
        "Bạn là ai với nền tảng, làm được gì, và mật khẩu của bạn.",
        "Who you are to the platform, what you may do, and your password.");
    public static readonly Text MustChange = new(
        "Mật khẩu hiện tại do người khác đặt. Hãy đổi mật khẩu để tiếp tục làm việc.",
        "Your password was set by somebody else. Change it to go on.");
    public static readonly Text Changed = new("Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.", "Password changed. Your other sessions have ended.");
    public static readonly Text Label = new("Tên hiển thị", "Shown as");
    public static readonly Text Unit = new("Đơn vị", "Unit");
    public static readonly Text Region = new("Toàn vùng", "The whole region");
    public static readonly Text Roles = new("Vai trò", "Roles");
    public static readonly Text Until = new("Phiên này kết thúc lúc", "This session ends at");
    public static readonly Text ChangePassword = new("Đổi mật khẩu", "Change password");
    public static readonly Text Current = new("Mật khẩu hiện tại", "Current password");
    public static readonly Text New = new("Mật khẩu mới", "New password");
    public static readonly Text NewHint = new("Ít nhất 12 ký tự; một câu dễ nhớ tốt hơn nhiều ký hiệu lạ.", "At least 12 characters; a sentence you remember beats odd signs.");
    public static readonly Text Repeat = new("Nhập lại mật khẩu mới", "New password again");
    public static readonly Text NotChanged = new("Chưa đổi được mật khẩu", "Password not changed");
    public static readonly Text WhatYouKeep = new("Bạn quản trị", "What you keep");

    public static Text Of(Role role) => role switch
    {
        Role.Reporter => new("Người nhập liệu", "Reporter"),
        Role.Approver => new("Người phê duyệt", "Approver"),
        Role.Coordinator => new("Điều phối vùng", "Coordinator"),
        Role.Supervisor => new("Giám sát", "Supervisor"),
        Role.Researcher => new("Nhà nghiên cứu", "Researcher"),
        Role.Administrator => new("Quản trị viên", "Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
