using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using static RegionLink.Domain.Tests.Periods.PeriodExamples;

namespace RegionLink.Domain.Tests.Periods;

public sealed class OpenPeriodTests
{
    [Fact]
    public void A_month_may_run_from_day_15_to_day_14_and_is_due_in_working_days()
    {
        Assert.Equal(PeriodState.Open, OpenPeriod.State);
        Assert.Equal(new DateOnly(2026, 11, 17), OpenPeriod.Due); // the 14th is a Saturday
    }

    [Fact]
    public void A_metric_on_two_forms_is_asked_once() => Assert.Equal(
        [new("dx_budget_share", "percent"), new("dx_projects", "count"), new("online_dossiers", "percent")], OpenPeriod.Asked.AsEnumerable());

    [Fact]
    public void Its_figures_are_about_the_days_covered_unless_it_says_otherwise()
    {
        Assert.Equal("2026-10-15/2026-11-14", OpenPeriod.About);

        var year = NovemberMonth with { Start = new(2025, 12, 15), End = new(2026, 12, 14), About = "2026" };
        var opened = (PeriodEvent.Opened)ReportingPeriod.Decide(ReportingPeriod.Initial, year, Ministry).Events[0];
        Assert.Equal("2026", opened.About);
        Assert.True(FigurePeriod.TryParse(OpenPeriod.About, out var about));
        Assert.Equal((new DateOnly(2026, 10, 15), new DateOnly(2026, 11, 14)), (about.Start, about.End));
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var command = NovemberMonth with
        {
            Id = "Tháng 11",
            TitleEn = " ",
            End = new DateOnly(2026, 10, 1),
            About = "năm 2026",
            DueWorkingDays = 0,
            Calendar = new([new(2026, 11, 16)], [new(2026, 11, 16)]),
            Forms =
            [
                new("A", "Một", "One", []),
                new("A", "Hai", "", [new("dx_projects"), new("dx_projects"), new("unheard_of"), new("dti_rank")]),
            ],
            Units = [HoChiMinhCity, HoChiMinhCity, UnitKey.Parse("99@origin")],
        };

        var decision = ReportingPeriod.Decide(ReportingPeriod.Initial, command, Ministry);

        Assert.Equal(
            [
                "period.id-invalid", "period.title-missing", "period.dates-reversed", "period.about-unreadable", "period.due-days-out-of-range",
                "period.day-both-free-and-worked", "period.form-empty", "period.form-id-invalid", "period.title-missing",
                "period.metric-repeated", "period.metric-unknown", "period.metric-not-reportable", "period.unit-repeated", "period.unit-unknown",
            ],
            decision.Codes());
        Assert.Equal("forms[1].metrics[2].metric", decision.Refusals[10].Field);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void Nothing_asked_of_nobody_is_not_a_period() => Assert.Equal(
        ["period.forms-missing", "period.units-missing"],
        ReportingPeriod.Decide(ReportingPeriod.Initial, NovemberMonth with { Forms = [], Units = [] }, Ministry).Codes());

    [Fact]
    public void A_mistyped_year_is_refused() => Assert.Equal(
        ["period.dates-out-of-range"],
        ReportingPeriod.Decide(ReportingPeriod.Initial, NovemberMonth with { End = DateOnly.MaxValue }, Ministry).Codes());

    [Fact]
    public void A_period_is_opened_once() =>
        Assert.Equal(["period.exists"], ReportingPeriod.Decide(OpenPeriod, NovemberMonth, Ministry).Codes());

    [Theory]
    [InlineData("2026-11", true)]
    [InlineData("thang-11-2026", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("A", false)]
    [InlineData("tháng", false)]
    [InlineData("a/b", false)]
    [InlineData(null, false)]
    public void An_id_fits_an_address(string? id, bool valid) => Assert.Equal(valid, OpeningRules.IsId(id));
}
