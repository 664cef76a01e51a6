namespace RegionLink.Domain.Reports;

/// <summary>The one reading of texts given with figures: blank is nothing.</summary>
internal static class Texts
{
    internal static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static bool IsMissing(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > Report.LongestText;
}
