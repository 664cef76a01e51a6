using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RegionLink.Domain.Common;

/// <summary>
/// An administrative unit at a time: its official code and the day this version of it came to be. The code alone is ambiguous:
/// 80 is Long An until 2025-06-30 and Tây Ninh from 2025-07-01.
/// </summary>
/// <param name="Code">Official code: two digits for a province, five for a commune; <c>VN</c> for the nation; a word in small letters,
/// such as <c>southeast</c>, for a region, which has no official code.</param>
/// <param name="ValidFrom">First day of this version; null when it lies before recorded history.</param>
public readonly record struct UnitKey(string Code, DateOnly? ValidFrom) : IComparable<UnitKey>
{
    private const string Origin = "origin";

    /// <summary><c>79@2025-07-01</c>, or <c>77@origin</c> when the start is before recorded history. Used in addresses, keys and files.</summary>
    public override string ToString() =>
        $"{Code}@{ValidFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Origin}";

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text is not a unit key.</exception>
    public static UnitKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a unit key such as 79@2025-07-01 or 77@origin.");

    /// <summary>Reads the text form; false when it is not one. Only ASCII digits count as digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out UnitKey key)
    {
        key = default;
        var parts = text?.Split('@');
        if (parts is not [var code, var from] || !IsCode(code))
        {
            return false;
        }

        if (from == Origin)
        {
            key = new UnitKey(code, null);
            return true;
        }

        if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        key = new UnitKey(code, date);
        return true;
    }

    private static bool IsCode(string code) => code switch
    {
        "VN" => true,
        { Length: 2 or 5 } when code.All(char.IsAsciiDigit) => true,
        { Length: >= 3 and <= 32 } => code.All(c => char.IsAsciiLetterLower(c) || c == '-') && code[0] != '-' && code[^1] != '-',
        _ => false,
    };

    /// <summary>By code, then oldest first.</summary>
    public int CompareTo(UnitKey other)
    {
        var byCode = string.CompareOrdinal(Code, other.Code);
        return byCode != 0 ? byCode : Nullable.Compare(ValidFrom, other.ValidFrom);
    }

    public static bool operator <(UnitKey left, UnitKey right) => left.CompareTo(right) < 0;

    public static bool operator >(UnitKey left, UnitKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(UnitKey left, UnitKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(UnitKey left, UnitKey right) => left.CompareTo(right) >= 0;
}
