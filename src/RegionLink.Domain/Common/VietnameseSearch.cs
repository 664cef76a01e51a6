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
