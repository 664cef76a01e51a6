using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity.Passkeys;

/// <summary>Why a passkey was not added or not taken.</summary>
public static class PasskeyRefusals
{
    /// <summary>The same whatever the reason: unknown key, wrong signature, used answer, disabled or locked account.</summary>
    public static readonly RefusalCode SignInRefused = new(
        "passkey.sign-in-refused",
        "Khóa truy cập không được chấp nhận, hoặc tài khoản đang bị khóa. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.",
        "The passkey was not accepted, or the account is locked. Try again, or sign in with the password.");

    public static readonly RefusalCode ScriptNeeded = new(
        "passkey.script-needed",
        "Khóa truy cập cần JavaScript và một trình duyệt hỗ trợ. Hãy bật JavaScript, hoặc dùng mật khẩu.",
        "A passkey needs JavaScript and a browser that knows passkeys. Switch JavaScript on, or use the password.");

    public static readonly RefusalCode NotAdded = new(
        "passkey.not-added",
        "Chưa thêm được khóa truy cập: đã quá thời hạn, đã có khóa này, hoặc thiết bị trả lời chưa đúng. Hãy bắt đầu lại.",
        "The passkey was not added: it took too long, it is here already, or the device's answer was not right. Begin again.");

    public static readonly RefusalCode NameMissing = new(
        "passkey.name-missing",
        "Hãy đặt tên cho khóa, dài nhất 60 ký tự, để sau này nhận ra thiết bị.",
        "Give the passkey a name of at most 60 characters, to know the device by later.");

    /// <summary>{0} how many an account may have.</summary>
    public static readonly RefusalCode TooMany = new(
        "passkey.too-many",
        "Mỗi tài khoản có nhiều nhất {0} khóa truy cập; hãy gỡ một khóa không còn dùng.",
        "An account has at most {0} passkeys; remove one that is no longer used.");
}
