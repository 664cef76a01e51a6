using System.Buffers;
using System.Globalization;
using System.Text;

namespace RegionLink.Server.Files;

/// <summary>Texts and addresses as SpreadsheetML wants them (ECMA-376 part 1, sections 18.3.1 and 22.9.2.19).</summary>
internal static class XlsxText
{
    /// <summary>What Excel can hold in one cell.</summary>
    private const int MaxCellText = 32_767;

    /// <summary>XML for any text: characters XML cannot carry are written as <c>_xHHHH_</c>, as Excel does; too long a text is cut and says so.</summary>
    public static string Escape(string text)
    {
        if (text.Length > MaxCellText)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"… [+{text.Length - MaxCellText}]");
            text = text[..(MaxCellText - note.Length)] + note;
        }

        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0)
        {
            return text;
        }

        var xml = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            _ = text[i] switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '"' => xml.Append("&quot;"),
                '\t' or '\n' => xml.Append(text[i]),
                '_' when LooksEscaped(text, i) => xml.Append("_x005F_"),
                < ' ' or '\uFFFE' or '\uFFFF' => xml.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_"),
                _ => xml.Append(text[i]),
            };
        }

        return xml.ToString();
    }

    /// <summary>Column letters from a zero-based position: 0 is A, 26 is AA.</summary>
    public static string Column(int position)
    {
        var letters = "";
        for (var rest = position + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>A tab name Excel accepts.</summary>
    public static string TabName(string name)
    {
        var clean = string.Concat(name.Select(letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? '-' : letter)).Trim('\'', ' ');
        return clean.Length switch { 0 => "Sheet", > 31 => clean[..31], _ => clean };
    }

    private static bool LooksEscaped(string text, int at) =>
        at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_' && text.AsSpan(at + 2, 4).IndexOfAnyExcept(Hex) < 0;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Letters that need no second look; the rest of Unicode goes through the slow path once.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        string.Concat(Enumerable.Range(' ', 0xFFFD - ' ').Select(code => (char)code).Where(letter => !"&<>\"_".Contains(letter, StringComparison.Ordinal))));
}
