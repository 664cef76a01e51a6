namespace RegionLink.Server.Web.SignIn;

/// <summary>Texts of signing in and out.</summary>
internal static class SignInTexts
{
    public static readonly Text Title = new("Đăng nhập", "Sign in");
    public static readonly Text Help = new(
        "Dành cho người báo cáo, phê duyệt, điều phối, giám sát và nghiên cứu. Số liệu công khai xem được không cần đăng nhập.",
        "For those who report, approve, coordinate, supervise and research. What is public can be read without signing in.");
    public static readonly Text Login = new("Tên đăng nhập", "Login");
    public static readonly Text Password = new("Mật khẩu", "Password");
    public static readonly Text NotSignedIn = new("Chưa đăng nhập được", "Not signed in");
    public static readonly Text Needed = new("Trang này dành cho người đã đăng nhập.", "This page is for people who signed in.");
    public static readonly Text Ended = new(
        "Phiên làm việc đã hết. Nội dung bạn vừa gửi chưa được lưu nhưng vẫn được giữ ở đây: đăng nhập lại rồi gửi tiếp.",
        "Your session has ended. What you sent is not saved yet, but is kept here: sign in again, then send it.");
    public static readonly Text FileLost = new(
        "Phiên làm việc đã hết. Tệp bạn vừa gửi quá lớn để giữ lại ở đây và chưa được lưu: sau khi đăng nhập, hãy mở lại trang và chọn tệp lần nữa.",
        "Your session has ended. The file you sent is too large to be kept here and is not saved: after signing in, open the page again and choose the file once more.");
    public static readonly Text SignOut = new("Đăng xuất", "Sign out");
    public static readonly Text Account = new("Tài khoản", "Account");
    public static readonly Text Forgotten = new(
        "Quên mật khẩu hoặc tài khoản bị khóa: quản trị viên của đơn vị đặt lại mật khẩu tại trang Người dùng.",
        "Forgot the password, or locked out: your unit's administrator sets a new one on the page Users.");
    public static readonly Text CodeTitle = new("Nhập mã xác thực", "Enter the code");
    public static readonly Text CodeHelp = new(
        "Mật khẩu đúng. Tài khoản này bật xác thực hai bước: nhập mã đang hiện trên ứng dụng của bạn.",
        "The password is right. This account has a second factor: type the code your app shows now.");
    public static readonly Text Code = new("Mã 6 số", "6-digit code");
    public static readonly Text CodeHint = new("Hoặc một mã khôi phục, nếu không có điện thoại.", "Or a recovery code, without the phone.");
    public static readonly Text StartAgain = new("Đăng nhập lại từ đầu", "Start again");
    public static readonly Text PhoneLost = new(
        "Mất điện thoại và hết mã khôi phục: quản trị viên của đơn vị gỡ xác thực hai bước tại trang Người dùng.",
        "Lost the phone and out of recovery codes: your unit's administrator removes the second factor on the page Users.");
    public static readonly Text ByPasskey = new("Đăng nhập bằng khóa truy cập (passkey)", "Sign in with a passkey");
    public static readonly Text ByProvider = new("Đăng nhập qua {0}", "Sign in by {0}");
    public static readonly Text Resume = new("Gửi tiếp nội dung đã nhập", "Send what you had entered");
    public static readonly Text ResumeHelp = new(
        "Bạn đã đăng nhập lại. Nội dung nhập trước khi hết phiên chưa được lưu; bấm nút dưới đây để gửi.",
        "You are signed in again. What you had entered before the session ended is not saved yet; press the button to send it.");
    public static readonly Text Held = new("{0} ô đã nhập đang được giữ.", "{0} fields are kept.");
    public static readonly Text Send = new("Gửi tiếp", "Send now");
    public static readonly Text Drop = new("Bỏ, về trang của tôi", "Drop it and go to my page");
}
