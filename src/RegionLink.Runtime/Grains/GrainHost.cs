using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Grains;

/// <summary>
/// Where grains live: loads one when it is addressed, gives it one command at a time and answers only when its facts are durable.
/// The only place that calls Decide. Several hosts may serve the same grains; the log's unique versions keep them honest, so
/// correctness never depends on which host a command reaches.
/// </summary>
public sealed class GrainHost(NpgsqlDataSource dataSource, GroupCommit groupCommit, IMemoryCache activations)
{
    private const int EventsPerSnapshot = 100;
    private const int MostAttempts = 20;

    private readonly GrainStore _store = new(dataSource);

    /// <summary>Sends a command that depends on nothing but its own grain.</summary>
    public Task<GrainAnswer<TState>> SendAsync<TState, TCommand, TEvent>(
        GrainType<TState, TCommand, TEvent> type, string key, TCommand command, CommandEnvelope envelope, CancellationToken ct)
        where TState : class
        where TEvent : class =>
        SendAsync(type, key, _ => Task.FromResult(new Prepared<TCommand>(command, [])), envelope, ct);

    /// <summary>Sends a command that quotes other grains.</summary>
    /// <param name="prepare">
    /// Builds the command from what it quotes (see <see cref="ReadAsync"/>) and names those streams as guards. Called again, after a fresh
    /// load of them, whenever a guard or the grain itself moved.
    /// </param>
    /// <exception cref="OutageException">The log cannot be reached; repeat with the same command id to learn what happened.</exception>
    public async Task<GrainAnswer<TState>> SendAsync<TState, TCommand, TEvent>(
        GrainType<TState, TCommand, TEvent> type,
        string key,
        Func<CancellationToken, Task<Prepared<TCommand>>> prepare,
        CommandEnvelope envelope,
        CancellationToken ct)
        where TState : class
        where TEvent : class
    {
        var answer = "outage";
        try
        {
            var result = await TakeTurnAsync(type, key, prepare, envelope, ct);
            answer = result switch
            {
                GrainAnswer<TState>.Done => "done",
                GrainAnswer<TState>.Refused => "refused",
                GrainAnswer<TState>.Stale => "stale",
                _ => "keyReused",
            };
            return result;
        }
        finally
        {
            GrainMetrics.Commands.Add(1, new("grain", type.Name), new("answer", answer));
        }
    }

    private async Task<GrainAnswer<TState>> TakeTurnAsync<TState, TCommand, TEvent>(
        GrainType<TState, TCommand, TEvent> type,
        string key,
        Func<CancellationToken, Task<Prepared<TCommand>>> prepare,
        CommandEnvelope envelope,
        CancellationToken ct)
        where TState : class
        where TEvent : class
    {
        var activation = Activate(type, key);
        await activation.Turn.WaitAsync(ct);
        try
        {
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                var prepared = await prepare(ct);
                var now = activation.Current ?? (attempt == 1 && type.Begins(prepared.Command)
                    ? Moment<TState>.BeforeAnything(type.Initial)
                    : activation.Current = await _store.LoadAsync(type, activation.Stream, ct));
                var decision = envelope.ExpectedVersion is { } expected && expected != now.Version
                    ? null
                    : type.Decide(now.State, prepared.Command, envelope.Context);

                if (decision is null or { Events.Count: 0 } || envelope.Rehearsal)
                {
                    if (await AnswerWithoutWritingAsync(type, activation, now, decision, prepared.Guards, envelope, ct) is { } answer)
                    {
                        return answer;
                    }

                    continue;
                }

                var (next, write) = Prepare(type, key, now, decision.Events, prepared, envelope);
                var outcome = await WriteAsync(activation, write);
                if (outcome != WriteOutcome.Committed)
                {
                    GrainMetrics.Retries.Add(1, new KeyValuePair<string, object?>("grain", type.Name));
                }

                switch (outcome)
                {
                    case WriteOutcome.Committed:
                        activation.Current = next;
                        return new GrainAnswer<TState>.Done(next.State, next.Version, Replayed: false);
                    case WriteOutcome.GuardMoved:
                        Forget(prepared.Guards);
                        break;
                    default:
                        activation.Current = null;
                        break;
                }

                if (envelope.Id is not null && await _store.ConfirmAsync(activation.Stream, envelope.Id, ct) is (_, { } seen))
                {
                    return await RepeatAsync(type, activation, envelope.Id, seen, ct);
                }
            }

            throw new OutageException(
                $"'{activation.Stream}' was written by others {MostAttempts} times in a row.", new TimeoutException());
        }
        finally
        {
            activation.Turn.Release();
        }
    }

    /// <summary>The grain as last seen here, for quoting in a command under its guard. May be older than the log; the guard tells.</summary>
    public async Task<Loaded<TState>> ReadAsync<TState, TCommand, TEvent>(
        GrainType<TState, TCommand, TEvent> type, string key, CancellationToken ct)
        where TState : class
        where TEvent : class
    {
        if (!type.Guardable)
        {
            throw new InvalidOperationException($"Grains of kind '{type.Name}' are not declared guardable; quoting one would not be protected.");
        }

        var activation = Activate(type, key);
        var now = activation.Current;
        if (now is null)
        {
            // Loaded aside, not under its turn: a grain quoting another must never wait for it (two that quote each other would wait for ever).
            now = await _store.LoadAsync(type, activation.Stream, ct);
            activation.Current ??= now;
        }

        return new(activation.Stream, now.State, now.Version);
    }

    private Activation<TState> Activate<TState, TCommand, TEvent>(GrainType<TState, TCommand, TEvent> type, string key)
        where TState : class
        where TEvent : class
    {
        var stream = type.StreamOf(key);
        return activations.GetOrCreate(stream, entry =>
        {
            // Forgetting a grain, even one at work, is always safe: the next command loads it again.
            entry.Size = 1;
            entry.SlidingExpiration = TimeSpan.FromMinutes(20);
            return new Activation<TState>(stream);
        })!;
    }

    private void Forget(IReadOnlyList<Guard> guards)
    {
        foreach (var guard in guards)
        {
            activations.Remove(guard.Stream);
        }
    }

    private async Task<WriteOutcome> WriteAsync<TState>(Activation<TState> activation, GrainWrite write)
        where TState : class
    {
        try
        {
            return await groupCommit.WriteAsync(write);
        }
        catch
        {
            activation.Current = null;   // whether it was written is unknown: look again before the next command
            throw;
        }
    }

    /// <summary>
    /// Before "no", "already so" or "stale" is said, the log is asked whether memory is up to date and whether this command was answered
    /// before. Null when memory was behind: decide again.
    /// </summary>
    private async Task<GrainAnswer<TState>?> AnswerWithoutWritingAsync<TState, TCommand, TEvent>(
        GrainType<TState, TCommand, TEvent> type,
        Activation<TState> activation,
        Moment<TState> now,
        Decision<TEvent>? decision,
        IReadOnlyList<Guard> guards,
        CommandEnvelope envelope,
        CancellationToken ct)
        where TState : class
        where TEvent : class
    {
        var (head, seen) = await _store.ConfirmAsync(activation.Stream, envelope.Id, ct);
        if (seen is not null)
        {
            return await RepeatAsync(type, activation, envelope.Id!, seen, ct);
        }

        var moved = await _store.MovedAsync(guards, ct);
        if (head != now.Version || moved.Count > 0)
        {
            activation.Current = head != now.Version ? null : activation.Current;
            Forget(moved);
            return null;
        }

        return decision switch
        {
            null => new GrainAnswer<TState>.Stale(now.Version),
            { Accepted: true } => new GrainAnswer<TState>.Done(now.State, now.Version, Replayed: false),
            _ => new GrainAnswer<TState>.Refused(decision.Refusals),
        };
    }

    private async Task<GrainAnswer<TState>> RepeatAsync<TState, TCommand, TEvent>(
        GrainType<TState, TCommand, TEvent> type, Activation<TState> activation, CommandId id, SeenCommand seen, CancellationToken ct)
        where TState : class
        where TEvent : class
    {
        if (seen.Stream != activation.Stream || !seen.BodyHash.AsSpan().SequenceEqual(id.BodyHash))
        {
            return new GrainAnswer<TState>.KeyReused();
        }

        var now = await _store.LoadAsync(type, activation.Stream, ct);
        activation.Current = now;
        return new GrainAnswer<TState>.Done(now.State, seen.LastVersion, Replayed: true);
    }

    private static (Moment<TState> Next, GrainWrite Write) Prepare<TState, TCommand, TEvent>(
        GrainType<TState, TCommand, TEvent> type,
        string key,
        Moment<TState> now,
        IReadOnlyList<TEvent> facts,
        Prepared<TCommand> prepared,
        CommandEnvelope envelope)
        where TState : class
        where TEvent : class
    {
        var stream = type.StreamOf(key);
        var (by, at) = (envelope.Context.By, envelope.Context.At);
        var commandId = envelope.Id?.Value ?? Guid.CreateVersion7();
        var events = new NewEvent[facts.Count];
        var written = new WrittenEvent<TEvent>[facts.Count];
        var next = now;
        for (var i = 0; i < facts.Count; i++)
        {
            var version = next.Version + 1;
            var (name, data) = type.Codec.Write(facts[i]);
            var hash = HashChain.Next(next.Hash, stream, version, name, by.ToString(), at, commandId, data);
            events[i] = new(stream, version, name, data, by, at, commandId, hash);
            written[i] = new(version, facts[i], by, at);
            next = next with { State = type.Evolve(next.State, facts[i]), Version = version, Hash = hash };
        }

        var whole = new Written<TState, TEvent>(key, next.Version, next.State, written);
        var statements = new List<NpgsqlBatchCommand>(type.Project(whole));
        if (prepared.Also is not null)
        {
            statements.AddRange(prepared.Also);
        }

        if (next.Version - next.SnapshotVersion >= EventsPerSnapshot)
        {
            statements.Add(GrainStore.SaveSnapshot(stream, next.Version, type.SnapshotFormat, next.Hash, next.State));
            next = next with { SnapshotVersion = next.Version };
        }

        return (next, new GrainWrite(events, type.Guardable, prepared.Guards, envelope.Id, type.Table?.Row(whole), statements));
    }
}
