using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace RegionLink.Server.Identity.Providers;

/// <summary>What somebody was sent to the provider for. Stays with the browser, sealed, so that an answer is good in that browser alone.</summary>
/// <param name="State">Comes back with the answer.</param>
/// <param name="Nonce">Comes back inside the token.</param>
/// <param name="Verifier">Of the code (RFC 7636).</param>
/// <param name="ReturnTo">Page to go on with; null for the desk.</param>
/// <param name="Link">The account to link; null for signing in.</param>
public sealed record ProviderErrand(string State, string Nonce, string Verifier, string? ReturnTo, Guid? Link);

/// <summary>The cookie the errand waits in.</summary>
internal sealed class ProviderErrands(IDataProtectionProvider protection)
{
    private const string Cookie = "regionlink-provider";
    private const string Path = "/sign-in/provider";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("provider-errand").ToTimeLimitedDataProtector();

    public void Keep(ProviderErrand errand, HttpContext http) => http.Response.Cookies.Append(Cookie, _seal.Protect(JsonSerializer.Serialize(errand), Life), new()
    {
        Path = Path,
        MaxAge = Life,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,   // the provider's answer is a navigation from another site
        Secure = http.Request.IsHttps,
        IsEssential = true,
    });

    /// <summary>The errand of this browser, once; null when there is none, or it took too long.</summary>
    public ProviderErrand? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } kept)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie, new() { Path = Path });
        try
        {
            return JsonSerializer.Deserialize<ProviderErrand>(_seal.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
