using System.Globalization;
using System.Text.RegularExpressions;

namespace RegionLink.Gateway.Tests;

/// <summary>What Node's test runner printed in the form of the Test Anything Protocol.</summary>
internal sealed partial record TapReport(int Passed, int Failed, IReadOnlyList<string> Failures)
{
    public static TapReport Read(string output)
    {
        var lines = output.Split('\n');
        return new TapReport(Count(lines, "pass"), Count(lines, "fail") + Count(lines, "cancelled"), [.. lines.Where(l => NotOk().IsMatch(l))]);
    }

    private static int Count(string[] lines, string what) => lines
        .Where(l => l.StartsWith($"# {what} ", StringComparison.Ordinal))
        .Sum(l => int.Parse(l.AsSpan(what.Length + 3), NumberStyles.Integer, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\s*not ok ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOk();
}
