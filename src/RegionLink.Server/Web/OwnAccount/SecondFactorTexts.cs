namespace RegionLink.Server.Web.OwnAccount;

/// <summary>Texts of setting up and removing a second factor.</summary>
internal static class SecondFactorTexts
{
    public static readonly Text Title = new("Xác thực hai bước", "Second factor");
    public static readonly Text Help = new(
        "Ngoài mật khẩu, mỗi lần đăng nhập cần thêm mã 6 số từ ứng dụng trên điện thoại. Người khác biết mật khẩu cũng không vào được.",
        "Besides the password, every sign-in takes 6 digits from an app on your phone. Somebody who knows the password still cannot get in.");
    public static readonly Text Off = new("Chưa bật.", "Not set up.");
    public static readonly Text On = new("Đang bật. Còn {0} mã khôi phục.", "Set up. {0} recovery codes are left.");
    public static readonly Text Removed = new("Đã gỡ xác thực hai bước.", "The second factor is removed.");
    public static readonly Text Begin = new("Bắt đầu thiết lập", "Set it up");
    public static readonly Text Remove = new("Gỡ xác thực hai bước", "Remove the second factor");
    public static readonly Text NotDone = new("Chưa thực hiện được", "Not done");
    public static readonly Text Scan = new(
        "Mở ứng dụng xác thực (loại tạo mã theo thời gian), quét hình này, rồi nhập mã 6 số ứng dụng đang hiện.",
        "Open an authenticator app (of time-based codes), scan this picture, then type the 6 digits it shows.");
    public static readonly Text Picture = new("Mã QR để thêm tài khoản vào ứng dụng; cùng nội dung với khóa bên dưới", "QR code that adds the account to the app; it says the same as the key below");
    public static readonly Text Key = new("Không quét được: nhập khóa này vào ứng dụng", "Cannot scan: type this key into the app");
    public static readonly Text Confirm = new("Xác nhận", "Confirm");
    public static readonly Text Codes = new("Mã khôi phục", "Recovery codes");
    public static readonly Text CodesHelp = new(
        "Xác thực hai bước đã bật; các phiên khác của bạn đã kết thúc. Hãy in hoặc chép các mã này và cất riêng: mỗi mã thay điện thoại một lần. Chúng chỉ hiện lần này.",
        "The second factor is set up; your other sessions have ended. Print or copy these and keep them apart: each stands in for the phone once. They are shown this once.");
}
