using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>
/// Commits writes of different grains together: whoever arrives while a transaction is under way shares the next one. One round trip
/// and one flush then serve many commands. A write that fails never fails its neighbours: the batch is halved until it stands alone.
/// </summary>
public sealed class GroupCommit : IAsyncDisposable
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly ILogger<GroupCommit> _logger;
    private readonly int _mostPerTransaction;
    private readonly Channel<Pending> _queue = Channel.CreateUnbounded<Pending>();
    private readonly Task[] _writers;

    /// <param name="writers">Transactions under way at once; each holds one connection.</param>
    /// <param name="mostPerTransaction">Writes that may share one transaction.</param>
    public GroupCommit(NpgsqlDataSource dataSource, ILogger<GroupCommit> logger, int writers = 2, int mostPerTransaction = 128)
    {
        _dataSource = dataSource;
        _logger = logger;
        _mostPerTransaction = mostPerTransaction;
        _writers = [.. Enumerable.Range(0, writers).Select(_ => Task.Run(WriteUntilClosedAsync))];
    }

    /// <summary>Returns when the write is durable, or known not to have happened.</summary>
    /// <exception cref="OutageException">The database went away; the write may or may not have happened.</exception>
    /// <exception cref="PostgresException">A statement of this very write is wrong: a bug; nothing of it was written.</exception>
    public async Task<WriteOutcome> WriteAsync(GrainWrite write)
    {
        var pending = new Pending(write);
        return _queue.Writer.TryWrite(pending)
            ? await pending.Done.Task
            : throw new OutageException("The server is stopping.", new ObjectDisposedException(nameof(GroupCommit)));
    }

    /// <summary>Finishes what was accepted, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await Task.WhenAll(_writers);
    }

    private async Task WriteUntilClosedAsync()
    {
        Pending? heldBack = null;
        while (heldBack is not null || await _queue.Reader.WaitToReadAsync())
        {
            var batch = new List<Pending>();
            var streams = new HashSet<string>(StringComparer.Ordinal);
            while (batch.Count < _mostPerTransaction && (Take(ref heldBack) is { } next))
            {
                if (!MayJoin(next.Write, streams))
                {
                    heldBack = next;
                    break;
                }

                batch.Add(next);
            }

            if (batch.Count > 0)
            {
                await CommitAsync(batch);
            }
        }
    }

    private Pending? Take(ref Pending? heldBack)
    {
        var next = heldBack;
        heldBack = null;
        return next ?? (_queue.Reader.TryRead(out var read) ? read : null);
    }

    /// <summary>A write guarded by a stream that this transaction writes must come after it, in a transaction of its own.</summary>
    private static bool MayJoin(GrainWrite write, HashSet<string> streams)
    {
        if (write.Guards.Any(g => streams.Contains(g.Stream)))
        {
            return false;
        }

        return streams.Add(write.Stream);
    }

    private async Task CommitAsync(List<Pending> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await using var connection = await _dataSource.OpenConnectionAsync();
            await using var command = GroupCommitStatements.For(connection, batch.ConvertAll(p => p.Write));
            await command.ExecuteNonQueryAsync();
            GrainMetrics.WritesPerTransaction.Record(batch.Count);
            GrainMetrics.TransactionSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            batch.ForEach(p => p.Done.SetResult(WriteOutcome.Committed));
        }
        catch (PostgresException e) when (!Outage.Is(e) || e.SqlState is "40001" or "40P01")
        {
            if (batch.Count > 1)
            {
                await CommitAsync(batch[..(batch.Count / 2)]);
                await CommitAsync(batch[(batch.Count / 2)..]);
            }
            else
            {
                End(batch[0], e);
            }
        }
        catch (Exception e)
        {
            _logger.LogWarning(e, "A transaction of {Count} writes did not end; their outcome is unknown.", batch.Count);
            var outage = Outage.Is(e) ? new OutageException("The database could not be reached.", e) : e;
            batch.ForEach(p => p.Done.SetException(outage));
        }
    }

    private static void End(Pending pending, PostgresException e)
    {
        WriteOutcome? outcome = e.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation when e.ConstraintName == "event_stream_version" => WriteOutcome.VersionTaken,
            PostgresErrorCodes.UniqueViolation when e.ConstraintName == "command_seen" => WriteOutcome.CommandSeen,
            "RL001" => WriteOutcome.GuardMoved,
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => WriteOutcome.VersionTaken,
            _ => null,
        };

        if (outcome is { } known)
        {
            pending.Done.SetResult(known);
        }
        else
        {
            pending.Done.SetException(e);
        }
    }

    private sealed record Pending(GrainWrite Write)
    {
        public TaskCompletionSource<WriteOutcome> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
