namespace RegionLink.Domain.Imports;

/// <summary>
/// Keeps a text from becoming a formula when a spreadsheet opens a CSV file. <see cref="Protect"/> puts an apostrophe in front,
/// <see cref="Restore"/> takes exactly that one away: every text survives the way out and back.
/// </summary>
/// <remarks>Starts that spreadsheets evaluate: OWASP, "CSV Injection"; with the full-width forms of the same signs.</remarks>
public static class FormulaGuard
{
    private const char Apostrophe = '\'';
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    /// <summary>True when a spreadsheet could take the text for a formula, or when it looks like a text already protected.</summary>
    public static bool Needs(string text)
    {
        var first = 0;
        while (first < text.Length && text[first] == Apostrophe)
        {
            first++;
        }

        return first < text.Length && Starts.Contains(text[first], StringComparison.Ordinal);
    }

    public static string Protect(string text) => Needs(text) ? Apostrophe + text : text;

    public static string Restore(string text) => text.Length > 0 && text[0] == Apostrophe && Needs(text) ? text[1..] : text;
}
