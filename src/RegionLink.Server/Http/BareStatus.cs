using Microsoft.AspNetCore.Diagnostics;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Http;

/// <summary>Answers that routing leaves without a word (no such address, method or content type), as problems with their reason.</summary>
internal static class BareStatus
{
    private const int LongestQuoted = 200;

    public static Task ExplainAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        return (ReasonFor(status, http) is { } reason ? Problem.Of(status, reason) : Results.Problem(statusCode: status)).ExecuteAsync(http);
    }

    private static Refusal? ReasonFor(int status, HttpContext http) => status switch
    {
        StatusCodes.Status404NotFound => RequestRefusals.AddressUnknown.With(Short(http.Request.Path)),
        StatusCodes.Status405MethodNotAllowed => RequestRefusals.MethodUnknown.With(http.Request.Method, http.Response.Headers.Allow),
        StatusCodes.Status415UnsupportedMediaType => RequestRefusals.ContentTypeUnknown.About("Content-Type", Short(http.Request.ContentType)),
        _ => null,
    };

    private static string Short(string? text) => text is { Length: > LongestQuoted } ? text[..LongestQuoted] : text ?? "";
}
