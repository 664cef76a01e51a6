using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using static RegionLink.Domain.Tests.Reports.ReportExamples;

namespace RegionLink.Domain.Tests.Reports;

public sealed class DeliveryDifferenceTests
{
    private static readonly ReportTerms Bound = Terms with { Bindings = Terms.Bindings.Add(OnlineDossiers, DossierSystem.Id) };

    private static readonly Report Delivered = Report.Initial.After(DossierSystem, Deliver(88));

    [Fact]
    public void Another_value_of_the_system_changes_nothing_and_shows_as_a_difference()
    {
        var after = Delivered.After(DossierSystem, Deliver(91));

        Assert.Equal(88, after.Figures[OnlineDossiers].Value);
        Assert.Equal(new DeliveryDifference(91, null, "record 91", DossierSystem), after.Figures[OnlineDossiers].Difference);
        Assert.Empty(after.Decide(DossierSystem, Deliver(91)).Events);
    }

    [Fact]
    public void A_difference_ends_when_the_system_agrees_again()
    {
        var after = Delivered.After(DossierSystem, Deliver(91)).After(DossierSystem, Deliver(88));

        Assert.Null(after.Figures[OnlineDossiers].Difference);
    }

    [Fact]
    public void A_person_takes_the_new_value_over_and_a_second_one_approves_it_again()
    {
        var approved = Delivered.After(Approver, new ReportCommand.Approve(Bound, [OnlineDossiers]));
        var differs = approved.After(DossierSystem, Deliver(91));
        Assert.Equal(FigureState.Approved, differs.Figures[OnlineDossiers].State);

        var taken = differs.After(Reporter, Accept()).Figures[OnlineDossiers];

        Assert.Equal((91m, Origin.Connected, "record 91", FigureState.Entered), (taken.Value!.Value, taken.Origin, taken.Source, taken.State));
        Assert.Null(taken.Difference);
        Assert.Equal(["figure.own-entry"], differs.After(Reporter, Accept()).Refused(Reporter, new ReportCommand.Approve(Bound, [OnlineDossiers])));
    }

    [Fact]
    public void What_was_handed_in_stays_but_the_difference_is_seen()
    {
        var submitted = Delivered
            .After(Reporter, new ReportCommand.EnterFigures(Bound, [.. AllFigures.Where(f => f.Metric != OnlineDossiers)]))
            .After(Approver, new ReportCommand.Approve(Bound, null))
            .After(Approver, new ReportCommand.Submit(Bound));

        Assert.Equal(91, submitted.After(DossierSystem, Deliver(91)).Figures[OnlineDossiers].Difference!.Value);
        Assert.Empty(submitted.Decide(DossierSystem, Deliver(88)).Events);
        Assert.Equal(["report.locked"], submitted.After(DossierSystem, Deliver(91)).Refused(Reporter, Accept()));
    }

    [Fact]
    public void Only_a_person_takes_a_difference_over_and_only_where_there_is_one()
    {
        Assert.Equal(["figure.no-difference"], Delivered.Refused(Reporter, Accept()));
        Assert.Equal(["figure.difference-needs-person"], Delivered.After(DossierSystem, Deliver(91)).Refused(DossierSystem, Accept()));
    }

    private static ReportCommand.AcceptDifference Accept() => new(Bound, OnlineDossiers, null);

    private static ReportCommand.EnterFigures Deliver(decimal value) => new(
        Bound, [new FigureEntry(OnlineDossiers, value, "percent", Origin.Connected, Source: $"record {value}", System: DossierSystem.Id)]);
}
