using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Targets;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>A target as the sources state it, ready to be set.</summary>
/// <param name="Sources">Ids in <c>sources.csv</c>, at least one.</param>
public sealed record PublishedTarget(string Id, TargetCommand.Set Command, IReadOnlyList<string> Sources);

/// <summary>Reads <c>targets/*.json</c>.</summary>
internal static class TargetFiles
{
    public static List<PublishedTarget> Read(FolderReader folder, References names, MetricCatalogue metrics)
    {
        var targets = new List<PublishedTarget>();
        foreach (var file in folder.Files("targets", ".json"))
        {
            foreach (var entry in folder.ReadList<TargetEntry>(file, "targets", "id"))
            {
                names.Define(Naming.Target, entry.Name, file, entry.At);
                if (entry.Value is not { } target)
                {
                    continue;
                }

                names.Metric(target.Metric, file, entry.At);
                names.Acts(target.Acts ?? [], file, entry.At);
                names.Sources(target.Sources, file, entry.At);
                names.Unit(target.Scope.Unit?.ToString(), file, entry.At);
                var published = target.ToTarget(metrics);
                foreach (var reason in MistakesOf(target, published.Command, names))
                {
                    folder.Note(file, entry.At, reason);
                }

                targets.Add(published);
            }
        }

        return targets;
    }

    private static IEnumerable<Refusal> MistakesOf(TargetEntry target, TargetCommand.Set command, References names)
    {
        if (target.Due.Every is null != target.Due.From is null)
        {
            yield return MistakeCodes.DueUnclear.With(target.Id);
        }

        if (target.Sources.Count == 0)
        {
            yield return MistakeCodes.FieldMissing.With("sources");
        }

        // The rules of targets judge the rest; a metric that is missing, or there with mistakes, is said once, by its name.
        var context = new CommandContext(new Actor(ActorKind.Platform, "provinces"), DateTimeOffset.UnixEpoch);
        foreach (var refusal in Target.Decide(Target.Initial, command, context).Refusals
            .Where(r => r.Code != TargetRefusals.MetricUnknown.Code))
        {
            yield return refusal;
        }
    }
}

internal sealed record TargetEntry(
    string Id,
    string Metric,
    ScopeEntry Scope,
    GoalDirection Comparison,
    decimal Threshold,
    UnitOfMeasure Unit,
    DueEntry Due,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    TargetStatus Status,
    IReadOnlyList<string> Sources,
    string? Region = null,
    string? ScopeAsWritten = null,
    decimal? ThresholdUpper = null,
    string? UnitAsWritten = null,
    IReadOnlyList<string>? Acts = null,
    string? Basis = null,
    string? Note = null)
{
    public PublishedTarget ToTarget(MetricCatalogue metrics)
    {
        var terms = new TargetTerms(
            new Goal(Comparison, Threshold, ThresholdUpper),
            new TargetValidity(ValidFrom, ValidTo, new Due(Due.From, Due.By, Due.MeanFrom)),
            Trajectory.None,
            string.Join("; ", Acts ?? [Basis ?? ""]),
            Status == TargetStatus.Proposed,
            Note);
        var metric = metrics.Find(Metric);
        return new(
            Id,
            new(Metric, new TargetScope(Scope.Kind, Scope.Unit, Region), DomainWords.Of(Unit), terms, Illustrative: false, metric is null ? null : DomainWords.Of(metric.Unit)),
            Sources);
    }
}

internal sealed record DueEntry(Every? Every = null, int? From = null, DateOnly? By = null, int? MeanFrom = null);

internal enum Every
{
    Year,
}

internal enum TargetStatus
{
    InForce,
    Proposed,
    DeadlinePassed,
    UnitMerged,
    VoidLevelAbolished,
}
