using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Server.Http;

/// <summary>
/// The one place where exceptions become answers: faults of the request 4xx, outages 503 with Retry-After, everything else is a bug:
/// 500 with a trace id and nothing of the inside.
/// </summary>
public sealed class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    private const int RetryAfterSeconds = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        await AnswerFor(httpContext, exception).ExecuteAsync(httpContext);
        return true;
    }

    private IResult AnswerFor(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case BodyFaultsException e:
                return Problem.Of(StatusCodes.Status400BadRequest, e.Faults);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem.Of(StatusCodes.Status413PayloadTooLarge, BodyLimits.Refusal(http));
            case BadHttpRequestException e:
                return Problem.Of(e.StatusCode, RequestRefusals.Malformed.With(e.Message));
            case var e when Outage.Is(e):
                logger.LogWarning(e, "The database could not serve {Method} {Path}.", http.Request.Method, http.Request.Path);
                http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Problem.Of(StatusCodes.Status503ServiceUnavailable, RequestRefusals.Unavailable.With());
            default:
                var trace = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
                logger.LogError(exception, "A bug answered {Method} {Path}; trace {Trace}.", http.Request.Method, http.Request.Path, trace);
                return Problem.Of(StatusCodes.Status500InternalServerError, RequestRefusals.Bug.With(trace));
        }
    }
}
