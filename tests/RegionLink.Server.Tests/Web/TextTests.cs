using System.Reflection;
using System.Text.RegularExpressions;
using RegionLink.Server.Web;

namespace RegionLink.Server.Tests.Web;

/// <summary>Every text of the pages, in both languages.</summary>
public sealed partial class TextTests
{
    private static readonly IReadOnlyList<(string Name, Text Text)> All = Collect();

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_values()
    {
        Assert.True(All.Count > 50, "Hardly any text was found: the collection is broken.");
        var faults = All
            .Where(t => string.IsNullOrWhiteSpace(t.Text.Vi) || string.IsNullOrWhiteSpace(t.Text.En) || !Places(t.Text.Vi).SetEquals(Places(t.Text.En)))
            .Select(t => $"{t.Name}: '{t.Text.Vi}' | '{t.Text.En}'");
        Assert.Empty(faults);
    }

    [Fact]
    public void Vietnamese_letters_are_composed_so_that_search_and_fonts_find_them() =>
        Assert.Empty(All.Where(t => !t.Text.Vi.IsNormalized(System.Text.NormalizationForm.FormC)).Select(t => t.Name));

    [Fact]
    public void A_text_without_one_language_would_be_noticed() =>
        Assert.False(Places("{0} và {1}").SetEquals(Places("{0}")));

    private static HashSet<string> Places(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    private static List<(string Name, Text Text)> Collect()
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var found = new List<(string, Text)>();
        foreach (var field in typeof(Text).Assembly.GetTypes().Where(t => !t.ContainsGenericParameters).SelectMany(t => t.GetFields(Any)))
        {
            if (field.FieldType == typeof(Text))
            {
                found.Add(($"{field.DeclaringType!.Name}.{field.Name}", (Text)field.GetValue(null)!));
            }
        }

        foreach (var method in typeof(Text).Assembly.GetTypes().SelectMany(t => t.GetMethods(Any)))
        {
            // Words of an enum: one text for every member.
            if (method.ReturnType == typeof(Text) && method.GetParameters() is [{ ParameterType.IsEnum: true } only])
            {
                found.AddRange(Enum.GetValues(only.ParameterType).Cast<object>()
                    .Select(value => ($"{method.DeclaringType!.Name}.{value}", (Text)method.Invoke(null, [value])!)));
            }
        }

        found.AddRange(RegionLink.Server.Web.Glossary.GlossaryTexts.Words.SelectMany(w => new[] { (w.Anchor, w.Word), (w.Anchor, w.Meaning) }));
        return found;
    }

    [GeneratedRegex(@"\{\d+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
