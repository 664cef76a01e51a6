using System.Security.Cryptography;
using System.Text.Json;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Observations;
using RegionLink.Domain.Targets;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.Targets;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>
/// Records what the provinces folder publishes, targets and values, through the same doors as everybody else's, so that both have a history.
/// Safe at every start and on several servers at once: what is recorded already changes nothing.
/// </summary>
public sealed class PublishedFacts(GrainHost host, ObservationBatches batches, TimeProvider clock)
{
    private static readonly Actor Loader = new(ActorKind.Platform, "provinces");

    /// <returns>
    /// What could not be recorded, by target or file. A target whose terms in the folder changed is one: earlier verdicts name the version
    /// they were judged with, so a change is a new version, made by the region, and not an edit of the folder.
    /// </returns>
    public async Task<IReadOnlyList<(string What, Refusal Reason)>> LoadAsync(ProvinceBook book, CancellationToken ct)
    {
        var ticks = clock.GetUtcNow().UtcTicks;
        var at = new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        var envelope = new CommandEnvelope(new CommandContext(Loader, at));
        var refused = new List<(string What, Refusal Reason)>();
        foreach (var target in book.Targets)
        {
            if (await host.SendAsync(TargetGrain.Type, target.Id, target.Command, envelope, ct) is GrainAnswer<Target>.Refused no)
            {
                refused.AddRange(no.Refusals.Select(r => (target.Id, r)));
            }
        }

        var vocabulary = new ObservationVocabulary(new MetricCatalogue(book.Metrics), book.Lineage());
        foreach (var file in book.Values.Where(v => v.Entries.Count > 0))
        {
            var entries = file.Entries;
            while (entries.Count > 0 && await RecordAsync(file, entries, vocabulary, envelope, ct) is BatchAnswer.Refused no)
            {
                refused.AddRange(no.Faults.Select(f => ($"{file.File}, line {f.Line}", f.Reason)));

                // What somebody else has recorded since is theirs and stays; the rest of the file is as good as before.
                var theirs = no.Faults.Where(f => f.Reason.Code == ObservationRefusals.RevisionMissing.Code || f.Reason.Code == ObservationRefusals.PublishedByReport.Code).Select(f => f.Line).ToHashSet();
                entries = theirs.Count < no.Faults.Count ? [] : [.. entries.Where((entry, i) => !theirs.Contains(entry.Line > 0 ? entry.Line : i + 1))];
            }
        }

        return refused;
    }

    private Task<BatchAnswer> RecordAsync(
        PublishedValues file, IReadOnlyList<ObservationEntry> entries, ObservationVocabulary vocabulary, CommandEnvelope envelope, CancellationToken ct)
    {
        var batch = new ObservationBatch($"provinces/{file.File}", ContentHash(file), Origin.Imported, Published: true, Illustrative: false);
        return batches.RecordAsync(ObservationEntry.Read(entries, vocabulary), batch, envelope, ct, EntryChecks.OfPlatform(Loader, batch.Title));
    }

    /// <summary>Of the rows with their sources spelt out: a source that got a better title is new content, too.</summary>
    private static byte[] ContentHash(PublishedValues file) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(file.Entries, StoredJson.Options));
}
