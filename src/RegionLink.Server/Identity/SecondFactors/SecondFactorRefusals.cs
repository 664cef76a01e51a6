using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity.SecondFactors;

/// <summary>Why a second factor was not set up, taken or removed.</summary>
public static class SecondFactorRefusals
{
    public static readonly RefusalCode Needed = new(
        "second-factor.needed",
        "Tài khoản này bật xác thực hai bước: cần thêm mã 6 số của ứng dụng, hoặc một mã khôi phục.",
        "This account has a second factor: the 6 digits of the app, or a recovery code, are needed too.");

    public static readonly RefusalCode CodeWrong = new(
        "second-factor.code-wrong",
        "Mã không đúng, đã dùng rồi hoặc đã hết hạn. Hãy nhập mã đang hiện trên ứng dụng; sau nhiều lần sai, hãy chờ vài phút.",
        "The code is wrong, was used before or has expired. Type the one the app shows now; after several wrong tries, wait some minutes.");

    public static readonly RefusalCode AlreadySet = new(
        "second-factor.already-set",
        "Tài khoản đã bật xác thực hai bước; hãy gỡ trước khi thiết lập lại.",
        "The account has a second factor already; remove it before setting it up anew.");

    public static readonly RefusalCode NotBegun = new(
        "second-factor.not-begun",
        "Chưa bắt đầu thiết lập, hoặc đã quá 15 phút. Hãy bắt đầu lại.",
        "Nothing is being set up, or it was begun more than 15 minutes ago. Begin again.");
}
