using System.Globalization;
using Npgsql;

namespace RegionLink.Runtime.Scoreboard;

/// <summary>
/// Knows whether anything a board depends on has been committed, by this server or any other, before a given moment. It asks the log for
/// events its last look could not see (by snapshot, not by position: positions are handed out before commit). So nothing else has to be
/// written for it, no writer waits for a shared row, and no notification can be lost. One question serves all requests that wait.
/// </summary>
public sealed class ChangeTail(NpgsqlDataSource dataSource)
{
    private const string First = "select pg_current_snapshot()::text";

    // One statement, so one snapshot: what it returns as now is exactly what it has looked at.
    private const string Look = """
        select pg_current_snapshot()::text,
               array(select distinct case split_part(e.stream, '/', 1)
                                     when 'budget-line' then 'budget/' || split_part(e.stream, '/', 3)
                                     else split_part(e.stream, '/', 1)
                                     end
                       from event e
                      where e.xid >= pg_snapshot_xmin($1::text::pg_snapshot)
                        and not pg_visible_in_snapshot(e.xid, $1::text::pg_snapshot))
        """;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _changes = new(StringComparer.Ordinal);
    private string? _seen;
    private Task _looking = Task.CompletedTask;
    private Task? _next;

    /// <summary>
    /// How often the inputs of a year's board have changed since this server started: never falls, and equal numbers mean equal inputs.
    /// Whatever was committed before the call is counted.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is away: an outage.</exception>
    public async Task<long> StampAsync(int year, CancellationToken ct)
    {
        await LookAsync().WaitAsync(ct);
        lock (_gate)
        {
            return Of("target") + Of("province") + Of("observation-batch") + Of(string.Create(CultureInfo.InvariantCulture, $"budget/{year}"));
        }

        long Of(string topic) => _changes.GetValueOrDefault(topic);
    }

    /// <summary>A look that begins after this call: one under way may have begun before the caller's last write was committed.</summary>
    private Task LookAsync()
    {
        lock (_gate)
        {
            return _next ?? (_looking.IsCompleted ? _looking = AskAsync() : _next = AfterAsync(_looking));
        }
    }

    private async Task AfterAsync(Task under)
    {
        await under.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Task look;
        lock (_gate)
        {
            _next = null;
            look = _looking = AskAsync();
        }

        await look;
    }

    private async Task AskAsync()
    {
        await Task.Yield();   // called under the lock: nothing of the database belongs there
        var before = _seen;
        await using var command = dataSource.CreateCommand(before is null ? First : Look);
        if (before is not null)
        {
            command.Parameters.Add(new() { Value = before });
        }

        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var now = reader.GetString(0);
        var changed = before is null ? [] : reader.GetFieldValue<string[]>(1);
        lock (_gate)
        {
            _seen = now;
            foreach (var topic in changed)
            {
                _changes[topic] = _changes.GetValueOrDefault(topic) + 1;
            }
        }
    }
}
