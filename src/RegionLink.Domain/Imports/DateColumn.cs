using System.Globalization;
using System.Text.RegularExpressions;

namespace RegionLink.Domain.Imports;

/// <summary>
/// Reads the dates of one column. 2026-12-31 is always clear. 03/04/2026 is the third of April when the template says so or when another
/// date of the column can only be day-first; otherwise it is refused. Month-first dates are never taken.
/// </summary>
public sealed partial class DateColumn
{
    private readonly bool _dayFirst;
    private readonly bool _monthFirst;

    /// <param name="texts">Every text of the column; cells that hold real dates need not be asked.</param>
    /// <param name="declaredDayFirst">True when the template the file was made from writes day/month/year.</param>
    public DateColumn(IEnumerable<string> texts, bool declaredDayFirst)
    {
        _dayFirst = declaredDayFirst;
        foreach (var text in texts)
        {
            if (Slashed(text) is var (first, second, _))
            {
                _dayFirst |= first > 12 && second <= 12;
                _monthFirst |= first <= 12 && second > 12;
            }
        }
    }

    /// <summary>The day a text stands for, or why it cannot be told.</summary>
    public DateReading Read(string text)
    {
        var tidy = text.Trim();
        if (DateOnly.TryParseExact(tidy, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return new(iso);
        }

        if (ShortYear().IsMatch(tidy))
        {
            return new(CellFaults.DateShortYear, tidy);
        }

        if (Slashed(tidy) is not var (first, second, year))
        {
            return new(CellFaults.NotADate);
        }

        var (dayFirst, monthFirst) = (Day(year, second, first), Day(year, first, second));
        return (dayFirst, monthFirst) switch
        {
            (null, null) => new(CellFaults.NotADate),
            (null, _) => new(CellFaults.DateMonthFirst, tidy),
            ({ } day, null) => new(day),
            ({ } day, { } other) when day == other => new(day),
            ({ } day, { }) when _dayFirst && !_monthFirst => new(day),
            ({ } day, { } other) => new(CellFaults.DateAmbiguous, tidy, day, other),
        };
    }

    private static (int First, int Second, int Year)? Slashed(string text)
    {
        var match = SlashedForm().Match(text.Trim());
        return match.Success ? (Int(match.Groups["first"]), Int(match.Groups["second"]), Int(match.Groups["year"])) : null;
    }

    private static int Int(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(@"^(?<first>[0-9]{1,2})[/.-](?<second>[0-9]{1,2})[/.-](?<year>[0-9]{4})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SlashedForm();

    [GeneratedRegex(@"^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortYear();
}

/// <summary>A day, or the fault that stands in its way.</summary>
public sealed record DateReading(DateOnly Day, FaultCode? Fault, IReadOnlyList<object?> Values)
{
    public DateReading(DateOnly day)
        : this(day, null, [])
    {
    }

    public DateReading(FaultCode fault, params object?[] values)
        : this(default, fault, values)
    {
    }
}
