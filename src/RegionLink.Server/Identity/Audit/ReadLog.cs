using System.Threading.Channels;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Identity;
using RegionLink.Runtime.Queries;

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

    /// <summary>
    /// Around endpoints: a successful read by somebody signed in is written down when its answer begins (a stream may go on for hours),
    /// unless all rows of the endpoint are public anyway or it only says that something changed.
    /// </summary>
    public Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Caller().IsAnonymous
            && HttpMethods.IsGet(http.Request.Method)
            && http.GetEndpoint() is RouteEndpoint endpoint
            && endpoint.Metadata.GetMetadata<OnlyPublicData>() is null
            && endpoint.Metadata.GetMetadata<NoticesAlone>() is null
            && endpoint.Metadata.GetMetadata<Table>() is not { Sharing: null })
        {
            http.Response.OnStarting(() => http.Response.StatusCode is >= 200 and <= 299 ? waiting.Writer.WriteAsync(Entry(http)).AsTask() : Task.CompletedTask);
        }

        return next(http);
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

    private AccessEntry Entry(HttpContext http)
    {
        var caller = http.Caller();
        var address = $"{http.Request.Path}{http.Request.QueryString}";
        return new AccessEntry(
            clock.GetUtcNow(),
            caller.Actor.ToString(),
            AccessKind.Read,
            address.Length <= LongestAddress ? address : address[..LongestAddress],
            caller.Unit?.ToString(),
            http.Connection.RemoteIpAddress);
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
