using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using static RegionLink.Domain.Tests.Projects.Sample;

namespace RegionLink.Domain.Tests.Projects;

public sealed class RiskAndLinkTests
{
    private static readonly ProjectKey Neighbour = new(UnitKey.Parse("75@2025-07-01"), "DN-9");
    private static readonly Project Risky = RunningProject.Do(new ProjectCommand.RaiseRisk("R1", "Thiếu nhân lực", 3, 4, null));

    [Fact]
    public void A_risk_is_measured_on_two_scales()
    {
        Assert.Equal(12, Risky.Risks[0].Level());
        Assert.Equal(
            ["number-invalid", "text-missing", "risk-scale", "risk-scale"],
            RunningProject.When(new ProjectCommand.RaiseRisk("", "", 0, 6, null)).Codes());
        Assert.Equal(["risk-exists"], Risky.When(new ProjectCommand.RaiseRisk("r1", "Khác", 1, 1, null)).Codes());
    }

    [Fact]
    public void A_risk_is_mitigated_or_closed_by_saying_how()
    {
        Assert.Equal(["risk-response-missing"], Risky.When(new ProjectCommand.ReassessRisk("R1", 1, 4, RiskStatus.Mitigated, null)).Codes());
        var mitigated = Risky.Do(new ProjectCommand.ReassessRisk("R1", 1, 4, RiskStatus.Mitigated, "Thuê chuyên gia"));
        var closed = mitigated.Do(new ProjectCommand.ReassessRisk("R1", 1, 1, RiskStatus.Closed, null));

        Assert.Equal((RiskStatus.Closed, "Thuê chuyên gia"), (closed.Risks[0].Status, closed.Risks[0].Response));
        Assert.Equal(["risk-scale", "risk-unknown"], Risky.When(new ProjectCommand.ReassessRisk("R2", 9, 1, RiskStatus.Open, null)).Codes());
    }

    [Fact]
    public void A_link_points_to_a_project_that_exists()
    {
        var project = RunningProject.Do(new ProjectCommand.Link(LinkKind.ReusedFrom, Neighbour, "Dùng lại kho dữ liệu", OtherKnown: true));

        Assert.Equal("75@2025-07-01/DN-9", project.Links[0].Other);
        Assert.Equal(["link-other-unknown"], project.When(new ProjectCommand.Link(LinkKind.Joint, Neighbour, null, OtherKnown: false)).Codes());
        Assert.Equal(["link-exists"], project.When(new ProjectCommand.Link(LinkKind.ReusedFrom, Neighbour, "Khác", OtherKnown: true)).Codes());
    }

    [Fact]
    public void A_joint_project_needs_another_province()
    {
        Assert.Equal(["link-to-self"], RunningProject.When(new ProjectCommand.Link(LinkKind.ReusedFrom, Key, null, OtherKnown: true)).Codes());
        Assert.Equal(
            ["link-same-unit"],
            RunningProject.When(new ProjectCommand.Link(LinkKind.Joint, Key with { Number = "DA-2" }, null, OtherKnown: true)).Codes());
    }

    [Fact]
    public void A_difference_from_a_project_that_looks_alike_is_told()
    {
        Assert.Equal(["link-difference-missing"], RunningProject.When(new ProjectCommand.Link(LinkKind.DiffersFrom, Neighbour, " ", OtherKnown: true)).Codes());
        Assert.Equal(
            "Của chúng tôi dành cho cấp xã",
            RunningProject.Do(new ProjectCommand.Link(LinkKind.DiffersFrom, Neighbour, "Của chúng tôi dành cho cấp xã", OtherKnown: true)).Links[0].Note);
    }

    [Fact]
    public void A_proposal_brings_its_links_along_or_is_refused_with_them()
    {
        var reuse = new ProjectCommand.Link(LinkKind.ReusedFrom, Neighbour, null, OtherKnown: true);
        var proposal = new ProjectCommand.Propose(Key, Profile, ProposedOn, Illustrative: false) { Links = [reuse] };
        var project = Project.Initial.Do(proposal);

        Assert.Equal((ProjectState.Proposed, Neighbour.ToString()), (project.State(), project.Links.Single().Other));
        Assert.Empty(project.When(proposal).Events);
        var refused = Project.Initial.When(proposal with
        {
            Profile = Profile with { Name = "" },
            Links = [reuse, reuse with { Kind = LinkKind.DiffersFrom }, new(LinkKind.Joint, Key with { Number = "DA-2" }, null, OtherKnown: true)],
        });
        Assert.Equal(["text-missing", "link-difference-missing", "link-same-unit"], refused.Codes());
        Assert.Equal(["name", "links[1].note", "links[2].other"], refused.Refusals.Select(r => r.Field));
        Assert.Empty(refused.Events);
    }

    [Fact]
    public void A_link_is_taken_back_with_a_reason()
    {
        var project = RunningProject.Do(new ProjectCommand.Link(LinkKind.Joint, Neighbour, null, OtherKnown: true));

        Assert.Empty(project.Do(new ProjectCommand.Unlink(LinkKind.Joint, Neighbour, "Nhập nhầm")).Links);
        Assert.Equal(
            ["text-missing", "link-missing"],
            project.When(new ProjectCommand.Unlink(LinkKind.ReusedFrom, Neighbour, "")).Codes());
    }
}
