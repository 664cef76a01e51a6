using RegionLink.Server.Http;

namespace RegionLink.Server.Identity.Edge;

/// <summary>
/// Refuses writes that another web site made a visitor's browser send. Browsers say where a request comes from and pages cannot forge
/// it (Fetch Metadata, W3C; Origin, RFC 6454); programs that are not browsers send neither and carry no visitor's cookie by accident.
/// A key in the Authorization header is never sent by a browser on its own, so such requests pass.
/// </summary>
internal static class CrossSiteGuard
{
    public static Task PassAsync(HttpContext http, RequestDelegate next) =>
        IsSafe(http.Request.Method) || http.Request.Headers.Authorization.Count > 0 || IsSameOrigin(http.Request)
            ? next(http)
            : Problem.Of(StatusCodes.Status403Forbidden, AccessRefusals.CrossSite.With()).ExecuteAsync(http);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site.ToString() is "same-origin" or "none";
        }

        var origin = request.Headers.Origin;
        return origin.Count == 0
            || (Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
