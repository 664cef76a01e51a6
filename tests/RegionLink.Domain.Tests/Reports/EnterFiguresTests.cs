using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using static RegionLink.Domain.Tests.Reports.ReportExamples;

namespace RegionLink.Domain.Tests.Reports;

public sealed class EnterFiguresTests
{
    [Fact]
    public void The_first_figures_start_the_report()
    {
        var events = Report.Initial.Decide(Reporter, Enter(AllFigures[0])).Events;

        Assert.IsType<ReportEvent.Started>(events[0]);
        Assert.Equal(new ReportEvent.FigureSet(BudgetShare, 0.97m, null, "percent", Origin.Entered, null, null, null, false, Reporter), events[1]);
    }

    [Fact]
    public void Every_fault_of_every_figure_is_said_and_nothing_is_taken()
    {
        var command = Enter(
            new(BudgetShare, null, "tỷ đồng"),
            new(ProjectCount, 1, "count", NoDataReason: "chưa tổng hợp"),
            new(ProjectCount, 2, "count"),
            new("unheard_of", 1, "count"),
            new(OnlineDossiers, 1e19m, "percent", Origin.Imported));

        var decision = Report.Initial.Decide(Reporter, command);

        Assert.Equal(
            [
                ("figure.value-missing", "figures[0].value"), ("figure.unit-mismatch", "figures[0].unitOfMeasure"),
                ("figure.value-and-no-data", "figures[1].noDataReason"), ("figure.repeated", "figures[2].metric"),
                ("figure.not-asked", "figures[3].metric"), ("figure.out-of-range", "figures[4].value"),
                ("figure.source-missing", "figures[4].source"),
            ],
            decision.Refusals.Select(r => (r.Code, r.Field!)));
        Assert.Empty(decision.Events);
    }

    [Theory]
    [InlineData("100.01")]
    [InlineData("-1")]
    public void What_cannot_be_is_refused_whoever_says_it(string value)
    {
        var said = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var typed = Enter(new FigureEntry(BudgetShare, said, "percent"));
        var delivered = Enter(new FigureEntry(BudgetShare, said, "percent", Origin.Connected, Source: "hệ thống", System: "kho"));
        var terms = typed.Terms with { Ranges = typed.Terms.Ranges.Add(BudgetShare, new(0, 100)) };
        var bound = terms with { Bindings = terms.Bindings.SetItem(BudgetShare, "kho") };

        Assert.Equal(["figure.impossible"], Report.Initial.Refused(Reporter, typed with { Terms = terms }));
        Assert.Equal(["figure.impossible"], Report.Initial.Refused(Reporter, delivered with { Terms = bound }));
        Assert.Empty(Report.Initial.Decide(Reporter, typed).Refusals);
        Assert.Empty(Report.Initial.Decide(Reporter, Enter(new FigureEntry(BudgetShare, 100, "percent")) with { Terms = terms }).Refusals);
    }

    [Fact]
    public void No_data_is_not_zero()
    {
        Assert.Null(Draft.Figures[OnlineDossiers].Value);
        Assert.Equal("Hệ thống đang nâng cấp", Draft.Figures[OnlineDossiers].NoDataReason);
        Assert.Equal(["figure.value-missing"], Draft.Refused(Reporter, Enter(new FigureEntry(BudgetShare, null, "percent", NoDataReason: " "))));
    }

    [Fact]
    public void A_figure_bound_to_a_system_is_not_typed()
    {
        var terms = Terms with { Bindings = Terms.Bindings.Add(OnlineDossiers, "hcm-dossiers") };
        FigureEntry typed = new(OnlineDossiers, 88, "percent");
        FigureEntry delivered = typed with { Origin = Origin.Connected, Source = "record 17", System = "hcm-dossiers" };

        Assert.Equal(["figure.bound-to-system"], Report.Initial.Refused(Reporter, new ReportCommand.EnterFigures(terms, [typed])));
        Assert.Equal(
            ["figure.bound-to-system"],
            Report.Initial.Refused(Reporter, new ReportCommand.EnterFigures(terms, [typed with { Origin = Origin.Imported, Source = "a.xlsx!B2" }])));
        Assert.Equal(
            ["figure.other-system"],
            Report.Initial.Refused(DossierSystem, new ReportCommand.EnterFigures(terms, [delivered with { System = "another" }])));
        Assert.Equal(
            Origin.Connected, Report.Initial.After(DossierSystem, new ReportCommand.EnterFigures(terms, [delivered])).Figures[OnlineDossiers].Origin);
    }

    [Fact]
    public void Figures_are_written_only_while_the_period_asks_this_unit_and_is_open()
    {
        Assert.Equal(
            ["report.period-closed", "report.unit-not-asked"],
            Draft.Refused(Reporter, new ReportCommand.EnterFigures(Terms with { Open = false, UnitAsked = false }, [.. AllFigures])));
        Assert.Equal(
            ["report.period-unknown"],
            Report.Initial.Refused(Reporter, new ReportCommand.EnterFigures(Terms with { PeriodKnown = false, Open = false, UnitAsked = false }, [])));
    }

    [Fact]
    public void The_same_figure_again_is_no_change() => Assert.Empty(Draft.Decide(Approver, Enter(AllFigures)).Events);

    [Fact]
    public void A_change_of_an_approved_figure_says_why_and_needs_approval_again()
    {
        FigureEntry changed = new(ProjectCount, 13, "count");

        Assert.Equal(["figure.change-needs-reason"], Approved.Refused(Reporter, Enter(changed)));

        var report = Approved.After(Reporter, Enter(changed with { Why = "Bổ sung một dự án" }));
        Assert.Equal(FigureState.Entered, report.Figures[ProjectCount].State);
        Assert.Null(report.Figures[ProjectCount].ApprovedBy);
        Assert.Equal(FigureState.Approved, report.Figures[BudgetShare].State);
    }

    [Fact]
    public void What_was_handed_in_is_locked() =>
        Assert.Equal(["report.locked"], Submitted.Refused(Reporter, Enter(new FigureEntry(ProjectCount, 13, "count", Why: "Bổ sung"))));
}
