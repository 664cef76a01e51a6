using RegionLink.Server.Identity;

namespace RegionLink.Server.Web;

/// <summary>Sends the files of the pages.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{Assets.Route}/{{hash}}/{{**name}}", SendAsync).ExcludeFromDescription().Requires(Right.ReadPublic).ServesOnlyPublicData();

    private static async Task SendAsync(string hash, string name, HttpContext http, Assets assets)
    {
        if (assets.Find(name) is not { } asset)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var (body, encoding) = accepted.Contains("br", StringComparison.Ordinal) ? (asset.Brotli, "br")
            : accepted.Contains("gzip", StringComparison.Ordinal) ? (asset.Gzip, "gzip")
            : (asset.Content, null);
        var headers = http.Response.Headers;
        headers.ContentType = asset.Type;
        headers.Vary = "Accept-Encoding";

        // An old page may ask for a file that has changed since: it gets today's, and must ask again.
        headers.CacheControl = hash == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
