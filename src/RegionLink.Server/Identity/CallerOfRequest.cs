namespace RegionLink.Server.Identity;

public static class CallerOfRequest
{
    /// <summary>Who is calling. Anonymous when nobody proved to be somebody.</summary>
    public static Caller Caller(this HttpContext http) => http.Features.Get<Caller>() ?? Identity.Caller.Anonymous;

    internal static void SetCaller(this HttpContext http, Caller caller) => http.Features.Set(caller);
}
