using System.Text.RegularExpressions;

namespace RegionLink.Server.Web.Parts;

/// <summary>An act as the files about provinces cite it: <c>148/2025/QH15, art. 20.1</c>.</summary>
internal sealed partial record LegalCitation(string Number, string? Article, string? Clause)
{
    public static bool TryRead(string text, out LegalCitation citation)
    {
        var read = Form().Match(text);
        citation = new(read.Groups["number"].Value, OrNull("article"), OrNull("clause"));
        return read.Success;

        string? OrNull(string group) => read.Groups[group] is { Success: true } found ? found.Value : null;
    }

    [GeneratedRegex(@"^(?<number>[^,]+)(?:, art\. (?<article>[0-9]+)(?:\.(?<clause>[0-9]+))?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
