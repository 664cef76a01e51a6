using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using static RegionLink.Domain.Tests.Budgets.LineHistory;

namespace RegionLink.Domain.Tests.Budgets;

public sealed class LineRecordingTests
{
    [Fact]
    public void A_line_is_taken_in_while_its_year_is_open()
    {
        var decision = Given().Answer(Record());

        var line = Given([.. decision.Events]);
        Assert.Equal((true, new Money(10), StateDx), (line.Exists, line.At(BudgetStage.Decided)!.Amount, line.Classification));
    }

    [Theory]
    [InlineData(FiscalYearStatus.Closed, "budget.fiscal-year-closed")]
    [InlineData(FiscalYearStatus.NotOpened, "budget.fiscal-year-not-opened")]
    public void Otherwise_it_is_refused(FiscalYearStatus year, string code) => Assert.Equal([code], Given().Answer(Record(year)).Codes());

    [Fact]
    public void The_same_line_again_writes_nothing_and_another_under_its_number_is_refused()
    {
        var line = Given([.. Given().Answer(Record()).Events]);

        Assert.True(line.Answer(Record()).Accepted);
        Assert.Empty(line.Answer(Record()).Events);
        Assert.Equal(["budget.number-taken"], line.Answer(Record() with { Label = "Khác" }).Codes());
    }

    [Fact]
    public void Every_reason_is_given_at_once()
    {
        var command = Record(FiscalYearStatus.Closed) with
        {
            Number = "CDS 1",
            Label = " ",
            Classification = new(Funding.NonState, null, true, null, SpendingFloor.OnePercent),
            Amounts = [Decided(-1), Decided(5)],
            Project = new NamedProject("79@origin/DA-1", Known: false, Illustrative: false),
            Parent = new NamedParent("79@origin/2026/A", Known: true, SameYear: true, Withdrawn: true, Illustrative: true),
        };

        Assert.Equal(
            [
                "budget.fiscal-year-closed", "budget.number-invalid", "budget.label-missing", "budget.ground-missing", "budget.category-missing",
                "budget.floor-needs-state", "budget.amount-out-of-range", "budget.stage-repeated", "budget.project-unknown",
                "budget.parent-withdrawn", "budget.illustrative-mixed",
            ],
            Given().Answer(command).Codes());
    }

    [Theory]
    [InlineData(false, true, "budget.parent-unknown")]
    [InlineData(true, false, "budget.parent-elsewhere")]
    public void A_parent_is_a_line_of_the_same_unit_and_year(bool known, bool sameYear, string code) => Assert.Equal(
        [code],
        Given().Answer(Record() with { Parent = new NamedParent("79@origin/2026/A", known, sameYear, Withdrawn: false, Illustrative: false) }).Codes());

    [Fact]
    public void Only_digital_transformation_counts_towards_one_percent() => Assert.Equal(
        ["budget.floor-needs-dx"], Given().Answer(Record() with { Classification = NotDx with { Floor = SpendingFloor.Both } }).Codes());

    [Fact]
    public void Science_money_may_count_towards_three_percent_without_being_digital_transformation() => Assert.True(
        Given().Answer(Record() with { Classification = NotDx with { Floor = SpendingFloor.ThreePercent } }).Accepted);

    [Fact]
    public void A_real_line_names_no_sample_project() => Assert.Equal(
        ["budget.illustrative-mixed"],
        Given().Answer(Record() with { Project = new NamedProject("79@origin/DA-1", Known: true, Illustrative: true) }).Codes());

    [Theory]
    [InlineData("79@2025-07-01/2026/CDS-014")]
    [InlineData("77@origin/2024/a.b_c")]
    public void A_key_survives_its_text_form(string text) => Assert.Equal(text, BudgetLineKey.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("79@2025-07-01/2026")]
    [InlineData("79@2025-07-01/2026/")]
    [InlineData("79@2025-07-01/26/A")]
    [InlineData("79@2025-07-01/2026/A/B")]
    [InlineData("79@2025-07-01/2026/Đ1")]
    [InlineData("79/2026/A")]
    public void Anything_else_is_not_a_key(string? text) => Assert.False(BudgetLineKey.TryParse(text, out _));
}
