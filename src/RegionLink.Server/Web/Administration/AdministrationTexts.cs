using RegionLink.Server.Identity;

namespace RegionLink.Server.Web.Administration;

/// <summary>Texts of the pages for administrators.</summary>
internal static class AdministrationTexts
{
    public static readonly Text Users = new("Người dùng", "Users");
    public static readonly Text UsersHelp = new(
        "Tài khoản của đơn vị bạn quản trị: ai làm việc gì. Mỗi người một tài khoản; người nhập và người duyệt là hai người.",
        "The accounts you keep: who does what. One account per person; who enters and who approves are two people.");
    public static readonly Text NewUser = new("Thêm người dùng", "Add a user");
    public static readonly Text NewUserHelp = new(
        "Hệ thống tạo mật khẩu tạm và hiện một lần; người dùng phải đổi khi đăng nhập lần đầu.",
        "A temporary password is made and shown once; its holder must change it at the first sign-in.");
    public static readonly Text EditUser = new("Sửa người dùng {0}", "Change user {0}");
    public static readonly Text EditUserHelp = new(
        "Thay đổi có hiệu lực ngay và kết thúc các phiên đang mở của người này.",
        "Changes take effect at once and end this person's open sessions.");
    public static readonly Text Login = new("Tên đăng nhập", "Login");
    public static readonly Text LoginHint = new("Chữ thường không dấu, chữ số và . _ @ -", "Small unaccented letters, digits and . _ @ -");
    public static readonly Text Label = new("Tên hiển thị", "Shown as");
    public static readonly Text LabelHint = new("Nên là chức năng, ví dụ: Sở KH&CN, tổng hợp báo cáo", "Better a function than a name: Department of Science, reporting");
    public static readonly Text Unit = new("Đơn vị", "Unit");
    public static readonly Text Region = new("Toàn vùng", "The whole region");
    public static readonly Text Roles = new("Vai trò", "Roles");
    public static readonly Text State = new("Tình trạng", "State");
    public static readonly Text Active = new("Đang dùng", "Active");
    public static readonly Text Disabled = new("Đã khóa", "Disabled");
    public static readonly Text Locked = new("Tạm khóa đến {0}", "Locked until {0}");
    public static readonly Text MustChange = new("Chưa đổi mật khẩu tạm", "Temporary password");
    public static readonly Text Disable = new("Khóa tài khoản: không đăng nhập được nữa", "Disable the account: no more signing in");
    public static readonly Text Save = new("Lưu thay đổi", "Save changes");
    public static readonly Text Saved = new("Đã lưu.", "Saved.");
    public static readonly Text Create = new("Tạo tài khoản", "Create the account");
    public static readonly Text Created = new("Đã tạo tài khoản {0}.", "Account {0} was created.");
    public static readonly Text NewPassword = new("Mật khẩu tạm", "Temporary password");
    public static readonly Text ShownOnce = new("Chỉ hiện một lần. Hãy chép lại và trao cho người dùng theo cách an toàn.", "Shown this once. Copy it and hand it over safely.");
    public static readonly Text ResetPassword = new("Đặt lại mật khẩu", "Set a new password");
    public static readonly Text ResetHelp = new("Dùng khi quên mật khẩu hoặc bị khóa do nhập sai nhiều lần.", "For a forgotten password, or after too many wrong ones.");
    public static readonly Text NotSaved = new("Chưa lưu được vì", "Not saved because");
    public static readonly Text NoUsers = new("Chưa có tài khoản nào", "No accounts yet");
    public static readonly Text Search = new("Tìm theo tên đăng nhập", "Search by login");
    public static readonly Text Show = new("Xem", "Show");
    public static readonly Text More = new("Trang sau", "Next page");
    public static readonly Text Changed = new("Sửa", "Change");

    public static readonly Text Keys = new("Khóa API", "API keys");
    public static readonly Text KeysHelp = new(
        "Khóa để hệ thống của đơn vị gửi và đọc dữ liệu. Mỗi hệ thống một khóa, chỉ những quyền cần thiết, có thời hạn.",
        "Keys with which your systems send and read data. One per system, only the rights it needs, with an end.");
    public static readonly Text NewKey = new("Tạo khóa", "Create a key");
    public static readonly Text KeyLabel = new("Hệ thống dùng khóa", "System that holds it");
    public static readonly Text Rights = new("Quyền", "Rights");
    public static readonly Text RightsHint = new("Đọc dữ liệu công khai thì luôn được.", "Reading what is public is always included.");
    public static readonly Text Expires = new("Hết hạn", "Expires");
    public static readonly Text ExpiresHint = new("Cuối ngày; không quá 396 ngày kể từ hôm nay.", "End of the day; at most 396 days from today.");
    public static readonly Text KeyMade = new("Đã tạo khóa {0}", "Key {0} was created");
    public static readonly Text SecretOnce = new(
        "Chỉ hiện một lần; nền tảng không giữ bản gốc. Chép ngay vào hệ thống của bạn.",
        "Shown this once; the platform does not keep it. Copy it into your system now.");
    public static readonly Text Prefix = new("Đầu khóa", "Starts with");
    public static readonly Text LastUsed = new("Dùng lần cuối", "Last used");
    public static readonly Text NeverUsed = new("chưa dùng", "never");
    public static readonly Text Revoke = new("Thu hồi", "Revoke");
    public static readonly Text RevokeOf = new("Thu hồi khóa {0}", "Revoke the key {0}");
    public static readonly Text Revoked = new("Đã thu hồi", "Revoked");
    public static readonly Text Expired = new("Đã hết hạn", "Expired");
    public static readonly Text Valid = new("Còn hiệu lực", "In force");
    public static readonly Text NoKeys = new("Chưa có khóa API nào", "No API keys yet");
    public static readonly Text NoKeysHelp = new("Tạo khóa bằng biểu mẫu trên trang này khi một hệ thống cần kết nối.", "Create one with the form on this page when a system needs to connect.");

    public static readonly Text Audit = new("Nhật ký truy cập", "Audit trail");
    public static readonly Text AuditHelp = new(
        "Ai đã đăng nhập, sửa tài khoản, tạo khóa, đọc dữ liệu không công khai. Không ai sửa hay xóa được nhật ký này.",
        "Who signed in, changed accounts, made keys, read what is not public. Nobody can change or delete it.");
    public static readonly Text At = new("Lúc", "At");
    public static readonly Text Who = new("Ai", "Who");
    public static readonly Text Deed = new("Việc", "What");
    public static readonly Text About = new("Về", "About");
    public static readonly Text Source = new("Địa chỉ mạng", "Network address");
    public static readonly Text AllDeeds = new("Mọi việc", "Everything");
    public static readonly Text NotUnderstood = new("Có điều kiện chưa hiểu được", "A condition was not understood");
    public static readonly Text From = new("Từ ngày", "From");
    public static readonly Text To = new("Đến ngày", "To");
    public static readonly Text NoLines = new("Không có dòng nào khớp", "No line matches");
    public static readonly Text NoLinesHelp = new("Hãy bỏ bớt điều kiện lọc.", "Take out a filter.");
    public static readonly Text Nobody = new("chưa đăng nhập", "not signed in");
    public static readonly Text Platform = new("nền tảng", "the platform");
    public static readonly Text Older = new("Cũ hơn", "Older");
    public static readonly Text Newest = new("Mới nhất", "Newest");

    public static readonly Text RemoveFactorHelp = new(
        "Dành cho người mất điện thoại và hết mã khôi phục. Nếu điện thoại có thể ở trong tay người khác, hãy đặt lại cả mật khẩu.",
        "For somebody who lost the phone and the recovery codes. When the phone may be in wrong hands, reset the password as well.");

    public static readonly Text Passkeys = new("Khóa truy cập (passkey)", "Passkeys");
    public static readonly Text RemovePasskeysHelp = new(
        "Tài khoản có {0} khóa truy cập. Gỡ tất cả khi thiết bị bị mất hoặc người giữ tài khoản đã thay; các phiên đăng nhập của tài khoản kết thúc ngay.",
        "The account has {0} passkeys. Remove them all when the device is lost or somebody else takes over; the account's sessions end at once.");
    public static readonly Text Linked = new("Đăng nhập qua hệ thống định danh", "Sign-in by the identity provider");
    public static readonly Text UnlinkHelp = new(
        "Tài khoản gắn với một danh tính ở hệ thống định danh. Gỡ khi người giữ tài khoản đã thay; các phiên đăng nhập của tài khoản kết thúc ngay.",
        "The account is linked to an identity at the identity provider. Remove the link when somebody else takes over; the account's sessions end at once.");
    public static readonly Text Unlink = new("Gỡ danh tính", "Remove the link");
    public static readonly Text RemovePasskeys = new("Gỡ mọi khóa truy cập", "Remove all passkeys");

    public static readonly IReadOnlyList<(string Kind, Text Text)> Deeds =
    [
        ("signed-in", new("Đăng nhập", "Signed in")),
        ("sign-in-refused", new("Đăng nhập bị từ chối", "Sign-in refused")),
        ("signed-out", new("Đăng xuất", "Signed out")),
        ("password-changed", new("Đổi mật khẩu", "Password changed")),
        ("password-reset", new("Đặt lại mật khẩu", "Password reset")),
        ("second-factor-set", new("Bật xác thực hai bước", "Second factor set up")),
        ("second-factor-removed", new("Gỡ xác thực hai bước", "Second factor removed")),
        ("recovery-code-used", new("Dùng mã khôi phục", "Recovery code used")),
        ("passkey-added", new("Thêm khóa truy cập", "Passkey added")),
        ("passkey-removed", new("Gỡ khóa truy cập", "Passkey removed")),
        ("identity-linked", new("Gắn danh tính", "Identity linked")),
        ("identity-unlinked", new("Gỡ danh tính", "Identity unlinked")),
        ("account-created", new("Tạo tài khoản", "Account created")),
        ("account-changed", new("Sửa tài khoản", "Account changed")),
        ("key-created", new("Tạo khóa API", "API key created")),
        ("key-revoked", new("Thu hồi khóa API", "API key revoked")),
        ("read", new("Đọc dữ liệu", "Read data")),
    ];

    public static Text Of(Right right) => right switch
    {
        Right.ReadPublic => new("Đọc dữ liệu công khai", "Read what is public"),
        Right.SignIn => new("Đăng nhập", "Sign in"),
        Right.ManageOwnAccount => new("Tài khoản của mình", "Keep one's own account"),
        Right.ReadShared => new("Đọc dữ liệu chia sẻ trong vùng", "Read what is shared in the region"),
        Right.ReadUnshared => new("Đọc dữ liệu chưa chia sẻ", "Read what is not shared"),
        Right.WriteProjects => new("Ghi dự án", "Write projects"),
        Right.ApproveProjects => new("Duyệt dự án", "Approve projects"),
        Right.WriteBudgets => new("Ghi dòng ngân sách", "Write budget lines"),
        Right.ManageFiscalYears => new("Quản lý năm ngân sách", "Manage fiscal years"),
        Right.ManageSharing => new("Quyết định chia sẻ", "Decide sharing"),
        Right.EnterFigures => new("Nhập số liệu báo cáo", "Enter figures of reports"),
        Right.ApproveReports => new("Duyệt và nộp báo cáo", "Approve and submit reports"),
        Right.ManagePeriods => new("Mở kỳ báo cáo", "Open reporting periods"),
        Right.ReviewReports => new("Xem xét báo cáo", "Review reports"),
        Right.PublishReports => new("Công bố báo cáo", "Publish reports"),
        Right.ManageTargets => new("Đặt mục tiêu vùng", "Set targets of the region"),
        Right.RaiseTarget => new("Nâng mục tiêu của đơn vị", "Raise the own target"),
        Right.AskQuestions => new("Đặt câu hỏi về số liệu", "Ask about figures"),
        Right.AnswerQuestions => new("Trả lời câu hỏi", "Answer questions"),
        Right.WriteObservations => new("Ghi số liệu quan sát", "Write observations"),
        Right.Import => new("Nhập tệp", "Import files"),
        Right.ManageAccounts => new("Quản trị tài khoản", "Keep accounts"),
        Right.ReadAudit => new("Đọc nhật ký truy cập", "Read the audit trail"),
        Right.ReadOperations => new("Đọc số đo vận hành", "Read operations"),
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };

    public static Text OfDeed(string kind) => Deeds.FirstOrDefault(d => d.Kind == kind).Text ?? new(kind, kind);
}
