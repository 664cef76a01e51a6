using RegionLink.Runtime.EventLog;

namespace RegionLink.Server.Changes;

/// <summary>
/// Tells waiting readers that the log has grown. One small question to the database every half second however many readers wait, and
/// none when nobody does; works whichever server wrote.
/// </summary>
public sealed class ChangePulse(LogReader log, ILogger<ChangePulse> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private int _waiting;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Returns when something was written after the call, or after the patience has run out.</summary>
    public async Task WaitAsync(TimeSpan patience, CancellationToken ct)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await Volatile.Read(ref _next).Task.WaitAsync(patience, ct);
        }
        catch (TimeoutException)
        {
            // nothing happened: the caller looks again and finds the same
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var last = LogPosition.Start;
        using var timer = new PeriodicTimer(Interval);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                if (Volatile.Read(ref _waiting) == 0)
                {
                    continue;
                }

                var end = await log.EndAsync(stoppingToken);
                if (end != last)
                {
                    last = end;
                    Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (Outage.Is(e))
            {
                logger.LogWarning(e, "The log cannot be read for now; change notices wait.");
            }
        }
    }
}
