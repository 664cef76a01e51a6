using System.Threading.Channels;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Identity.Audit;

/// <summary>
/// Writes down who read what is not public. Lines are gathered and written together, a fraction of a second after the answer; when the
/// database is away they wait, and when too many wait, so do the readers. Lines of the last moment before a crash may be lost.
/// </summary>
public sealed class ReadLog(SignInStore store, TimeProvider clock, ILogger<ReadLog> logger) : BackgroundService
{
    private const int MostWaiting = 20_000;
    private const int MostAtOnce = 500;
    private const int LongestAddress = 2_000;

    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    private readonly Channel<AccessEntry> waiting =
        Channel.CreateBounded<AccessEntry>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Around endpoints: a successful read by somebody signed in is written down, unless all rows of the endpoint are public anyway.</summary>
    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        var caller = http.Caller();
        if (caller.IsAnonymous
            || !HttpMethods.IsGet(http.Request.Method)
            || http.Response.StatusCode is < 200 or > 299
            || http.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<OnlyPublicData>() is not null)
        {
            return;
        }

        var address = $"{http.Request.Path}{http.Request.QueryString}";
        await waiting.Writer.WriteAsync(new AccessEntry(
            clock.GetUtcNow(),
            caller.Actor.ToString(),
            AccessKind.Read,
            address.Length <= LongestAddress ? address : address[..LongestAddress],
            caller.Unit?.ToString(),
            http.Connection.RemoteIpAddress));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var gathered = new List<AccessEntry>(MostAtOnce);

        // Not ended by the token: what waits at a stop is still written; StopAsync completes the channel.
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (gathered.Count < MostAtOnce && waiting.Reader.TryRead(out var entry))
            {
                gathered.Add(entry);
            }

            while (!await TryWriteAsync(gathered) && !stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(BeforeRetry, CancellationToken.None);
            }

            gathered.Clear();
        }
    }

    private async Task<bool> TryWriteAsync(List<AccessEntry> entries)
    {
        try
        {
            await store.LogAsync(entries, CancellationToken.None);
            return true;
        }
        catch (Exception e) when (Outage.Is(e))
        {
            logger.LogWarning(e, "{Count} lines of the access log wait for the database.", entries.Count);
            return false;
        }
    }
}

/// <summary>Marks an endpoint whose answers hold nothing but public data, so that reading it needs no line in the access log.</summary>
public sealed record OnlyPublicData
{
    public static readonly OnlyPublicData Mark = new();
}

public static class OnlyPublicDataExtensions
{
    /// <summary>Says that every answer is the same for everybody: reads are not written to the access log.</summary>
    public static TBuilder ServesOnlyPublicData<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(OnlyPublicData.Mark));
        return endpoint;
    }
}
