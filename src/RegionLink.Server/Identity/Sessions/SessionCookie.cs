using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace RegionLink.Server.Identity.Sessions;

/// <summary>
/// The browser's proof of a session. It holds a random token, sealed by the shared key ring; whether the session still lives is decided by
/// the database, so signing out, a new password or a disabled account end it wherever the cookie was copied to.
/// </summary>
internal static class SessionCookie
{
    public const string Scheme = "session";
    public const string TokenClaim = "token";
    public const string Name = "regionlink";

    /// <summary>Longest life of a session, however much it is used; the store knows the shorter one of disuse.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Life of a session that is not used.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = Longest;
        options.SlidingExpiration = false;
    }

    public static ClaimsPrincipal Principal(string token) => new(new ClaimsIdentity([new Claim(TokenClaim, token)], Scheme));
}
