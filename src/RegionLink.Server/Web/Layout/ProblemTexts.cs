namespace RegionLink.Server.Web.Layout;

/// <summary>Titles of pages that are not what was asked for, and what to do then.</summary>
internal static class ProblemTexts
{
    public static readonly Text Reasons = new("Lý do", "Reasons");
    public static readonly Text Home = new("Về trang vùng", "Go to the region's page");
    public static readonly Text Code = new("Mã lỗi {0}", "Error {0}");

    private static readonly Text BadTitle = new("Yêu cầu chưa đúng", "The request cannot be read");
    private static readonly Text BadAdvice = new("Hãy kiểm tra địa chỉ hoặc biểu mẫu rồi thử lại.", "Check the address or the form and try again.");
    private static readonly Text SignInTitle = new("Cần đăng nhập", "Please sign in");
    private static readonly Text SignInAdvice = new("Trang này dành cho người đã đăng nhập. Dữ liệu công khai vẫn xem được không cần tài khoản.", "This page is for people who signed in. What is public can be read without an account.");
    private static readonly Text ForbiddenTitle = new("Tài khoản không có quyền này", "Your account may not do this");
    private static readonly Text ForbiddenAdvice = new("Nếu công việc của bạn cần quyền này, hãy liên hệ quản trị viên của đơn vị.", "If your work needs it, ask the administrator of your unit.");
    public static readonly Text ToAccount = new("Đổi mật khẩu", "Change the password");
    private static readonly Text PasswordTitle = new("Cần đổi mật khẩu trước", "Change your password first");
    private static readonly Text PasswordAdvice = new("Đổi mật khẩu ở trang tài khoản, rồi tiếp tục công việc.", "Change it on the page of your account, then go on.");
    private static readonly Text MissingTitle = new("Không tìm thấy trang", "There is no such page");
    private static readonly Text MissingAdvice = new("Địa chỉ có thể đã gõ sai, hoặc bạn chưa được xem nội dung này. Hãy đăng nhập hoặc tìm từ trang vùng.", "The address may be misspelt, or you may not see what is there. Sign in, or start from the region's page.");
    private static readonly Text BusyTitle = new("Quá nhiều yêu cầu", "Too many requests");
    private static readonly Text BusyAdvice = new("Hãy chờ một phút rồi tải lại trang.", "Wait a minute and reload the page.");
    private static readonly Text AwayTitle = new("Cơ sở dữ liệu đang tạm gián đoạn", "The database is away for a moment");
    private static readonly Text AwayAdvice = new("Hãy tải lại trang sau ít phút. Những gì đã được báo là lưu thì không mất.", "Reload in a few minutes. Nothing that was reported as saved is lost.");
    private static readonly Text BugTitle = new("Có lỗi của hệ thống", "Something went wrong here");
    private static readonly Text BugAdvice = new("Lỗi đã được ghi lại. Hãy thử lại; nếu vẫn lỗi, gửi mã tra cứu bên dưới cho quản trị viên.", "It was written down. Try again; if it happens again, send the trace below to your administrator.");

    public static (Text Title, Text Advice) Of(int status, bool passwordFirst) => status switch
    {
        _ when passwordFirst => (PasswordTitle, PasswordAdvice),
        StatusCodes.Status401Unauthorized => (SignInTitle, SignInAdvice),
        StatusCodes.Status403Forbidden => (ForbiddenTitle, ForbiddenAdvice),
        StatusCodes.Status404NotFound => (MissingTitle, MissingAdvice),
        StatusCodes.Status429TooManyRequests => (BusyTitle, BusyAdvice),
        StatusCodes.Status503ServiceUnavailable => (AwayTitle, AwayAdvice),
        >= 500 => (BugTitle, BugAdvice),
        _ => (BadTitle, BadAdvice),
    };
}
