using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Reports;

namespace RegionLink.Server.Reports;

/// <summary>
/// Records publications that a crash or an outage left behind. Publishing does it at once; this looks again at the start and now and then.
/// Several servers may do it at the same time.
/// </summary>
public sealed class PublicationRelay(ReportPublications publications, ILogger<PublicationRelay> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Yields at once: a server must not wait for the database to start.
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                var recorded = await publications.RecordAsync(report: null, stoppingToken);
                if (recorded > 0)
                {
                    logger.LogInformation("Recorded {Count} publications left behind.", recorded);
                }
            }
            catch (Exception e) when (Outage.Is(e))
            {
                logger.LogWarning(e, "Publications wait for the database.");
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
