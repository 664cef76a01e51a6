using System.Globalization;
using System.Text.RegularExpressions;

namespace RegionLink.Domain.Imports;

/// <summary>How numbers are written.</summary>
public enum NumberNotation
{
    /// <summary>1.234.567,5</summary>
    Vietnamese,

    /// <summary>1,234,567.5</summary>
    English,
}

/// <summary>A number as text: what it is when read the Vietnamese way and the English way; null where it cannot be read so.</summary>
/// <param name="Tail">What follows the digits, such as <c>đồng</c> or <c>%</c>; empty for nothing.</param>
/// <param name="Shortened">Written with an exponent: digits are lost.</param>
public readonly partial record struct NumberText(decimal? Vietnamese, decimal? English, string Tail, bool Shortened)
{
    public bool Readable => Vietnamese is not null || English is not null;

    /// <summary>Read both ways with different results.</summary>
    public bool Ambiguous => Vietnamese is { } vi && English is { } en && vi != en;

    public decimal? As(NumberNotation notation) => notation == NumberNotation.Vietnamese ? Vietnamese : English;

    /// <summary>
    /// Reads a text. Digits may be grouped by the notation's separator or by spaces; a minus sign or accounting brackets make it negative;
    /// a first group never starts with 0, so <c>0.978</c> is no thousand.
    /// </summary>
    public static NumberText Of(string text)
    {
        var tidy = Common.VietnameseText.Tidy(text);
        if (ExponentForm().IsMatch(tidy))
        {
            return new(null, null, "", Shortened: true);
        }

        var negative = false;
        if (Brackets().Match(tidy) is { Success: true } accounting)
        {
            (negative, tidy) = (true, accounting.Groups["inner"].Value);
        }

        var match = Parts().Match(tidy);
        if (!match.Success || (negative && match.Groups["sign"].Length > 0))
        {
            return default;
        }

        negative |= match.Groups["sign"].Value == "-";
        var digits = match.Groups["digits"].Value;
        var tail = (match.Groups["head"].Value + match.Groups["tail"].Value).Trim();
        return new(Read(digits, VietnameseForm(), '.', ',', negative), Read(digits, EnglishForm(), ',', '.', negative), tail, false);
    }

    private static decimal? Read(string digits, Regex form, char group, char point, bool negative)
    {
        if (!form.IsMatch(digits))
        {
            return null;
        }

        var plain = digits.Replace(group.ToString(), "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(point, '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? negative ? -number : number
            : null;
    }

    [GeneratedRegex(@"^(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+)(?:,[0-9]+)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VietnameseForm();

    [GeneratedRegex(@"^(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+)(?:\.[0-9]+)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishForm();

    [GeneratedRegex(@"^(?<sign>[-+]?) ?(?<head>[₫đ]?) ?(?<digits>[0-9](?:[0-9., ]*[0-9])?) ?(?<tail>[^0-9.,+-][^0-9]*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\((?<inner>[^()]*)\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^[-+]?[0-9]+(?:[.,][0-9]+)?[eE][-+]?[0-9]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ExponentForm();
}
