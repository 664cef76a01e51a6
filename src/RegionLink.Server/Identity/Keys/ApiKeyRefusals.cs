using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity.Keys;

/// <summary>Why a key was not made.</summary>
public static class ApiKeyRefusals
{
    public static readonly RefusalCode RightsMissing = new(
        "api-key.rights-missing",
        "Khóa API cần ít nhất một quyền.",
        "An API key needs at least one right.");

    public static readonly RefusalCode RightNotForKeys = new(
        "api-key.right-not-for-keys",
        "Quyền {0} không cấp được cho khóa API: việc này phải do một người thực hiện.",
        "The right {0} cannot be given to an API key: it takes a person.");

    public static readonly RefusalCode RightNotForBinding = new(
        "api-key.right-not-for-binding",
        "Quyền {0} không thuộc về {1}.",
        "The right {0} does not belong to {1}.");

    public static readonly RefusalCode ExpiryNotAhead = new(
        "api-key.expiry-not-ahead",
        "Thời hạn phải ở tương lai và không quá {0} ngày kể từ bây giờ.",
        "The expiry must lie ahead, by no more than {0} days.");
}
