namespace RegionLink.Server.Web;

/// <summary>Languages of the pages. Vietnamese unless the reader chose otherwise.</summary>
public enum Language
{
    Vietnamese,
    English,
}

/// <summary>Which language a request is answered in: <c>?lang=</c>, which is then remembered, or what was remembered.</summary>
internal static class LanguageChoice
{
    public const string Parameter = "lang";
    private const string Cookie = "regionlink-lang";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static string Code(this Language language) => language is Language.English ? "en" : "vi";

    /// <summary>Reads the choice, and remembers it when the address made it.</summary>
    public static Language Read(HttpContext http)
    {
        if (Of(http.Request.Query[Parameter]) is not { } chosen)
        {
            return Of(http.Request.Cookies[Cookie]) ?? Language.Vietnamese;
        }

        if (!http.Response.HasStarted)
        {
            http.Response.Cookies.Append(Cookie, chosen.Code(), new CookieOptions
            {
                MaxAge = Remembered,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
            });
        }

        return chosen;
    }

    private static Language? Of(string? text) => text switch { "vi" => Language.Vietnamese, "en" => Language.English, _ => null };
}
