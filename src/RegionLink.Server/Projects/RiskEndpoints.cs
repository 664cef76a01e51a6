using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>The risk register of a project.</summary>
public static class RiskEndpoints
{
    public static void MapRisks(this IEndpointRouteBuilder projects)
    {
        var project = projects.MapGroup("/projects/{unit}/{number}");
        project.MapPost("/risks", RaiseAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        project.MapPut("/risks/{code}", ReassessAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
    }

    /// <summary>Raise a risk.</summary>
    public static Task<IResult> RaiseAsync(
        string unit, string number, Body<RiskBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var (code, description, likelihood, impact, response) = body.Value;
        return host.SendAsync(http, unit, number, new ProjectCommand.RaiseRisk(code, description, likelihood, impact, response), ct);
    }

    /// <summary>Assess a risk anew: how likely, how bad, and whether it is open, mitigated or closed.</summary>
    public static Task<IResult> ReassessAsync(
        string unit, string number, string code, Body<AssessmentBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var (likelihood, impact, status, response) = body.Value;
        return host.SendAsync(http, unit, number, new ProjectCommand.ReassessRisk(code, likelihood, impact, status, response), ct);
    }
}

/// <param name="Code">Unique in the project; same characters as a project number.</param>
/// <param name="Likelihood">1 (rare) to 5 (almost certain).</param>
/// <param name="Impact">1 (slight) to 5 (the project fails).</param>
/// <param name="Response">What is done about it.</param>
public sealed record RiskBody(string Code, string Description, int Likelihood, int Impact, string? Response = null);

/// <param name="Likelihood">1 (rare) to 5 (almost certain).</param>
/// <param name="Impact">1 (slight) to 5 (the project fails).</param>
/// <param name="Response">What is done about it; stays as it is when left out.</param>
public sealed record AssessmentBody(int Likelihood, int Impact, RiskStatus Status, string? Response = null);
