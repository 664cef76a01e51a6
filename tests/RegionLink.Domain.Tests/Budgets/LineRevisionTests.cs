using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using static RegionLink.Domain.Tests.Budgets.LineHistory;

namespace RegionLink.Domain.Tests.Budgets;

public sealed class LineRevisionTests
{
    [Fact]
    public void An_adjustment_keeps_the_old_amount_and_the_reason()
    {
        var decision = Given(Recorded(10)).Answer(Revise(Decided(12)) with { Reason = " Điều chỉnh giữa năm " });

        var adjusted = Assert.IsType<BudgetLineEvent.AmountAdjusted>(Assert.Single(decision.Events));
        Assert.Equal((new Money(10), new Money(12), "Điều chỉnh giữa năm"), (adjusted.Before, adjusted.Amount, adjusted.Reason));
    }

    [Fact]
    public void An_amount_that_stands_is_not_changed_without_a_reason() =>
        Assert.Equal(["budget.reason-missing"], Given(Recorded(10)).Answer(Revise(Decided(12))).Codes());

    [Fact]
    public void The_first_amount_of_a_stage_needs_no_reason()
    {
        var line = Given(Recorded(10));
        var decision = line.Answer(Revise(Executed(3)));

        line = BudgetLine.Evolve(line, Assert.Single(decision.Events));
        Assert.Equal([Decided(10), Executed(3)], line.Amounts);
    }

    [Fact]
    public void A_thousandfold_amount_raises_a_question_that_is_answered_with_a_reason()
    {
        var line = Given(Recorded(10));
        var command = Revise(Decided(10_000)) with { Reason = "Sửa" };

        Assert.Equal(["budget.line-scale-jump"], line.Answer(command).Codes());
        Assert.Equal(["budget.reason-missing"], line.Answer(command with { ConfirmScaleJump = "" }).Codes());
        var system = Context with { By = new Actor(ActorKind.Key, "k1") };
        Assert.Equal(["budget.line-answer-needs-person"], BudgetLine.Decide(line, command with { ConfirmScaleJump = "Máy nói đúng" }, system).Codes());
        var adjusted = line.Answer(command with { ConfirmScaleJump = "Ghi nhầm nghìn đồng" }).Events;
        Assert.Equal("Ghi nhầm nghìn đồng", Assert.IsType<BudgetLineEvent.AmountAdjusted>(Assert.Single(adjusted)).ScaleJumpConfirmed);
    }

    [Fact]
    public void What_is_already_so_is_no_write_even_in_a_closed_year()
    {
        var decision = Given(Recorded(10)).Answer(new BudgetLineCommand.Revise([Decided(10)], StateDx, new ProjectLink(null)) { FiscalYear = FiscalYearStatus.Closed });

        Assert.True(decision.Accepted);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void A_closed_year_is_not_changed() => Assert.Equal(
        ["budget.fiscal-year-closed"],
        Given(Recorded(10)).Answer(Revise(Executed(3)) with { FiscalYear = FiscalYearStatus.Closed }).Codes());

    [Fact]
    public void Classification_and_project_change_in_the_same_order()
    {
        var project = new NamedProject("79@origin/DA-2", Known: true, Illustrative: false);
        var decision = Given(Recorded(10)).Answer(new BudgetLineCommand.Revise([], NotDx, new ProjectLink(project)) { FiscalYear = FiscalYearStatus.Open });

        Assert.Equal([new BudgetLineEvent.Reclassified(StateDx, NotDx), new BudgetLineEvent.Relinked(null, project.Key)], decision.Events);
    }

    [Fact]
    public void A_withdrawn_line_keeps_its_amounts_and_takes_no_more()
    {
        var line = Given(Recorded(10), new BudgetLineEvent.Withdrawn("Nhập trùng"));

        Assert.Equal(new Money(10), line.At(BudgetStage.Decided)!.Amount);
        Assert.Equal(["budget.line-withdrawn"], line.Answer(Revise(Executed(3))).Codes());
        Assert.Empty(line.Answer(new BudgetLineCommand.Withdraw("Lần nữa") { FiscalYear = FiscalYearStatus.Open }).Events);
    }

    [Fact]
    public void Withdrawing_needs_a_reason_an_open_year_and_a_line()
    {
        Assert.Equal(
            ["budget.fiscal-year-closed", "budget.reason-missing", "budget.line-unknown"],
            Given().Answer(new BudgetLineCommand.Withdraw(" ") { FiscalYear = FiscalYearStatus.Closed }).Codes());
        Assert.Equal(["budget.line-unknown"], Given().Answer(Revise(Executed(3))).Codes());
    }
}
