using System.Globalization;
using System.Text.Json;
using RegionLink.Domain.Common;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>
/// Reads what is shown and not computed with: <c>dti-structure.json</c>, <c>activity-categories.json</c>, <c>wordings.json</c>, <c>geo/*.geojson</c>.
/// </summary>
internal static class DocumentFiles
{
    private const string DtiFile = "dti-structure.json";
    private const string ActivityFile = "activity-categories.json";
    private const string WordingFile = "wordings.json";

    public static Dictionary<string, string> Read(FolderReader folder, References names)
    {
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        if (folder.ReadJson<DtiStructure>(DtiFile) is { } dti)
        {
            JudgeDti(dti, folder, names);
            documents["dti-structure"] = JsonSerializer.Serialize(dti, EventLog.StoredJson.Options);
        }

        if (folder.ReadJson<ActivityList>(ActivityFile) is { } activities)
        {
            JudgeActivities(activities, folder, names);
            documents["activity-categories"] = JsonSerializer.Serialize(activities, EventLog.StoredJson.Options);
        }

        documents["wordings"] = JsonSerializer.Serialize(ReadWordings(folder, names), EventLog.StoredJson.Options);
        foreach (var file in folder.Files("geo", ".geojson"))
        {
            foreach (var feature in folder.ReadFeatures(file))
            {
                names.Unit(feature.Key, file, feature.At);
            }
        }

        return documents;
    }

    private static Dictionary<string, string> ReadWordings(FolderReader folder, References names)
    {
        var wordings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in folder.ReadList<Bilingual>(WordingFile, "texts", "en"))
        {
            names.Define(Naming.Wording, entry.Name, WordingFile, entry.At);
            if (entry.Value is { } text)
            {
                wordings[text.En] = text.Vi;
            }
        }

        return wordings;
    }

    private static void JudgeDti(DtiStructure dti, FolderReader folder, References names)
    {
        foreach (var (edition, index) in dti.Editions.Select((e, i) => (e, i)))
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"editions[{index}]");
            names.Acts([edition.Act], DtiFile, where);
            names.Sources(edition.Sources, DtiFile, where);
            names.Source(edition.CheckSource, DtiFile, where);
            names.Sources((edition.MainIndices ?? []).Select(m => m.Source), DtiFile, where);
            foreach (var part in edition.Groups ?? [])
            {
                NoteSum(folder, where, $"{part.Name.En}, points", part.Indices.Sum(i => i.MaxPoints), part.MaxPoints);
                NoteSum(folder, where, $"{part.Name.En}, components", part.Indices.Sum(i => i.Components), part.Components);
                foreach (var metric in part.Indices.Select(i => i.Metric).OfType<string>())
                {
                    names.Metric(metric, DtiFile, where);
                }
            }

            if (edition is { Groups: { } groups, MaxPoints: { } points })
            {
                NoteSum(folder, where, $"{edition.Id}, points", groups.Sum(g => g.MaxPoints), points);
                NoteSum(folder, where, $"{edition.Id}, components", groups.Sum(g => g.Components), edition.Components);
            }

            foreach (var check in (edition.Checks ?? []).Where(c => Math.Abs(c.Computed - c.Published) > 0.0001m))
            {
                folder.Note(DtiFile, where, MistakeCodes.ScoreDiffers.With(check.Province, check.Computed, check.Published));
            }
        }

        names.Sources(dti.Publications.Select(p => p.Source), DtiFile, "publications");
        names.Source(dti.Collection.Source, DtiFile, "collection");
    }

    private static void NoteSum(FolderReader folder, string where, string what, int sum, int total)
    {
        if (sum != total)
        {
            folder.Note(DtiFile, where, MistakeCodes.WeightsDiffer.With(what, sum, total));
        }
    }

    private static void JudgeActivities(ActivityList list, FolderReader folder, References names)
    {
        names.Acts([list.Act], ActivityFile, "act");
        names.Source(list.Source, ActivityFile, "source");
        var missing = Enum.GetValues<ActivityCategory>().Except(list.Categories.Select(c => c.Code));
        foreach (var code in missing)
        {
            folder.Note(ActivityFile, "categories", MistakeCodes.FieldMissing.With(code));
        }

        foreach (var twice in list.Categories.CountBy(c => c.Code).Where(c => c.Value > 1))
        {
            folder.Note(ActivityFile, "categories", MistakeCodes.TwiceDefined.With(twice.Key, ActivityFile));
        }
    }
}

internal sealed record ActivityList(string Act, string Source, string Note, IReadOnlyList<ActivityLabel> Categories);

internal sealed record ActivityLabel(ActivityCategory Code, Bilingual Label);

internal sealed record DtiStructure(
    IReadOnlyList<DtiEdition> Editions, IReadOnlyList<DtiPublication> Publications, DtiCollection Collection, string Comparability);

internal sealed record DtiEdition(
    string Id,
    string Act,
    IReadOnlyList<string> UsedFor,
    IReadOnlyList<Bilingual> Pillars,
    int Components,
    IReadOnlyList<string> Sources,
    int? Criteria = null,
    int? MaxPoints = null,
    IReadOnlyList<DtiGroup>? Groups = null,
    string? Rule = null,
    string? RuleNote = null,
    IReadOnlyList<DtiCheck>? Checks = null,
    string? CheckSource = null,
    IReadOnlyList<DtiMainIndices>? MainIndices = null,
    IReadOnlyList<Bilingual>? Foundation = null,
    IReadOnlyList<Bilingual>? Activity = null,
    DtiNational? National = null,
    DtiMinistry? Ministry = null,
    IReadOnlyList<int>? ScoredOn = null,
    string? Note = null);

internal sealed record DtiGroup(Bilingual Name, int Components, int MaxPoints, IReadOnlyList<DtiIndex> Indices);

internal sealed record DtiIndex(int No, Bilingual Name, int Components, int MaxPoints, string? Metric = null, string? Note = null);

internal sealed record DtiCheck(string Province, decimal Computed, decimal Published);

internal sealed record DtiMainIndices(int Value, string Standing, string Source);

internal sealed record DtiNational(int Indicators, DtiPillarPoints MaxPoints);

internal sealed record DtiPillarPoints(int Government, int Economy, int Society);

internal sealed record DtiMinistry(int MainIndices, int Components);

internal sealed record DtiPublication(int Year, DateOnly Published, string Source);

internal sealed record DtiCollection(string Site, string How, string Source);
