using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity;

/// <summary>Stands before every endpoint, before its body is read: deny by default.</summary>
internal static class AccessGate
{
    public static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if ((http.Features.Get<Caller>() ?? await http.RequestServices.GetRequiredService<CallerReader>().ReadAsync(http)) is not { } caller)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await AccessAnswer.KeyRefused().ExecuteAsync(http);
            return;
        }

        http.SetCaller(caller);

        // Only endpoints of a route are ours; routing's own 405 and 415 answers carry no data.
        if (http.GetEndpoint() is RouteEndpoint endpoint && Refusal(http, endpoint, caller) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private static IResult? Refusal(HttpContext http, RouteEndpoint endpoint, Caller caller)
    {
        var right = endpoint.Metadata.GetMetadata<RequiredRight>()?.Right
            ?? throw new InvalidOperationException($"{endpoint.DisplayName} names no right.");
        if (!caller.May(right))
        {
            return caller.IsAnonymous ? AccessAnswer.SignInNeeded() : AccessAnswer.RightMissing(caller, right);
        }

        // An address that names a unit is written only by that unit's people; a unit named in the body is the endpoint's to check.
        return HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            ? null
            : UnitsInAddress(http).Select(caller.RefuseFor).FirstOrDefault(refused => refused is not null);
    }

    /// <summary>Units named by a part of the address, alone or at the start of a key such as <c>79@2025-07-01/DA-2026-001</c>.</summary>
    private static IEnumerable<UnitKey> UnitsInAddress(HttpContext http)
    {
        foreach (var part in http.Request.RouteValues.Values.OfType<string>())
        {
            if (UnitKey.TryParse(part.Split('/')[0], out var unit))
            {
                yield return unit;
            }
        }
    }
}
