using System.Reflection;
using System.Text.RegularExpressions;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Tests.Guards;

/// <summary>What holds for all rules, whichever feature they belong to.</summary>
public sealed partial class RuleGuards
{
    private static readonly Assembly Rules = typeof(RefusalCode).Assembly;

    private static readonly List<(string Field, RefusalCode Code)> Codes =
    [
        .. Rules.GetTypes()
            .Where(t => t.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(RefusalCode))
            .Select(f => ($"{f.DeclaringType!.Name}.{f.Name}", (RefusalCode)f.GetValue(null)!)),
    ];

    [Fact]
    public void Rules_know_the_base_library_and_nothing_else() => Assert.All(
        Rules.GetReferencedAssemblies(),
        a => Assert.Matches("^(System\\.|netstandard|mscorlib)", a.Name));

    [Fact]
    public void Features_share_only_common_words()
    {
        var faults = new List<string>();
        foreach (var type in Rules.GetTypes().Where(t => FeatureOf(t) is not null and not "Common"))
        {
            var used = type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .SelectMany(TypesOf);
            faults.AddRange(used
                .Select(FeatureOf)
                .Where(f => f is not null and not "Common" && f != FeatureOf(type) && !Allowed.Contains((FeatureOf(type)!, f)))
                .Distinct()
                .Select(f => $"{type.Name} uses {f}"));
        }

        Assert.Empty(faults.Distinct());
    }

    /// <summary>Reasoned exceptions: figures are about metrics and units, whoever keeps them.</summary>
    private static readonly HashSet<(string, string)> Allowed = [("Metrics", "Units"), ("Targets", "Metrics")];

    [Fact]
    public void Every_refusal_code_is_unique()
    {
        Assert.NotEmpty(Codes);
        Assert.Empty(Codes.GroupBy(c => c.Code.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(c => c.Field))}"));
    }

    [Fact]
    public void Every_refusal_speaks_both_languages_and_says_as_much_in_each() => Assert.All(Codes, c =>
    {
        Assert.Matches("^[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$", c.Code.Code);
        Assert.False(string.IsNullOrWhiteSpace(c.Code.Vi) || string.IsNullOrWhiteSpace(c.Code.En), c.Field);
        Assert.NotEqual(c.Code.Vi, c.Code.En);

        // A value may be a word that differs between the languages ({0} in one, {1} in the other), but none is left unsaid.
        var said = Placeholders(c.Code.Vi).Union(Placeholders(c.Code.En)).Order().ToList();
        Assert.Equal(Enumerable.Range(0, said.Count), said);
        Assert.Equal(Placeholders(c.Code.Vi).Count(), Placeholders(c.Code.En).Count());
    });

    private static IEnumerable<int> Placeholders(string text) =>
        Placeholder().Matches(text).Select(m => int.Parse(m.ValueSpan[1..^1], System.Globalization.CultureInfo.InvariantCulture)).Distinct();

    private static string? FeatureOf(Type type)
    {
        var parts = (type.Namespace ?? "").Split('.');
        return parts is ["RegionLink", "Domain", var feature, ..] ? feature : null;
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member)
    {
        Type[] types = member switch
        {
            FieldInfo f => [f.FieldType],
            PropertyInfo p => [p.PropertyType],
            MethodInfo m => [m.ReturnType, .. m.GetParameters().Select(p => p.ParameterType)],
            ConstructorInfo c => [.. c.GetParameters().Select(p => p.ParameterType)],
            _ => [],
        };
        return types.SelectMany(t => t.IsGenericType ? [t, .. t.GetGenericArguments()] : new[] { t });
    }

    [GeneratedRegex(@"\{\d+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
