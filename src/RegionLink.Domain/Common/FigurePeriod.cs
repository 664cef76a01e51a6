using System.Globalization;
using System.Text.RegularExpressions;

namespace RegionLink.Domain.Common;

/// <summary>The days a value is about. Whole years and months have a short text form; any other stretch is written as two days.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, inclusive; not before <paramref name="Start"/>.</param>
public readonly partial record struct FigurePeriod(DateOnly Start, DateOnly End) : IComparable<FigurePeriod>
{
    /// <summary>The calendar year, which is also the budget year.</summary>
    public static FigurePeriod Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>Reads <c>2022</c>, <c>2022-10</c>, <c>2022-07-12</c>, or two of the same sort joined by a slash; false when it is none of them, or runs backwards.</summary>
    public static bool TryParse(string? text, out FigurePeriod period)
    {
        period = default;
        var ends = text?.Split('/') ?? [];
        if (ends.Length is 0 or > 2 || (ends.Length == 2 && ends[0].Length != ends[1].Length)
            || !TryParseOne(ends[0], out var first) || !TryParseOne(ends[^1], out var last) || first.Start > last.End)
        {
            return false;
        }

        period = new(first.Start, last.End);
        return true;
    }

    /// <exception cref="FormatException">The text is not a period.</exception>
    public static FigurePeriod Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new FormatException($"'{text}' is not a period such as 2022, 2022-10, 2022-07-12 or 2019/2024.");

    public static bool operator <(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) < 0;

    public static bool operator >(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) > 0;

    public static bool operator <=(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) >= 0;

    /// <summary>True when every day of the other period is in this one.</summary>
    public bool Covers(FigurePeriod other) => Start <= other.Start && other.End <= End;

    /// <summary>By last day, then by first: the later value comes later.</summary>
    public int CompareTo(FigurePeriod other) => End == other.End ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>The shortest text form: <c>2022</c>, <c>2019/2024</c>, <c>2022-10</c>, <c>2022-07-12</c>, <c>2021-12-15/2022-12-14</c>.</summary>
    public override string ToString()
    {
        var wholeMonths = Start.Day == 1 && End.Day == DateTime.DaysInMonth(End.Year, End.Month);
        var format = (wholeMonths, Start.Month, End.Month) switch
        {
            (true, 1, 12) => "yyyy",
            (true, _, _) => "yyyy-MM",
            _ => "yyyy-MM-dd",
        };
        var (first, last) = (Start.ToString(format, CultureInfo.InvariantCulture), End.ToString(format, CultureInfo.InvariantCulture));
        return first == last ? first : $"{first}/{last}";
    }

    private static bool TryParseOne(string text, out FigurePeriod period)
    {
        period = default;
        if (!Shape().IsMatch(text) || !DateOnly.TryParseExact(
            text + "-01-01"[..(10 - text.Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
        {
            return false;
        }

        var end = text.Length switch
        {
            4 => new DateOnly(start.Year, 12, 31),
            7 => new DateOnly(start.Year, start.Month, DateTime.DaysInMonth(start.Year, start.Month)),
            _ => start,
        };
        period = new(start, end);
        return true;
    }

    [GeneratedRegex("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Shape();
}
