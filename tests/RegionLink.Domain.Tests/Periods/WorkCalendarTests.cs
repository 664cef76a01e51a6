using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RegionLink.Domain.Periods;

namespace RegionLink.Domain.Tests.Periods;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData("2026-11-14", 2, "2026-11-17")] // cut-off on a Saturday: Monday, Tuesday
    [InlineData("2026-10-14", 2, "2026-10-16")] // a Wednesday: Thursday, Friday
    [InlineData("2026-10-15", 2, "2026-10-19")] // over a weekend
    [InlineData("2026-10-16", 1, "2026-10-19")]
    [InlineData("2026-12-14", 60, "2027-03-08")]
    public void Working_days_are_Monday_to_Friday(string cutOff, int days, string due) =>
        Assert.Equal(Day(due), WorkCalendar.Plain.WorkingDayAfter(Day(cutOff), days));

    [Fact]
    public void Holidays_and_make_up_days_are_data()
    {
        // Days as a ministry would give them for the lunar new year; the Saturday before is worked in exchange.
        var calendar = new WorkCalendar(
            [Day("2026-02-16"), Day("2026-02-17"), Day("2026-02-18"), Day("2026-02-19"), Day("2026-02-20")], [Day("2026-02-14")]);

        Assert.Equal(Day("2026-02-14"), calendar.WorkingDayAfter(Day("2026-02-13"), 1));
        Assert.Equal(Day("2026-02-23"), calendar.WorkingDayAfter(Day("2026-02-13"), 2));
        Assert.Equal(Day("2026-02-16"), WorkCalendar.Plain.WorkingDayAfter(Day("2026-02-13"), 1));
    }

    [Fact]
    public void The_nth_working_day_has_exactly_n_of_them_up_to_it() => Prop.ForAll(
        Gen.Choose(0, 30).ListOf().Two().ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), Gen.Choose(1, 15).ToArbitrary(),
        (days, from, count) =>
        {
            var first = Day("2026-02-01");
            var free = days.Item1.Select(first.AddDays).ToImmutableArray();
            var calendar = new WorkCalendar(free, [.. days.Item2.Select(first.AddDays).Except(free)]);
            var start = first.AddDays(from);
            var due = calendar.WorkingDayAfter(start, count);
            var counted = Enumerable.Range(1, due.DayNumber - start.DayNumber).Select(start.AddDays).Count(calendar.IsWorkingDay);
            return counted == count && calendar.IsWorkingDay(due) && !free.Contains(due);
        }).QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
