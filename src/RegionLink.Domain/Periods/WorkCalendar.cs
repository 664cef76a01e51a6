using System.Collections.Immutable;

namespace RegionLink.Domain.Periods;

/// <summary>
/// Which days count as working days: Monday to Friday, but for the given days. Public holidays of Vietnam move with the lunar year and are
/// announced yearly, so they are data of the period and never code.
/// </summary>
/// <param name="Holidays">Days off, whatever the weekday.</param>
/// <param name="MakeUpDays">Weekend days that are worked in exchange for a day off (làm bù).</param>
public sealed record WorkCalendar(ImmutableArray<DateOnly> Holidays, ImmutableArray<DateOnly> MakeUpDays)
{
    /// <summary>Monday to Friday without exception.</summary>
    public static WorkCalendar Plain { get; } = new([], []);

    public bool IsWorkingDay(DateOnly day) =>
        MakeUpDays.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day));

    /// <summary>The <paramref name="count"/>th working day after <paramref name="day"/>, which itself does not count.</summary>
    /// <param name="count">At least 1.</param>
    public DateOnly WorkingDayAfter(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }
}
