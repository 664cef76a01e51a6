using RegionLink.Domain.Projects;
using static RegionLink.Domain.Tests.Projects.Sample;

namespace RegionLink.Domain.Tests.Projects;

public sealed class StepTests
{
    private static readonly PlannedStep Extra = new("B4", "Nghiệm thu", StepPhase.Closing, true, new DateOnly(2027, 3, 31));

    [Fact]
    public void A_plan_may_be_replaced_until_approval()
    {
        Assert.Equal(["B4"], ProposedProject.Do(new ProjectCommand.PlanSteps([Extra])).Steps.Select(s => s.Code));
        Assert.Equal(["plan-fixed"], ApprovedProject.When(new ProjectCommand.PlanSteps([Extra])).Codes());
        Assert.Empty(ApprovedProject.When(new ProjectCommand.PlanSteps(Plan.Steps)).Events);
    }

    [Fact]
    public void A_step_already_done_is_not_planned_away()
    {
        var project = ProposedProject.Do(new ProjectCommand.FinishStep("B1", Day(7, 2), null, null));

        Assert.Equal(["step-closed"], project.When(new ProjectCommand.PlanSteps([Extra])).Codes());
        Assert.Equal(Day(7, 2), project.Do(new ProjectCommand.PlanSteps([Plan.Steps[0], Extra])).Step("B1")!.DoneOn);
    }

    [Fact]
    public void Steps_are_added_where_they_belong() => Assert.Equal(
        ["B1", "B4", "B2", "B3"],
        RunningProject.Do(new ProjectCommand.AddSteps([Extra], "b1")).Steps.Select(s => s.Code));

    [Fact]
    public void A_step_that_moves_the_end_of_an_approved_plan_is_a_replanning()
    {
        var late = Extra with { Due = new DateOnly(2027, 4, 1) };

        Assert.Equal(["step-past-finish"], RunningProject.When(new ProjectCommand.AddSteps([late], null)).Codes());
        Assert.True(RunningProject.When(new ProjectCommand.AddSteps([late with { Required = false }], null)).Accepted);
        Assert.True(ProposedProject.When(new ProjectCommand.AddSteps([late], null)).Accepted);
    }

    [Fact]
    public void Added_steps_are_refused_for_every_reason_at_once() => Assert.Equal(
        ["date-out-of-range", "number-invalid", "text-missing", "repeated", "step-unknown", "step-exists", "step-exists", "step-past-finish", "step-past-finish"],
        RunningProject.When(new ProjectCommand.AddSteps(
            [
                new("B1", "x", StepPhase.Closing, true, new DateOnly(2101, 1, 1)),
                new("?", " ", StepPhase.Closing, false, Day(1, 1)),
                new("b1", "y", StepPhase.Closing, true, new DateOnly(2027, 4, 1)),
            ],
            "B9")).Codes());

    [Fact]
    public void A_date_once_entered_is_replaced_only_with_a_reason()
    {
        var project = RunningProject.Do(new ProjectCommand.FinishStep("B1", Day(9, 1), "01/BB-NT", null));

        Assert.Empty(project.When(new ProjectCommand.FinishStep("B1", Day(9, 1), "01/BB-NT", null)).Events);
        Assert.Equal(["correction-reason-missing"], project.When(new ProjectCommand.FinishStep("B1", Day(9, 2), "01/BB-NT", null)).Codes());
        Assert.Equal(Day(9, 2), project.Do(new ProjectCommand.FinishStep("B1", Day(9, 2), "01/BB-NT", "Nhập nhầm")).Step("B1")!.DoneOn);
    }

    [Fact]
    public void A_step_is_skipped_with_a_reason_and_may_be_reopened()
    {
        Assert.Equal(["text-missing"], RunningProject.When(new ProjectCommand.SkipStep("B2", Day(9, 1), " ")).Codes());
        var skipped = RunningProject.Do(new ProjectCommand.SkipStep("B2", Day(9, 1), "Không cần nữa"));

        Assert.Equal(["step-closed"], skipped.When(new ProjectCommand.FinishStep("B2", Day(9, 2), null, null)).Codes());
        Assert.True(skipped.Do(new ProjectCommand.ReopenStep("B2", "Cần lại")).Step("B2")!.IsOpen());
        Assert.Equal(["step-still-open"], RunningProject.When(new ProjectCommand.ReopenStep("B2", "Cần lại")).Codes());
    }

    [Fact]
    public void Nothing_is_done_in_the_future() => Assert.Equal(
        ["date-in-future"], RunningProject.When(new ProjectCommand.FinishStep("B1", Day(12, 2), null, null)).Codes());
}
