namespace RegionLink.Server.Web.OwnAccount;

/// <summary>Texts of linking one's account to the identity provider. {0} is what people call the provider.</summary>
internal static class LinkTexts
{
    public static readonly Text Title = new("Đăng nhập qua {0}", "Sign-in by {0}");
    public static readonly Text Help = new(
        "Gắn tài khoản này với danh tính của bạn ở hệ thống định danh để đăng nhập một lần. Mật khẩu vẫn dùng được như trước.",
        "Link this account to your identity at the identity provider, to sign in once for all. The password goes on working.");
    public static readonly Text Linked = new("Đã gắn. Lần sau bạn có thể đăng nhập qua {0}.", "Linked. You can sign in by {0} next time.");
    public static readonly Text Removed = new("Đã gỡ. Các phiên đăng nhập khác của bạn đã kết thúc.", "The link is removed. Your other sessions have ended.");
    public static readonly Text NotDone = new("Chưa thực hiện được", "Not done");
    public static readonly Text None = new("Tài khoản chưa gắn với danh tính nào", "The account is linked to no identity");
    public static readonly Text NoneHelp = new(
        "Bấm nút dưới đây, đăng nhập ở {0}, rồi bạn sẽ trở lại trang này. Nền tảng chỉ giữ mã mà {0} đặt cho bạn, không nhận gì khác.",
        "Press the button below, sign in at {0}, and you will come back here. The platform keeps only the code {0} has for you and takes nothing else.");
    public static readonly Text Subject = new("Mã của bạn ở {0}", "Your code at {0}");
    public static readonly Text Since = new("Gắn lúc", "Linked");
    public static readonly Text Used = new("Dùng lần cuối", "Last used");
    public static readonly Text Never = new("chưa dùng", "never");
    public static readonly Text Remove = new("Gỡ", "Remove the link");
    public static readonly Text Begin = new("Tiếp tục", "Go on");
    public static readonly Text Leave = new("Sang {0}", "Go to {0}");
    public static readonly Text LeaveHelp = new(
        "Mật khẩu đúng. Trang tiếp theo thuộc {0}; sau khi đăng nhập ở đó, bạn sẽ trở lại đây.",
        "The password is right. The next page belongs to {0}; after signing in there you will come back here.");
}
