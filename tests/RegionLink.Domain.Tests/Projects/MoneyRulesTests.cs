using RegionLink.Domain.Projects;
using static RegionLink.Domain.Tests.Projects.Sample;

namespace RegionLink.Domain.Tests.Projects;

public sealed class MoneyRulesTests
{
    private static readonly DocumentRef Adjustment = new("77/QĐ-UBND", Day(11, 1));

    [Fact]
    public void Commitments_may_reach_the_ceiling_exactly()
    {
        var project = RunningProject
            .Do(new ProjectCommand.CommitFunds("HĐ-1", "Công ty A", Vnd(9_999), Day(8, 1)))
            .Do(new ProjectCommand.CommitFunds("HĐ-2", "Công ty B", Vnd(1), Day(8, 1)));

        Assert.Equal(Vnd(10_000), project.Committed());
        Assert.Equal(["ceiling-exceeded"], project.When(new ProjectCommand.CommitFunds("HĐ-3", "Công ty C", Vnd(1), Day(8, 1))).Codes());
    }

    [Fact]
    public void A_commitment_is_refused_for_every_reason_at_once()
    {
        var project = RunningProject.Do(new ProjectCommand.CommitFunds("HĐ-1", "Công ty A", Vnd(1), Day(8, 1)));

        Assert.Equal(
            ["text-missing", "date-in-future", "contract-exists", "ceiling-exceeded"],
            project.When(new ProjectCommand.CommitFunds("hđ-1", "", Vnd(10_000), Day(12, 2))).Codes());
    }

    [Fact]
    public void A_released_contract_frees_its_amount()
    {
        var project = RunningProject
            .Do(new ProjectCommand.CommitFunds("HĐ-1", "Công ty A", Vnd(10_000), Day(8, 1)))
            .Do(new ProjectCommand.ReleaseFunds("HĐ-1", "Hủy hợp đồng"));

        Assert.Equal(Vnd(0), project.Committed());
        Assert.Equal(["contract-unknown"], project.When(new ProjectCommand.ReleaseFunds("HĐ-1", "Hủy")).Codes());
    }

    [Fact]
    public void Money_without_a_source_cannot_be_approved() => Assert.Equal(
        ["funding-short"], ProposedProject.When(new ProjectCommand.Approve(Vnd(10_001), Approved.Decision)).Codes());

    [Fact]
    public void Nothing_is_promised_before_approval() => Assert.Equal(
        ["not-approved"], ProposedProject.When(new ProjectCommand.CommitFunds("HĐ-1", "Công ty A", Vnd(1), Day(8, 1))).Codes());

    [Fact]
    public void A_raised_ceiling_needs_sources_for_it()
    {
        Assert.Equal(["funding-short"], RunningProject.When(new ProjectCommand.AdjustCeiling(Vnd(12_000), Adjustment, "Trượt giá", null)).Codes());

        var raised = RunningProject.Do(new ProjectCommand.AdjustCeiling(
            Vnd(12_000), Adjustment, "Trượt giá", [new FundingSource(FundingKind.State, "Vốn đầu tư công", Vnd(12_000))]));
        Assert.Equal(Vnd(12_000), raised.Ceiling);
        Assert.Equal(Vnd(12_000), raised.Profile!.TotalFunding());
        Assert.Equal(ApprovedOn, raised.First(ProjectState.Approved));
    }

    [Fact]
    public void The_ceiling_never_falls_below_what_is_spent_or_promised()
    {
        var project = RunningProject
            .Do(new ProjectCommand.CommitFunds("HĐ-1", "Công ty A", Vnd(4_000), Day(8, 1)))
            .Do(new ProjectCommand.ReportProgress(Report(Day(9, 1), 30, 5_000)));

        Assert.Equal(["ceiling-below-spent"], project.When(new ProjectCommand.AdjustCeiling(Vnd(4_999), Adjustment, "Giảm", null)).Codes());
        Assert.Equal(Vnd(5_000), project.Do(new ProjectCommand.AdjustCeiling(Vnd(5_000), Adjustment, "Giảm", null)).Ceiling);
    }
}
