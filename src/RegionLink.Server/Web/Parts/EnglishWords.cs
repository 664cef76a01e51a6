using System.Text.RegularExpressions;

namespace RegionLink.Server.Web.Parts;

/// <summary>Tells English from Vietnamese in what authors wrote.</summary>
internal static partial class EnglishWords
{
    /// <summary>
    /// By the words in small letters: hardly two Vietnamese ones follow each other without a mark on one of them, and English ones have none. Names
    /// (Bà Rịa, TP.HCM) and numbers say nothing, and a text that mixes both languages is taken for neither.
    /// </summary>
    public static bool AreIn(string text)
    {
        var words = SmallWords().Matches(text).Select(m => m.Value).ToList();
        return words.Exists(w => w.Length >= 3) && words.TrueForAll(w => w.All(char.IsAscii));
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}./:_-])\p{Ll}[\p{L}\p{M}]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SmallWords();
}
