using System.Collections.Immutable;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Projects;

/// <summary>The ceiling of a project and the contracts under it.</summary>
public static class MoneyEndpoints
{
    public static void MapMoney(this IEndpointRouteBuilder projects)
    {
        var project = projects.MapGroup("/projects/{unit}/{number}");
        project.MapPost("/ceiling", AdjustAsync).Requires(Right.ApproveProjects).Produces<ProjectView>();
        project.MapPost("/commitments", CommitAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
        project.MapPost("/commitments/release", ReleaseAsync).Requires(Right.WriteProjects).Produces<ProjectView>();
    }

    /// <summary>Adjust the approved ceiling by a new decision.</summary>
    public static Task<IResult> AdjustAsync(
        string unit, string number, Body<CeilingBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var (ceiling, decision, reason, funding) = body.Value;
        return host.SendAsync(http, unit, number, new ProjectCommand.AdjustCeiling(ceiling, decision, reason, funding?.ToImmutableArray()), ct);
    }

    /// <summary>Record a signed contract.</summary>
    public static Task<IResult> CommitAsync(
        string unit, string number, Body<CommitmentBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var (contract, contractor, amount, on) = body.Value;
        return host.SendAsync(http, unit, number, new ProjectCommand.CommitFunds(contract, contractor, amount, on), ct);
    }

    /// <summary>Take a contract back: annulled, or entered by mistake.</summary>
    public static Task<IResult> ReleaseAsync(
        string unit, string number, Body<ReleaseBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        host.SendAsync(http, unit, number, new ProjectCommand.ReleaseFunds(body.Value.Contract, body.Value.Reason), ct);
}

/// <param name="Ceiling">Most that may be spent from now on, whole VND.</param>
/// <param name="Funding">The new sources; the present ones stay when left out.</param>
public sealed record CeilingBody(Money Ceiling, DocumentRef Decision, string Reason, IReadOnlyList<FundingSource>? Funding = null);

/// <param name="Contract">Reference printed on the contract.</param>
/// <param name="Amount">Whole VND.</param>
/// <param name="SignedOn">Day of signature.</param>
public sealed record CommitmentBody(string Contract, string Contractor, Money Amount, DateOnly SignedOn);

public sealed record ReleaseBody(string Contract, string Reason);
