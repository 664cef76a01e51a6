using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using RegionLink.Server.Http;

namespace RegionLink.Server.Identity.Edge;

/// <summary>How much one caller may ask. Section <c>Limits</c> of the configuration; 0 switches a limit off.</summary>
public sealed class LimitOptions
{
    /// <summary>Sign-ins per minute from one network address. Tries on one account are counted besides, in the database.</summary>
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>Requests per minute of one key, one session, or one network address without either. An address as a whole has ten times that.</summary>
    public int RequestsPerMinute { get; set; } = 12_000;
}

/// <summary>Rate limits, before anything is looked up.</summary>
public static class Limits
{
    /// <summary>Name of the policy for signing in.</summary>
    public const string SignIn = "sign-in";

    private const int SliceSeconds = 10;
    private const int SlicesPerMinute = 60 / SliceSeconds;

    public static void Configure(RateLimiterOptions options, LimitOptions limits)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = AnswerAsync;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => Window(Address(http), limits.RequestsPerMinute * 10L, SliceSeconds)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => Window(CallerKey(http), limits.RequestsPerMinute, SliceSeconds)));
        options.AddPolicy(SignIn, http => Window(Address(http), limits.SignInsPerMinute * (long)SlicesPerMinute, 60));
    }

    private static RateLimitPartition<string> Window(string key, long perMinute, int seconds) => perMinute == 0
        ? RateLimitPartition.GetNoLimiter(key)
        : RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = (int)Math.Clamp(perMinute / SlicesPerMinute, 1, int.MaxValue),
            Window = TimeSpan.FromSeconds(seconds),
        });

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "local";

    // The credential as it was sent, not yet looked up; whoever makes up new ones runs into the limit of the address.
    private static string CallerKey(HttpContext http)
    {
        var sent = http.Request.Headers.Authorization.ToString();
        var credential = sent.Length > 0 ? sent : http.Request.Cookies[Sessions.SessionCookie.Name];
        return credential is { Length: > 0 } ? Convert.ToHexString(Secret.Hash(credential)) : Address(http);
    }

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(SliceSeconds);
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problem.Of(StatusCodes.Status429TooManyRequests, AccessRefusals.TooManyRequests.With(seconds)).ExecuteAsync(rejected.HttpContext);
    }
}
