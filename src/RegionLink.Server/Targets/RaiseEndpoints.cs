using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using RegionLink.Runtime.Grains;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Targets;

/// <summary>A province promises more than the region asks.</summary>
public static class RaiseEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/targets/{id}/raises", RaiseAsync).Produces<TargetBody>().Requires(Right.RaiseTarget);

    /// <summary>Raises a target for the caller's own province; it can never be lowered.</summary>
    /// <param name="id">Such as <c>dx-budget-1pct-proposal</c>.</param>
    public static async Task<IResult> RaiseAsync(string id, Body<NewRaiseBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var raise = body.Value;
        return http.Caller().RefuseFor(raise.Unit)
            ?? await TargetWriteEndpoints.SendAsync(
                id, new TargetCommand.Raise(raise.Unit, raise.Goal.AsGoal(), raise.From, raise.LegalSource), http, host, ct);
    }
}

/// <summary>A stricter goal for one province.</summary>
/// <param name="Unit">The province.</param>
/// <param name="From">First day it binds; not in a finished year.</param>
/// <param name="LegalSource">The province's own act.</param>
public sealed record NewRaiseBody(UnitKey Unit, GoalBody Goal, DateOnly From, string LegalSource);
