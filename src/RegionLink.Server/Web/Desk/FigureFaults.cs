using System.Text.RegularExpressions;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Web.Desk;

/// <summary>Brings refusals of a report to the fields of the page.</summary>
internal static partial class FigureFaults
{
    /// <param name="sent">Metrics in the order the command named them.</param>
    public static IReadOnlyList<Refusal> AtFields(this IReadOnlyList<Refusal> refusals, IReadOnlyList<string> sent) =>
        [.. refusals.Select(r => r with { Field = Field(r.Field, sent) })];

    /// <summary>Which of the named figures a refusal is about; null when it is about the whole.</summary>
    public static int? IndexOf(Refusal refusal) =>
        refusal.Field is { } field && Indexed().Match(field) is { Success: true } match ? int.Parse(match.Groups["at"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string? Field(string? field, IReadOnlyList<string> sent)
    {
        if (field is null || Indexed().Match(field) is not { Success: true } match)
        {
            // A step names the metric itself; what the page found out by itself is at its field already, and so is the text of a question or answer.
            return field is not "text" && field?.Contains('.', StringComparison.Ordinal) == false ? SheetForm.Value + field : field;
        }

        var at = int.Parse(match.Groups["at"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var part = match.Groups["part"].Value switch
        {
            "noDataReason" => SheetForm.NoData,
            "why" => SheetForm.Why,
            "source" => SheetForm.Source,
            "scaleAnswer" => SheetForm.Scale,
            "note" => SheetForm.Note,
            _ => SheetForm.Value,
        };
        return at < sent.Count ? part + sent[at] : null;
    }

    [GeneratedRegex(@"^(?:figures|metrics)\[(?<at>[0-9]{1,5})\](?:\.(?<part>[A-Za-z]+))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Indexed();
}
