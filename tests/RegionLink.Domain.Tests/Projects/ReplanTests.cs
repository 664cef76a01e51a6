using RegionLink.Domain.Projects;
using static RegionLink.Domain.Tests.Projects.Sample;

namespace RegionLink.Domain.Tests.Projects;

public sealed class ReplanTests
{
    private static readonly ProjectCommand.Replan Later = new(
        Day(10, 1), "Chờ cơ sở dữ liệu quốc gia", "UBND Thành phố", new DocumentRef("88/QĐ-UBND", Day(10, 1)),
        [new NewDue("B1", Day(10, 31)), new NewDue("B3", new DateOnly(2027, 5, 31))], []);

    [Fact]
    public void Replanning_keeps_the_older_dates_and_counts_the_slip()
    {
        var project = RunningProject.Do(Later);

        var step = project.Step("B1")!;
        Assert.Equal((Day(9, 30), Day(10, 31), 31), (step.OriginalDue(), step.CurrentDue(), step.SlipDays()));
        var baseline = Assert.Single(project.Baselines);
        Assert.Equal((2, 61, "UBND Thành phố"), (baseline.Number, baseline.SlipDays, baseline.Authority));
        Assert.Equal(61, project.SlipDays());
    }

    [Fact]
    public void Slips_of_several_replannings_add_up_and_may_shrink()
    {
        var project = RunningProject.Do(Later).Do(Later with { On = Day(11, 1), Dues = [new("B3", new DateOnly(2027, 5, 1))] });

        Assert.Equal([61, -30], project.Baselines.Select(b => b.SlipDays));
        Assert.Equal(31, project.SlipDays());
        Assert.Equal([1, 2, 3], project.Step("B3")!.Dues.Select(d => d.Baseline));
    }

    [Fact]
    public void A_replanning_may_add_a_step_that_moves_the_end()
    {
        var added = new PlannedStep("B4", "Vận hành thử", StepPhase.Closing, true, new DateOnly(2027, 4, 30));

        var project = RunningProject.Do(Later with { Dues = [], Added = [added] });

        Assert.Equal(30, project.SlipDays());
        Assert.Equal(["B4"], project.Baselines[0].Added);
    }

    [Fact]
    public void A_replanning_is_refused_for_every_reason_at_once()
    {
        var project = RunningProject.Do(Later).And(new ProjectEvent.StepDone("B1", Day(10, 20), null, null));

        var decision = project.When(new ProjectCommand.Replan(
            Day(9, 30), "", " ", null, [new("B1", Day(12, 1)), new("B9", Day(12, 1)), new("b1", Day(12, 1))], []));

        Assert.Equal(
            ["text-missing", "text-missing", "step-closed", "step-unknown", "step-closed", "repeated", "replan-before-last"],
            decision.Codes());
    }

    [Fact]
    public void A_replanning_that_moves_nothing_is_none() => Assert.Equal(
        ["nothing-replanned"], RunningProject.When(Later with { Dues = [new("B1", Day(9, 30))] }).Codes());
}
