using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using static RegionLink.Domain.Tests.Periods.PeriodExamples;

namespace RegionLink.Domain.Tests.Periods;

public sealed class DueDateTests
{
    private static readonly DateOnly Due = OpenPeriod.Due;

    [Fact]
    public void Late_follows_from_the_due_date_and_the_day_asked()
    {
        Assert.False(OpenPeriod.IsLate(DongNai, null, Due));
        Assert.True(OpenPeriod.IsLate(DongNai, null, Due.AddDays(1)));
        Assert.False(OpenPeriod.IsLate(DongNai, Due, Due.AddDays(30)));
        Assert.True(OpenPeriod.IsLate(DongNai, Due.AddDays(1), Due.AddDays(30)));
        Assert.False(OpenPeriod.IsLate(DongNai, Due.AddDays(1), Due)); // seen from the due date nobody is late yet
    }

    [Fact]
    public void An_extension_is_for_one_unit_and_counts_afterwards_too()
    {
        var period = After(OpenPeriod, new PeriodCommand.Extend(DongNai, Due.AddDays(7), " Bão lũ "));

        Assert.Equal(Due.AddDays(7), period.DueOf(DongNai));
        Assert.Equal("Bão lũ", period.Extensions[DongNai.ToString()].Reason);
        Assert.False(period.IsLate(DongNai, Due.AddDays(5), Due.AddDays(30)));
        Assert.True(period.IsLate(HoChiMinhCity, Due.AddDays(5), Due.AddDays(30)));
    }

    [Fact]
    public void An_extension_gives_more_time_to_a_unit_that_reports_and_says_why()
    {
        Assert.Equal(
            ["period.reason-missing", "period.unit-not-asked"],
            Decide(OpenPeriod, new PeriodCommand.Extend(UnitKey.Parse("80@2025-07-01"), Due.AddDays(1), " ")).Codes());
        Assert.Equal(
            ["period.extension-not-later"], Decide(OpenPeriod, new PeriodCommand.Extend(DongNai, Due, "Bão lũ")).Codes());
    }

    [Fact]
    public void A_closed_period_is_extended_only_after_it_is_reopened_with_a_reason()
    {
        var closed = After(OpenPeriod, new PeriodCommand.Close(null));
        var extend = new PeriodCommand.Extend(DongNai, Due.AddDays(1), "Bão lũ");

        Assert.Equal(PeriodState.Closed, closed.State);
        Assert.Empty(Decide(closed, new PeriodCommand.Close(null)).Events);
        Assert.Equal(["period.closed"], Decide(closed, extend).Codes());
        Assert.Equal(["period.reason-missing"], Decide(closed, new PeriodCommand.Reopen("")).Codes());
        Assert.Equal(Due.AddDays(1), After(After(closed, new PeriodCommand.Reopen("Đính chính")), extend).DueOf(DongNai));
    }

    [Fact]
    public void What_was_never_opened_takes_no_order() => Assert.Equal(
        ["period.unknown"], Decide(ReportingPeriod.Initial, new PeriodCommand.Close(null)).Codes());

    private static Decision<PeriodEvent> Decide(ReportingPeriod period, PeriodCommand command) => ReportingPeriod.Decide(period, command, Ministry);

    private static ReportingPeriod After(ReportingPeriod period, PeriodCommand command)
    {
        var decision = Decide(period, command);
        Assert.Empty(decision.Refusals);
        return decision.Events.Aggregate(period, ReportingPeriod.Evolve);
    }
}
