namespace RegionLink.Server.Web.OwnAccount;

/// <summary>Texts of one's passkeys.</summary>
internal static class PasskeyTexts
{
    public static readonly Text Title = new("Khóa truy cập (passkey)", "Passkeys");
    public static readonly Text Help = new(
        "Đăng nhập bằng vân tay, khuôn mặt, mã PIN của máy hoặc khóa bảo mật, không cần nhớ mật khẩu. Mật khẩu vẫn dùng được như trước.",
        "Sign in with the fingerprint, face or PIN of your device, or a security key, without the password. The password goes on working.");
    public static readonly Text None = new("Chưa có khóa nào", "There is none yet");
    public static readonly Text NoneHelp = new(
        "Khóa được tạo trong máy hoặc khóa bảo mật của bạn và không rời khỏi đó; nền tảng chỉ giữ phần công khai.",
        "A passkey is made in your device or security key and never leaves it; the platform keeps only its public part.");
    public static readonly Text Added = new("Đã thêm khóa truy cập. Lần đăng nhập sau bạn có thể dùng khóa này.", "The passkey is added. You can sign in with it next time.");
    public static readonly Text Removed = new("Đã gỡ khóa truy cập. Các phiên đăng nhập khác của bạn đã kết thúc.", "The passkey is removed. Your other sessions have ended.");
    public static readonly Text Renamed = new("Đã đổi tên.", "Renamed.");
    public static readonly Text NotDone = new("Chưa thực hiện được", "Not done");
    public static readonly Text Name = new("Tên khóa", "Name");
    public static readonly Text NameHint = new("Để nhận ra thiết bị, ví dụ: Máy tính cơ quan.", "To know the device by, such as: office computer.");
    public static readonly Text Made = new("Thêm lúc", "Added");
    public static readonly Text Used = new("Dùng lần cuối", "Last used");
    public static readonly Text Never = new("chưa dùng", "never");
    public static readonly Text Change = new("Đổi tên hoặc gỡ", "Rename or remove");
    public static readonly Text Rename = new("Đổi tên", "Rename");
    public static readonly Text RenameOf = new("Tên mới của khóa {0}", "New name of {0}");
    public static readonly Text Remove = new("Gỡ", "Remove");
    public static readonly Text RemoveOf = new("Gỡ khóa {0}", "Remove {0}");
    public static readonly Text Add = new("Thêm khóa truy cập", "Add a passkey");
    public static readonly Text Begin = new("Tiếp tục", "Go on");
    public static readonly Text MakeHelp = new(
        "Bấm nút dưới đây; trình duyệt sẽ hỏi vân tay, khuôn mặt, mã PIN của máy hoặc khóa bảo mật.",
        "Press the button; the browser will ask for your fingerprint, face, PIN or security key.");
    public static readonly Text Make = new("Tạo khóa trên thiết bị này", "Make the passkey");
    public static readonly Text NoScript = new(
        "Khóa truy cập cần JavaScript; trình duyệt của bạn đang tắt JavaScript. Đăng nhập bằng mật khẩu không cần.",
        "Passkeys need JavaScript, which is off in your browser. Signing in with the password does not.");

    /// <summary>Said by the script.</summary>
    public static readonly Text Unknown = new(
        "Trình duyệt hoặc kết nối này không dùng được khóa truy cập: cần một trình duyệt mới và địa chỉ https (hoặc localhost).",
        "Passkeys do not work in this browser or over this connection: they need a recent browser and an https address (or localhost).");

    /// <summary>Said by the script.</summary>
    public static readonly Text Stopped = new(
        "Chưa nhận được khóa: bạn đã dừng lại, hết thời gian chờ, hoặc thiết bị này không có khóa phù hợp. Hãy thử lại.",
        "No passkey came: it was stopped, it took too long, or this device has none that fits. Try again.");

    /// <summary>Said by the script.</summary>
    public static readonly Text Already = new("Thiết bị này đã có khóa của tài khoản.", "This device has a passkey of the account already.");
}
