using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RegionLink.Domain.Common;

/// <summary>
/// What a figure is about: a year, a month, a day, or two of the same sort with everything between. The text says which was meant:
/// <c>2022</c> is a year and not a range of days, so it is kept beside its first and last day.
/// </summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Text"><c>2022</c>, <c>2025-10</c>, <c>2025-07-01</c>, <c>2019/2024</c>, <c>2022-10/2023-05</c>.</param>
public readonly record struct FigurePeriod(DateOnly Start, DateOnly End, string Text) : IComparable<FigurePeriod>
{
    /// <summary>The calendar year, which is also the fiscal year.</summary>
    public static FigurePeriod Year(int year) => new(
        new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), year.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text is not a period.</exception>
    public static FigurePeriod Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is not a period such as 2022, 2025-10 or 2019/2024.");

    /// <summary>Reads the text form; false when it is not one, mixes a year with a month, or ends before it starts.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FigurePeriod period)
    {
        period = default;
        if (text is null)
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? text : text[..slash];
        var last = slash < 0 ? first : text[(slash + 1)..];
        if (first.Length != last.Length || First(first) is not { } start || First(last) is not { } lastStart || (slash >= 0 && lastStart <= start))
        {
            return false;
        }

        var end = last.Length switch
        {
            4 => new DateOnly(lastStart.Year, 12, 31),
            7 => new DateOnly(lastStart.Year, lastStart.Month, DateTime.DaysInMonth(lastStart.Year, lastStart.Month)),
            _ => lastStart,
        };
        period = new FigurePeriod(start, end, text);
        return true;
    }

    /// <summary>By last day, then shortest first.</summary>
    public int CompareTo(FigurePeriod other)
    {
        var byEnd = End.CompareTo(other.End);
        return byEnd != 0 ? byEnd : other.Start.CompareTo(Start);
    }

    public static bool operator <(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) < 0;

    public static bool operator >(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) > 0;

    public static bool operator <=(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) >= 0;

    public override string ToString() => Text;

    // Exact forms only: DateOnly would also take "2022 " with other styles, and a bare year is no date for it at all.
    private static DateOnly? First(string text)
    {
        var format = text.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        return format is not null && text.All(c => char.IsAsciiDigit(c) || c == '-')
            && DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
