using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using static RegionLink.Domain.Tests.Reports.ReportExamples;

namespace RegionLink.Domain.Tests.Reports;

public sealed class PrefillTests
{
    private static readonly HeldFigure ComputedShare = new(BudgetShare, 1.02m, "percent", Origin.Computed, "share of 2026, decided", Illustrative: false);

    private static readonly Report Filled = Report.Initial.After(Reporter, new ReportCommand.Prefill(Terms, [ComputedShare]));

    [Fact]
    public void What_the_platform_holds_is_filled_in_with_its_origin_and_source()
    {
        var figure = Filled.Figures[BudgetShare];

        Assert.Equal((1.02m, Origin.Computed, "share of 2026, decided", true), (figure.Value, figure.Origin, figure.Source, figure.Prefilled));
        Assert.Equal(["figure.own-entry"], Filled.Refused(Reporter, new ReportCommand.Approve(Terms, null)));
    }

    [Fact]
    public void What_a_person_gave_is_never_replaced() =>
        Assert.Empty(Draft.Decide(Reporter, new ReportCommand.Prefill(Terms, [ComputedShare])).Events);

    [Fact]
    public void A_filled_figure_follows_what_the_platform_holds_until_it_is_approved()
    {
        var newer = ComputedShare with { Value = 1.03m };

        Assert.Equal(1.03m, Filled.After(Reporter, new ReportCommand.Prefill(Terms, [newer])).Figures[BudgetShare].Value);
        Assert.Empty(Filled.Decide(Reporter, new ReportCommand.Prefill(Terms, [ComputedShare])).Events);
        Assert.Empty(Filled.After(Approver, new ReportCommand.Approve(Terms, null)).Decide(Reporter, new ReportCommand.Prefill(Terms, [newer])).Events);
    }

    [Fact]
    public void A_person_may_override_a_computed_figure_with_a_reason()
    {
        Assert.Equal(["figure.change-needs-reason"], Filled.Refused(Reporter, Enter(new FigureEntry(BudgetShare, 1, "percent"))));
        Assert.False(Filled.After(Reporter, Enter(new FigureEntry(BudgetShare, 1, "percent", Why: "Chưa tính dự phòng"))).Figures[BudgetShare].Prefilled);
    }

    [Fact]
    public void Made_up_values_other_units_of_measure_and_metrics_not_asked_stay_out() => Assert.Empty(
        Report.Initial.Decide(Reporter, new ReportCommand.Prefill(Terms, [
            ComputedShare with { Illustrative = true },
            new(ProjectCount, 12, "percent", Origin.Imported, "file", false),
            new("unheard_of", 1, "count", Origin.Imported, "file", false),
        ])).Events);

    [Fact]
    public void A_bound_metric_is_filled_from_its_system_only()
    {
        var terms = Terms with { Bindings = Terms.Bindings.Add(BudgetShare, "budget-system") };

        Assert.Empty(Report.Initial.Decide(Reporter, new ReportCommand.Prefill(terms, [ComputedShare])).Events);
        Assert.NotEmpty(
            Report.Initial.Decide(Reporter, new ReportCommand.Prefill(terms, [ComputedShare with { Origin = Origin.Connected }])).Events);
    }

    [Fact]
    public void Filled_figures_are_asked_about_their_scale_too()
    {
        var terms = Terms with { History = Terms.History.Add(BudgetShare, new EarlierValue(0.001m, "2026-10")) };

        Assert.True(Report.Initial.After(Reporter, new ReportCommand.Prefill(terms, [ComputedShare])).Figures[BudgetShare].ScaleQuestionOpen);
    }

    [Fact]
    public void What_was_handed_in_is_not_filled() =>
        Assert.Equal(["report.locked"], Submitted.Refused(Reporter, new ReportCommand.Prefill(Terms, [ComputedShare])));
}
