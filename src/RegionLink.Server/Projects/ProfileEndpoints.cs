using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>Proposing a project and describing it.</summary>
public static class ProfileEndpoints
{
    public static void MapProfile(this IEndpointRouteBuilder projects)
    {
        projects.MapPost("/projects", ProposeAsync).Requires(Right.WriteProjects).Produces<ProjectView>(StatusCodes.Status201Created);
        projects.MapPut("/projects/{unit}/{number}/profile", ReviseAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
    }

    /// <summary>Propose a project under a number of one's own.</summary>
    /// <remarks>The same proposal again changes nothing; another project under the same number is refused. Links are recorded with it or not at all.</remarks>
    public static async Task<IResult> ProposeAsync(Body<ProposalBody> body, HttpContext http, GrainHost host, ProjectReader reader, CancellationToken ct)
    {
        var proposal = body.Value;
        if (http.Caller().RefuseFor(proposal.Unit) is { } refused)
        {
            return refused;
        }

        var (links, unreadable) = await LinkEndpoints.ReadAsync(proposal.Links ?? [], reader, http, ct);
        if (unreadable.Count > 0)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, unreadable);
        }

        // A number that is none cannot name a grain; the rule refuses it together with everything else that is wrong.
        var key = new ProjectKey(proposal.Unit, ProjectKey.TryNormalise(proposal.Number, out var number) ? number : "-");
        var command = new ProjectCommand.Propose(
            key with { Number = proposal.Number }, proposal.Profile(), proposal.ProposedOn ?? http.Today(), proposal.Illustrative)
        {
            Links = links,
        };
        var answer = await host.SendAsync(ProjectGrain.Type, key.ToString(), command, http.Envelope(), ct);
        return answer.ToCreated($"/api/v1/projects/{key}", (state, version) => ProjectView.Of(state, version, http.Today()));
    }

    /// <summary>Describe the project anew, as a whole.</summary>
    /// <remarks>What is not repeated is gone. Once the project is approved, a reason is needed.</remarks>
    public static Task<IResult> ReviseAsync(
        string unit, string number, Body<RevisionBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.Revise(body.Value.Profile(), body.Value.Reason), ct);
}

/// <summary>What a project is.</summary>
/// <param name="TransitionalGround">Why it keeps a decree that has ended; null when it does not.</param>
/// <param name="Systems">Existing systems it builds on.</param>
public record ProfileBody(
    string Name,
    string OwnerAgency,
    Pillar Pillar,
    ActivityCategory Category,
    SpendingForm Form,
    LegalRegime Regime,
    IReadOnlyList<FundingSource> Funding,
    string? TransitionalGround = null,
    string? Description = null,
    IReadOnlyList<string>? Systems = null)
{
    public ProjectProfile Profile() => new(Name, OwnerAgency, Pillar, Category, Form, Regime, [.. Funding])
    {
        TransitionalGround = TransitionalGround,
        Description = Description,
        Systems = Systems?.ToImmutableArray() ?? [],
    };
}

/// <param name="Number">The unit's own number for it; A–Z, 0–9 and - . _, at most 40 characters.</param>
/// <param name="ProposedOn">Day of the proposal; today when left out.</param>
/// <param name="Illustrative">Made-up sample data.</param>
/// <param name="Links">What is answered about similar projects.</param>
public sealed record ProposalBody(
    UnitKey Unit,
    string Number,
    string Name,
    string OwnerAgency,
    Pillar Pillar,
    ActivityCategory Category,
    SpendingForm Form,
    LegalRegime Regime,
    IReadOnlyList<FundingSource> Funding,
    string? TransitionalGround = null,
    string? Description = null,
    IReadOnlyList<string>? Systems = null,
    DateOnly? ProposedOn = null,
    bool Illustrative = false,
    IReadOnlyList<ProjectLinkBody>? Links = null)
    : ProfileBody(Name, OwnerAgency, Pillar, Category, Form, Regime, Funding, TransitionalGround, Description, Systems);

/// <param name="Reason">Needed once the project is approved.</param>
public sealed record RevisionBody(
    string Name,
    string OwnerAgency,
    Pillar Pillar,
    ActivityCategory Category,
    SpendingForm Form,
    LegalRegime Regime,
    IReadOnlyList<FundingSource> Funding,
    string? TransitionalGround = null,
    string? Description = null,
    IReadOnlyList<string>? Systems = null,
    string? Reason = null)
    : ProfileBody(Name, OwnerAgency, Pillar, Category, Form, Regime, Funding, TransitionalGround, Description, Systems);
