using System.Globalization;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using static RegionLink.Domain.Tests.Projects.Sample;

namespace RegionLink.Domain.Tests.Projects;

public sealed class ProposalTests
{
    [Fact]
    public void A_proposal_is_stored_tidied()
    {
        var profile = Profile with { Name = "  Kho  dữ liệu\u00a0dùng chung ", Systems = ["LGSP "] };

        var project = Project.Initial.Do(new ProjectCommand.Propose(Key, profile, ProposedOn, Illustrative: true));

        Assert.Equal("Kho dữ liệu dùng chung", project.Profile!.Name);
        Assert.Equal(["LGSP"], project.Profile.Systems);
        Assert.Equal((ProjectState.Proposed, true), (project.State(), project.Illustrative));
        Assert.Equal((Vnd(8_000), Vnd(2_000)), (project.Profile.FundingOf(FundingKind.State), project.Profile.FundingOf(FundingKind.NonState)));
    }

    [Fact]
    public void A_proposal_is_refused_for_every_reason_at_once()
    {
        var profile = Profile with
        {
            Name = " ",
            OwnerAgency = new string('x', 301),
            Regime = LegalRegime.Decree73Of2019,
            Funding = [new(FundingKind.State, "Vốn", Vnd(-1)), new(FundingKind.State, "vốn", Vnd(1))],
            Systems = ["LGSP", "lgsp"],
        };
        var key = new ProjectKey(UnitKey.Parse("25195@origin"), "a b");

        var decision = Project.Initial.When(new ProjectCommand.Propose(key, profile, new DateOnly(2027, 1, 1), Illustrative: false));

        Assert.Equal(
            ["number-invalid", "unit-not-province", "date-in-future", "text-missing", "text-too-long", "amount-out-of-range",
                "repeated", "repeated", "regime-ended"],
            decision.Codes());
        Assert.Equal(
            ["number", "unit", "on", "name", "ownerAgency", "funding[0].amount", "funding[1].name", "systems[1]", "regime"],
            decision.Refusals.Select(r => r.Field));
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void The_same_proposal_twice_changes_nothing()
    {
        var again = ProposedProject.When(new ProjectCommand.Propose(Key, Profile, ProposedOn, Illustrative: false));

        Assert.True(again.Accepted);
        Assert.Empty(again.Events);
    }

    [Fact]
    public void Another_project_cannot_take_the_same_number() => Assert.Equal(
        ["already-proposed"],
        ProposedProject.When(new ProjectCommand.Propose(Key, Profile with { Name = "Khác" }, ProposedOn, Illustrative: false)).Codes());

    [Theory]
    [InlineData("2026-02-28", LegalRegime.Decree73Of2019, null)]
    [InlineData("2026-03-01", LegalRegime.Decree73Of2019, "regime-ended")]
    [InlineData("2026-02-28", LegalRegime.Decree45Of2026, "regime-not-yet")]
    [InlineData("2026-03-01", LegalRegime.Decree45Of2026, null)]
    [InlineData("2026-06-30", LegalRegime.Decree45Of2026, null)]
    [InlineData("2026-07-01", LegalRegime.Decree45Of2026, "regime-ended")]
    [InlineData("2026-06-30", LegalRegime.Decree224Of2026, "regime-not-yet")]
    [InlineData("2026-07-01", LegalRegime.Decree224Of2026, null)]
    public void The_regime_is_the_one_in_force_on_the_day(string day, LegalRegime regime, string? refusal)
    {
        var on = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        var decision = Project.Initial.When(new ProjectCommand.Propose(Key, Profile with { Regime = regime }, on, Illustrative: false));

        Assert.Equal(refusal is null ? [] : new[] { refusal }, decision.Codes());
    }

    [Fact]
    public void A_transitional_project_keeps_the_older_regime_when_it_says_why()
    {
        var profile = Profile with { Regime = LegalRegime.Decree73Of2019, TransitionalGround = "Đã phê duyệt chủ trương trước 01/3/2026" };
        var proposed = Project.Initial.Do(new ProjectCommand.Propose(Key, profile, ProposedOn, Illustrative: false));

        var approved = proposed.Do(new ProjectCommand.Approve(Vnd(1), Approved.Decision));

        Assert.Equal(LegalRegime.Decree73Of2019, approved.Profile!.Regime);
    }

    [Fact]
    public void Approval_is_measured_by_the_regime_of_its_own_day()
    {
        var profile = Profile with { Regime = LegalRegime.Decree45Of2026 };
        var proposed = Project.Initial.Do(new ProjectCommand.Propose(Key, profile, Day(6, 30), Illustrative: false));

        Assert.Equal(["regime-ended"], proposed.When(new ProjectCommand.Approve(Vnd(1), Approved.Decision)).Codes());
    }

    [Fact]
    public void A_proposal_is_revised_freely_an_approved_project_with_a_reason()
    {
        var renamed = Profile with { Name = "Kho dữ liệu tỉnh" };

        Assert.Equal("Kho dữ liệu tỉnh", ProposedProject.Do(new ProjectCommand.Revise(renamed, null)).Profile!.Name);
        Assert.Equal(["reason-missing"], ApprovedProject.When(new ProjectCommand.Revise(renamed, " ")).Codes());
        Assert.Equal("Kho dữ liệu tỉnh", ApprovedProject.Do(new ProjectCommand.Revise(renamed, "Đổi tên")).Profile!.Name);
        Assert.Empty(ApprovedProject.When(new ProjectCommand.Revise(Profile, null)).Events);
    }

    [Fact]
    public void Nothing_but_a_proposal_makes_a_project() => Assert.Equal(
        ["unknown"], Project.Initial.When(new ProjectCommand.Start(StartedOn)).Codes());
}
