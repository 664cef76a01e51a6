using System.Text.RegularExpressions;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>The name typed to sign in. ASCII only, so that no two look alike.</summary>
public static partial class Login
{
    /// <summary>As stored: without spaces around it, in small letters.</summary>
    public static string Normal(string typed) => typed.Trim().ToLowerInvariant();

    public static bool IsWellFormed(string normal) => Shape().IsMatch(normal);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._@-]{2,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
