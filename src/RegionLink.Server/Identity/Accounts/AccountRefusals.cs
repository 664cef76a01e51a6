using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>Why an account was not made or changed.</summary>
public static class AccountRefusals
{
    public static readonly RefusalCode LoginMalformed = new(
        "account.login-malformed",
        "Tên đăng nhập phải dài 3–64 ký tự, gồm chữ cái không dấu viết thường, chữ số và các dấu . _ @ -, bắt đầu bằng chữ hoặc số.",
        "A login has 3–64 characters: small unaccented letters, digits and . _ @ -, and starts with a letter or digit.");

    public static readonly RefusalCode LoginTaken = new(
        "account.login-taken",
        "Tên đăng nhập {0} đã được dùng.",
        "The login {0} is taken.");

    public static readonly RefusalCode LabelMissing = new(
        "account.label-missing",
        "Cần tên hiển thị, tối đa {0} ký tự.",
        "A label is needed, at most {0} characters long.");

    public static readonly RefusalCode RolesMissing = new(
        "account.roles-missing",
        "Tài khoản cần ít nhất một vai trò.",
        "An account needs at least one role.");

    public static readonly RefusalCode RoleNeedsUnit = new(
        "account.role-needs-unit",
        "Vai trò {0} phải gắn với một đơn vị.",
        "The role {0} must be bound to a unit.");

    public static readonly RefusalCode RoleNeedsRegion = new(
        "account.role-needs-region",
        "Vai trò {0} thuộc cấp vùng, không gắn với đơn vị nào.",
        "The role {0} belongs to the region and cannot be bound to a unit.");

    public static readonly RefusalCode UnitUnknown = new(
        "account.unit-unknown",
        "Không có tỉnh, thành phố hay xã, phường {0}.",
        "There is no province or commune {0}.");

    public static readonly RefusalCode OwnAccount = new(
        "account.own-account",
        "Không được tự khóa tài khoản hoặc tự đổi vai trò, đơn vị của mình; hãy nhờ quản trị viên khác.",
        "Nobody disables or re-binds their own account; ask another administrator.");

    public static readonly RefusalCode PasswordWrong = new(
        "account.password-wrong",
        "Mật khẩu hiện tại không đúng, hoặc tài khoản đang tạm khóa vì sai nhiều lần.",
        "The current password is wrong, or the account is locked for a while after too many wrong ones.");

    public static readonly RefusalCode PasswordUnchanged = new(
        "account.password-unchanged",
        "Mật khẩu mới phải khác mật khẩu hiện tại.",
        "The new password must differ from the current one.");

    public static readonly RefusalCode PasswordTooShort = new(
        "account.password-too-short",
        "Mật khẩu cần ít nhất {0} ký tự.",
        "A password needs at least {0} characters.");

    public static readonly RefusalCode PasswordTooLong = new(
        "account.password-too-long",
        "Mật khẩu dài tối đa {0} ký tự.",
        "A password has at most {0} characters.");

    public static readonly RefusalCode PasswordContainsLogin = new(
        "account.password-contains-login",
        "Mật khẩu không được chứa tên đăng nhập.",
        "A password must not contain the login.");

    public static readonly RefusalCode PasswordTooPlain = new(
        "account.password-too-plain",
        "Mật khẩu cần ít nhất năm ký tự khác nhau.",
        "A password needs at least five different characters.");
}
