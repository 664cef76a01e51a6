using System.Globalization;
using System.Text;

namespace RegionLink.Domain.Common;

/// <summary>
/// Matching of Vietnamese names as people write them. Forgives what carries no meaning: where the tone mark sits (Hoà, Hòa), composed or
/// decomposed Unicode, case, repeated or unusual spaces, the sort of dash, look-alikes of đ. Keeps what does: tones, vowel marks and đ
/// against d, so Lộc Thành and Lộc Thạnh stay two communes.
/// </summary>
public static class VietnameseText
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";   // huyền, sắc, ngã, hỏi, nặng
    internal static readonly char[] ToneMarks = Tones.ToCharArray();

    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2212";

    /// <summary>Compares by <see cref="Fold"/>; for dictionaries of names.</summary>
    public static IEqualityComparer<string> Comparer { get; } = new FoldComparer();

    /// <summary>True when the two texts are the same name.</summary>
    public static bool Same(string left, string right) => string.Equals(Fold(left), Fold(right), StringComparison.Ordinal);

    /// <summary>
    /// The key two spellings of one name share. For comparing and indexing only, never for showing: tones stand at the end of each word.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        var tones = new StringBuilder(2);
        foreach (var letter in Tidy(text).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (Tones.Contains(letter, StringComparison.Ordinal))
            {
                tones.Append(letter);
                continue;
            }

            if (!char.IsLetter(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                EndWord();
            }

            folded.Append(letter is 'ð' or 'ɖ' ? 'đ' : letter);
        }

        EndWord();
        return folded.Replace(" - ", "-").Replace("- ", "-").Replace(" -", "-").ToString();

        void EndWord()
        {
            folded.Append(tones);
            tones.Clear();
        }
    }

    /// <summary>
    /// The text as it should be stored and shown: composed Unicode, single plain spaces, no invisible characters, one sort of dash;
    /// unpaired surrogates become U+FFFD. Spelling is left as written.
    /// </summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                {
                    tidy.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                tidy.Append(rune.IsBmp && Dashes.Contains((char)rune.Value, StringComparison.Ordinal) ? "-" : rune.ToString());
            }
        }

        return tidy.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    private sealed class FoldComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x is null || y is null ? ReferenceEquals(x, y) : Same(x, y);

        public int GetHashCode(string obj) => string.GetHashCode(Fold(obj), StringComparison.Ordinal);
    }
}
