using RegionLink.Domain.Common;

namespace RegionLink.Domain.Projects;

/// <summary>
/// How much two descriptions say the same. Vietnamese words mostly have two syllables, so pairs of syllables that follow one another stand for
/// words: "dữ liệu", "dùng chung". Names count as part of what is described.
/// </summary>
public sealed class Likeness
{
    private const int FewestPairs = 4;

    private readonly Dictionary<string, string> _pairs;

    /// <param name="texts">Name and description as people wrote them; null and empty ones are left out.</param>
    public Likeness(params IEnumerable<string?> texts) => _pairs = PairsOf(texts);

    /// <summary>The share of pairs the two have in common, 0–1, of the shorter one; 0 when either says too little to tell.</summary>
    /// <param name="common">The pairs in common, spelt as in this text, in its order.</param>
    public decimal To(Likeness other, out IReadOnlyList<string> common)
    {
        common = [.. _pairs.Where(p => other._pairs.ContainsKey(p.Key)).Select(p => p.Value)];
        var shorter = Math.Min(_pairs.Count, other._pairs.Count);
        return shorter < FewestPairs ? 0 : decimal.Round((decimal)common.Count / shorter, 3);
    }

    /// <summary>Pairs without tones, each with how it is spelt. No pair goes over the end of a text.</summary>
    private static Dictionary<string, string> PairsOf(IEnumerable<string?> texts)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts.OfType<string>())
        {
            var spelt = text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var bare = spelt.Select(VietnameseSearch.Bare).ToList();
            for (var i = 1; i < spelt.Length; i++)
            {
                if (bare[i - 1].Length > 0 && bare[i].Length > 0)
                {
                    pairs.TryAdd($"{bare[i - 1]} {bare[i]}", $"{Plain(spelt[i - 1])} {Plain(spelt[i])}");
                }
            }
        }

        return pairs;
    }

    private static string Plain(string word) => word.Trim(',', '.', ';', ':', '(', ')', '"', '“', '”', '!', '?');
}
