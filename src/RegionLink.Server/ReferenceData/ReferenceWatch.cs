using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.ReferenceData;

/// <summary>
/// Reads the reference data before the first request and looks every few seconds whether another server loaded newer data. A database that
/// is away at the start does not keep the server from starting: requests answer 503 until it is back.
/// </summary>
internal sealed class ReferenceWatch(ReferenceCache reference, ILogger<ReferenceWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the server stops, perhaps before it has started (its port is taken): nothing to tell
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await reference.RefreshAsync(ct);
        }
        catch (Exception e) when (Outage.Is(e))
        {
            logger.LogWarning(e, "The reference data cannot be read now; what was known stays.");
        }
    }
}
