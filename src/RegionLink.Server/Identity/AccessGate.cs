namespace RegionLink.Server.Identity;

/// <summary>Stands before every endpoint, before its body is read: deny by default.</summary>
public static class AccessGate
{
    /// <summary>Place it after routing and after whatever establishes the caller.</summary>
    public static IApplicationBuilder UseAccessGate(this IApplicationBuilder app) => app.Use(PassAsync);

    private static Task PassAsync(HttpContext http, RequestDelegate next)
    {
        // Only endpoints of a route are ours; routing's own 405 and 415 answers carry no data.
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return next(http);
        }

        var right = endpoint.Metadata.GetMetadata<RequiredRight>()?.Right
            ?? throw new InvalidOperationException($"{endpoint.DisplayName} names no right.");
        var caller = http.Caller();
        if (caller.May(right))
        {
            return next(http);
        }

        var answer = caller.IsAnonymous ? AccessAnswer.SignInNeeded() : AccessAnswer.RightMissing(right);
        return answer.ExecuteAsync(http);
    }
}
