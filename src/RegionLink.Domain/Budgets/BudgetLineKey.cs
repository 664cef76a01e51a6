using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Budgets;

/// <summary>Identity of a budget line: whose budget, which fiscal year, and the number the province gave the line in it.</summary>
/// <param name="Number">1 to 60 unaccented letters, digits and . _ -; unique within the unit and year. Case matters.</param>
public readonly record struct BudgetLineKey(UnitKey Unit, int Year, string Number)
{
    public const int LongestNumber = 60;

    /// <summary><c>79@2025-07-01/2026/CDS-014</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Unit}/{Year:0000}/{Number}");

    /// <summary>Reads the text form; false when it is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BudgetLineKey key)
    {
        key = default;
        if (text?.Split('/') is not [var unit, { Length: 4 } year, var number]
            || !UnitKey.TryParse(unit, out var unitKey)
            || !year.All(char.IsAsciiDigit)
            || !IsNumber(number))
        {
            return false;
        }

        key = new BudgetLineKey(unitKey, int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture), number);
        return true;
    }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text is not a key of a budget line.</exception>
    public static BudgetLineKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a key such as 79@2025-07-01/2026/CDS-014.");

    /// <summary>Whether a province may give a line this number.</summary>
    public static bool IsNumber([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= LongestNumber } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
