using System.Globalization;
using System.Text;

namespace RegionLink.Domain.Common;

/// <summary>Forms of a Vietnamese text that are stored beside it to be searched. See <see cref="VietnameseText"/> for names that must be equal.</summary>
public static class VietnameseSearch
{
    /// <summary>
    /// The words of a text, each with a space on both sides, for searching whole words: diacritics split off, tones at the end of the
    /// word, so tone placement is forgiven and a word without a tone does not find one with. Punctuation separates words. Empty
    /// when the text has no word.
    /// </summary>
    public static string Words(string text)
    {
        var words = new StringBuilder(text.Length + 8).Append(' ');
        foreach (var letter in VietnameseText.Fold(text))
        {
            if (char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                words.Append(letter);
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        if (words[^1] != ' ')
        {
            words.Append(' ');
        }

        return words.Length == 1 ? "" : words.ToString();
    }

    /// <summary>
    /// Whether somebody who typed this much means the text: its words in a row, the last of them perhaps unfinished. Who types no diacritics
    /// means any; who types them means those, wherever the tone mark sits. Typing no word finds everything.
    /// </summary>
    public static bool Finds(string typed, string text)
    {
        var words = Words(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            || AreIn(Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries), words)
            || (words.All(w => w.All(char.IsAscii)) && AreIn(Bare(text).Split(' '), words));
    }

    private static bool AreIn(string[] text, string[] typed) => Enumerable.Range(0, Math.Max(0, text.Length - typed.Length + 1))
        .Any(at => typed[..^1].Index().All(w => text[at + w.Index] == w.Item) && Begins(text[at + typed.Length - 1], typed[^1]));

    // The tone stands behind the word and is often typed last: a word without one may still get any, one with a tone means that tone.
    private static bool Begins(string word, string typed)
    {
        var (letters, begun) = (word.TrimEnd(VietnameseText.ToneMarks), typed.TrimEnd(VietnameseText.ToneMarks));
        return letters.StartsWith(begun, StringComparison.Ordinal)
            && (typed.Length == begun.Length || word.AsSpan(letters.Length).SequenceEqual(typed.AsSpan(begun.Length)));
    }

    /// <summary>The words without any diacritics and with d for đ, one space between: for similarity, where likeness is wanted, not equality.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in Words(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(letter == 'đ' ? 'd' : letter);
            }
        }

        return bare.ToString().Trim();
    }
}
