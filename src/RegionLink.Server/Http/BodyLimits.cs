using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Http;

/// <summary>
/// Answers a body that is larger than its endpoint takes. Left to itself Kestrel stops reading and closes the connection, and most senders, still busy sending, never
/// see the answer. So the limit is kept here: the answer goes out at once, for senders that listen, and what they go on sending is read and thrown away within bounds, for
/// those that first finish.
/// </summary>
public static class BodyLimits
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Of an endpoint that names no other.</summary>
    public const long LargestBody = 16 * Megabyte;

    /// <summary>Whoever sends more than this after the answer is cut off.</summary>
    private const long MostDrained = 512 * Megabyte;

    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(2);

    /// <summary>Outermost, so that the answer is whole when the rest is read.</summary>
    public static IApplicationBuilder UseDrainedBodies(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var body = http.Request.Body;
        await next(http);
        if (http.Features.Get<TooLarge>() is not null)
        {
            await http.Response.CompleteAsync();
            await DrainAsync(body, http.RequestAborted);
        }
    });

    /// <summary>After routing: the endpoint says how much it takes.</summary>
    public static IApplicationBuilder UseBodyLimits(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var limit = LimitOf(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrel)
        {
            kestrel.MaxRequestBodySize = null;
        }

        if (http.Request.ContentLength > limit)
        {
            http.Features.Set(new TooLarge());
            http.Response.Headers.Connection = "close";
            await Problem.Of(StatusCodes.Status413PayloadTooLarge, Refusal(http)).ExecuteAsync(http);
            return;
        }

        if (http.Request.ContentLength is null)
        {
            http.Request.Body = new LimitedBody(http.Request.Body, limit, () => http.Features.Set(new TooLarge()));
        }

        await next(http);
    });

    internal static Refusal Refusal(HttpContext http) =>
        RequestRefusals.TooLarge.With(LimitOf(http) is var bytes and >= Megabyte ? $"{bytes / Megabyte} MB" : $"{LimitOf(http)} B");

    /// <summary>Bytes that the endpoint of a request takes.</summary>
    private static long LimitOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LargestBody;

    private static async Task DrainAsync(Stream body, CancellationToken aborted)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        time.CancelAfter(LongestDrain);
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            for (var drained = 0L; drained < MostDrained && (read = await body.ReadAsync(buffer, time.Token)) > 0; drained += read)
            {
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or BadHttpRequestException)
        {
            // The sender has gone, which is what was waited for.
        }
    }

    private sealed record TooLarge;
}
