using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Projects;

/// <summary>Projects whose names are like a given one, most alike first: what a neighbour may have built already.</summary>
public static class SimilarProjectTable
{
    // Thresholds are those of pg_trgm itself: 0.3 for whole names, 0.6 for a name found inside a longer one.
    // Asked of a function, because the index of likeness cannot be used below a policy.
    private const string LikeName = "p.key = any(array(select projects_like($1)))";
    private const string Likeness = "round(greatest(similarity(p.name_bare, $1), word_similarity($1, p.name_bare))::numeric, 3)";

    private const string WordsInCommon = """
        (select round(count(*) filter (where w.sides = 2)::numeric / count(*), 3)
           from (select word, count(*) as sides
                   from (select distinct 1 as side, unnest(string_to_array(p.name_bare, ' ')) as word
                         union all
                         select distinct 2, unnest(string_to_array($1, ' '))) s
                  group by word) w)
        """;

    private static readonly string[] Shown =
        ["key", "unit", "number", "name", "ownerAgency", "pillar", "category", "form", "state", "ceiling", "systems"];

    private static readonly Table ByTrigrams = For(Likeness, LikeName);
    private static readonly Table ByWords = For(WordsInCommon, $"{WordsInCommon} >= 0.3");

    /// <param name="name">As a person wrote it; tones and spelling do not matter.</param>
    /// <param name="trigrams">Whether the database has pg_trgm; without it the words in common are counted.</param>
    public static Table To(string name, bool trigrams) => (trigrams ? ByTrigrams : ByWords) with { Parameters = [VietnameseSearch.Bare(name)] };

    private static Table For(string likeness, string where) => new("projects-similar", "project p", "p.key",
    [
        .. Shown.Select(column => ProjectTable.Definition.Find(column)!),
        new("similarity", likeness, ColumnType.Decimal, "Độ giống (0–1)", "Similarity (0–1)"),
        ProjectTable.Definition.Find("illustrative")!,
    ])
    {
        Where = where,
        Sharing = ProjectTable.Sharing,
        DefaultSort = "-similarity",
    };
}
