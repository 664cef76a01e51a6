using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RegionLink.Domain.Imports;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Imports;

/// <summary>Takes files in; the one door for the API and for the command line.</summary>
public sealed class FileImports(IEnumerable<IImportKind> kinds, ImportStore store, ILogger<FileImports> logger) : IAsyncDisposable
{
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromMilliseconds(500);
    private readonly Dictionary<string, IImportKind> _kinds = kinds.ToDictionary(kind => kind.Template.Kind, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Names of the kinds there are, in alphabetical order.</summary>
    public IReadOnlyList<string> Kinds => [.. _kinds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What is particular to a kind; null when there is none of that name.</summary>
    public IImportKind? Find(string kind) => _kinds.GetValueOrDefault(kind);

    /// <summary>
    /// Begins an import and returns as soon as it is known under its id; it goes on by itself, whoever asked. Its kind must be known.
    /// </summary>
    /// <param name="repeatable">Set when the caller may repeat the request: the import of the first time is answered again.</param>
    /// <param name="progress">Told how far it is, at most twice a second; null when nobody looks.</param>
    /// <exception cref="ImportIdTakenException">The id was used before for another file or with other words.</exception>
    public async Task<(Guid Id, Task End)> BeginAsync(ImportRequest request, CommandId? repeatable, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var id = repeatable?.Value ?? Guid.CreateVersion7();
        if (!await store.BeginAsync(id, request, ct))
        {
            return await store.IsSameAsync(id, request, ct) ? (id, _running.GetValueOrDefault(id) ?? Task.CompletedTask) : throw new ImportIdTakenException();
        }

        var run = Task.Run(() => RunAsync(id, request, progress), CancellationToken.None);
        _running[id] = run;
        _ = run.ContinueWith(_ => _running.TryRemove(id, out var _), TaskScheduler.Default);
        return (id, run);
    }

    public Task<ImportReport?> ReadAsync(Guid id, CancellationToken ct) => store.ReadAsync(id, ct);

    /// <summary>The first faults of an import, notices aside.</summary>
    public Task<IReadOnlyList<ImportFault>> FirstFaultsAsync(Guid id, int most, CancellationToken ct) => store.FirstFaultsAsync(id, most, ct);

    /// <summary>Stops what runs; rows already acknowledged stay written.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values);
        _stopping.Dispose();
    }

    private async Task RunAsync(Guid id, ImportRequest request, IProgress<ImportProgress>? progress)
    {
        var latest = new Latest();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var beats = BeatAsync(id, latest, progress, ended.Token);
        var run = new ImportRun(request, _kinds[request.Kind], latest.Set);
        ImportOutcome outcome;
        try
        {
            outcome = await run.RunAsync(_stopping.Token);
        }
#pragma warning disable CA1031 // Nobody awaits this run: whatever stops it must become its outcome, or it would seem to run for ever.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "Import {Id} stopped.", id);
            var reason = e is OperationCanceledException ? "stopping" : Outage.Is(e) ? "unavailable" : "bug";
            outcome = new(ImportStatus.Failed, latest.Read, latest.Progress.Done, ImportCounts.None, [], [], [], reason);
        }

        await ended.CancelAsync();
        await beats;
        try
        {
            await store.EndAsync(id, outcome, CancellationToken.None);
        }
        catch (Exception e) when (Outage.Is(e))
        {
            // Without a sign of life it will be reported as interrupted, which it is.
            logger.LogError(e, "The outcome of import {Id} could not be kept.", id);
        }
    }

    private async Task BeatAsync(Guid id, Latest latest, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await Task.Delay(BetweenBeats, ct);
                progress?.Report(latest.Progress);
                await store.BeatAsync(id, latest.Progress, latest.Read, ct);
            }
        }
        catch (OperationCanceledException)
        {
            progress?.Report(latest.Progress);
        }
        catch (Exception e) when (Outage.Is(e))
        {
            logger.LogWarning(e, "The progress of import {Id} could not be kept.", id);
        }
    }

    /// <summary>How far the run is; written by the run, read by the beat.</summary>
    private sealed class Latest
    {
        public ImportProgress Progress { get; private set; } = new(ImportStage.Load, 0, 0);

        public int Read { get; private set; }

        public void Set(ImportProgress progress, int read) => (Progress, Read) = (progress, read);
    }
}

/// <summary>The same id came with another file.</summary>
public sealed class ImportIdTakenException() : Exception("The id was used before for another import.");
