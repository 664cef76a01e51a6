using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity.Sessions;

/// <summary>Why nobody was signed in.</summary>
public static class SessionRefusals
{
    public static readonly RefusalCode SignInRefused = new(
        "session.sign-in-refused",
        "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa. Sau nhiều lần sai, hãy chờ vài phút rồi thử lại.",
        "Login or password is wrong, or the account is locked. After several wrong tries, wait some minutes and try again.");
}
