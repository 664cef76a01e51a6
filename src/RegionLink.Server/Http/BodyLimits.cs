using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using RegionLink.Domain.Common;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Http;

/// <summary>
/// Answers a body that is larger than its endpoint takes. Left to itself Kestrel stops reading and closes the connection, and most senders, still busy sending, never
/// see the answer. So the limit is kept here, behind the access gate and its rate limits: the answer goes out at once, for senders that listen, and what they go on sending
/// is read and thrown away within bounds, for those that first finish. Whoever the gate refuses is left to Kestrel, which reads nothing of a body that is too large.
/// </summary>
public static class BodyLimits
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Of an endpoint that names no other.</summary>
    public const long LargestBody = 16 * Megabyte;

    /// <summary>Whoever goes on after this is cut off: enough for a file somewhat too large, from people and systems the endpoint knows.</summary>
    private static readonly (long Bytes, TimeSpan Time) OfKnown = (64 * Megabyte, TimeSpan.FromSeconds(30));

    /// <summary>Where anybody may send something, it is small.</summary>
    private static readonly (long Bytes, TimeSpan Time) OfAnybody = (4 * Megabyte, TimeSpan.FromSeconds(5));

    /// <summary>Outermost, so that the answer is whole when the rest is read.</summary>
    public static IApplicationBuilder UseDrainedBodies(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var body = http.Request.Body;
        await next(http);
        if (http.Features.Get<TooLarge>() is not null)
        {
            await http.Response.CompleteAsync();
            if (!await DrainAsync(body, http.Features.Get<Caller>() is null or { IsAnonymous: true } ? OfAnybody : OfKnown, http.RequestAborted))
            {
                http.Abort();   // or Kestrel goes on reading for some seconds
            }
        }
    });

    /// <summary>After routing, before access: what Kestrel itself reads of a body that nobody else reads, which is as much as the endpoint takes.</summary>
    public static IApplicationBuilder UseEndpointLimits(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        SetKestrel(http, LimitOf(http));
        return next(http);
    });

    /// <summary>After access: the endpoint says how much it takes.</summary>
    public static IApplicationBuilder UseBodyLimits(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var limit = LimitOf(http);
        SetKestrel(http, null);
        if (http.Request.ContentLength > limit)
        {
            Mark(http);
            await Problem.Of(StatusCodes.Status413PayloadTooLarge, Refusal(http)).ExecuteAsync(http);
            return;
        }

        if (http.Request.ContentLength is null)
        {
            http.Request.Body = new LimitedBody(http.Request.Body, limit, () => Mark(http));
        }

        await next(http);
    });

    internal static Refusal Refusal(HttpContext http) =>
        RequestRefusals.TooLarge.With(LimitOf(http) is var bytes and >= Megabyte ? $"{bytes / Megabyte} MB" : $"{LimitOf(http)} B");

    /// <summary>Bytes that the endpoint of a request takes.</summary>
    private static long LimitOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LargestBody;

    private static void SetKestrel(HttpContext http, long? limit)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrel)
        {
            kestrel.MaxRequestBodySize = limit;
        }
    }

    private static void Mark(HttpContext http)
    {
        http.Features.Set(new TooLarge());
        if (!http.Response.HasStarted)
        {
            http.Response.Headers.Connection = "close";
        }
    }

    /// <returns>False when the sender goes on.</returns>
    private static async Task<bool> DrainAsync(Stream body, (long Bytes, TimeSpan Time) most, CancellationToken aborted)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        time.CancelAfter(most.Time);
        var buffer = new byte[64 * 1024];
        try
        {
            for (var drained = 0L; drained < most.Bytes;)
            {
                var read = await body.ReadAsync(buffer, time.Token);
                if (read == 0)
                {
                    return true;
                }

                drained += read;
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or BadHttpRequestException)
        {
            return true;   // the sender has gone, which is what was waited for
        }
    }

    private sealed record TooLarge;
}
