using System.Globalization;
using System.Text.RegularExpressions;

namespace RegionLink.Gateway.Tests;

/// <summary>What Node's test runner printed in the form of the Test Anything Protocol.</summary>
/// <param name="Failures">Each with what the runner said about it.</param>
internal sealed partial record TapReport(int Passed, int Failed, IReadOnlyList<string> Failures)
{
    private const int LinesOfFailure = 25;

    public static TapReport Read(string output)
    {
        var lines = output.Split('\n');
        return new TapReport(Count(lines, "pass"), Count(lines, "fail") + Count(lines, "cancelled"), [.. FailuresIn(lines)]);
    }

    private static IEnumerable<string> FailuresIn(string[] lines) =>
        lines.Index().Where(l => NotOk().IsMatch(l.Item)).Select(l => string.Join('\n', lines.Skip(l.Index).Take(LinesOfFailure)));

    private static int Count(string[] lines, string what) => lines
        .Where(l => l.StartsWith($"# {what} ", StringComparison.Ordinal))
        .Sum(l => int.Parse(l.AsSpan(what.Length + 3), NumberStyles.Integer, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\s*not ok ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOk();
}
