namespace RegionLink.Server.Identity.Edge;

/// <summary>Headers every answer carries unless its endpoint said otherwise.</summary>
internal static class SecurityHeaders
{
    // For answers that are data: nothing in them may run, be framed or fetch anything. Pages bring their own policy.
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static Task PassAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(AddAsync, http);
        return next(http);
    }

    private static Task AddAsync(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        Add("X-Content-Type-Options", "nosniff");
        Add("Referrer-Policy", "same-origin");
        Add("Content-Security-Policy", DataPolicy);
        Add("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = http.Caller().IsAnonymous ? "no-cache" : "private, no-cache";
            headers.Append("Vary", "Authorization, Cookie");
        }

        if (http.Request.IsHttps)
        {
            Add("Strict-Transport-Security", "max-age=31536000");
        }

        return Task.CompletedTask;

        void Add(string name, string value)
        {
            if (!headers.ContainsKey(name))
            {
                headers[name] = value;
            }
        }
    }
}
