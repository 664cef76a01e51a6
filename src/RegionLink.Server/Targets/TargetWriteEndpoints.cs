using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Targets;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Targets;

/// <summary>What the region does with a target: set, change, end, cancel a mistaken raise.</summary>
public static class TargetWriteEndpoints
{
    private const int LongestId = 64;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/targets", SetAsync).Produces<TargetBody>(StatusCodes.Status201Created).Requires(Right.ManageTargets);
        routes.MapPost("/targets/{id}/versions", ChangeAsync).Produces<TargetBody>().Requires(Right.ManageTargets);
        routes.MapPost("/targets/{id}/end", EndAsync).Produces<TargetBody>().Requires(Right.ManageTargets);
        routes.MapPost("/targets/{id}/raises/cancel", CancelAsync).Produces<TargetBody>().Requires(Right.ManageTargets);
    }

    /// <summary>Sets a target: its first version.</summary>
    public static async Task<IResult> SetAsync(
        Body<NewTargetBody> body, HttpContext http, GrainHost host, ReferenceCache reference, CancellationToken ct)
    {
        var target = body.Value;
        var known = await reference.GetAsync(ct);
        if (!IsId(target.Id))
        {
            // No grain can have this key, so none can refuse it.
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, WouldRefuse(target, known, http.Envelope().Context));
        }

        var answer = await host.SendAsync(TargetGrain.Type, target.Id, CommandOf(target, known), http.Envelope(), ct);
        return answer.ToCreated($"/api/v1/targets/{target.Id}", (state, _) => TargetBody.Of(target.Id, state));
    }

    /// <summary>Makes a new version of a target; periods that end before its first day keep the version before it.</summary>
    /// <param name="id">Such as <c>dx-budget-1pct-proposal</c>.</param>
    public static Task<IResult> ChangeAsync(string id, Body<ChangeTargetBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        SendAsync(id, new TargetCommand.Change(body.Value.Terms.AsTerms(), body.Value.Reason), http, host, ct);

    /// <summary>Ends a target after a day; periods that end on or before it are still judged.</summary>
    /// <param name="id">Such as <c>dx-budget-1pct-proposal</c>.</param>
    public static Task<IResult> EndAsync(string id, Body<EndTargetBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        SendAsync(id, new TargetCommand.End(body.Value.Until, body.Value.Reason), http, host, ct);

    /// <summary>Cancels the newest raise of a province that was entered by mistake, while no finished year was judged by it.</summary>
    /// <param name="id">Such as <c>dx-budget-1pct-proposal</c>.</param>
    public static Task<IResult> CancelAsync(string id, Body<CancelRaiseBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        SendAsync(id, new TargetCommand.CancelRaise(body.Value.Unit, body.Value.Reason), http, host, ct);

    internal static async Task<IResult> SendAsync(string id, TargetCommand command, HttpContext http, GrainHost host, CancellationToken ct)
    {
        var answer = await host.SendAsync(TargetGrain.Type, id, command, http.Envelope(), ct);
        return answer is GrainAnswer<Target>.Refused no && no.Refusals.Any(r => r.Code == TargetRefusals.Unknown.Code)
            ? Problem.NotFound(id)
            : answer.ToHttp((state, _) => TargetBody.Of(id, state));
    }

    /// <summary>Why a target would not be set, without setting it.</summary>
    internal static IReadOnlyList<Refusal> WouldRefuse(NewTargetBody target, Reference known, CommandContext context) =>
    [
        .. IsId(target.Id) ? (Refusal[])[] : [TargetRefusals.IdUnusable.About("id", target.Id, LongestId)],
        .. Target.Decide(Target.Initial, CommandOf(target, known), context).Refusals,
    ];

    private static TargetCommand.Set CommandOf(NewTargetBody target, Reference known) => new(
        target.Metric,
        new TargetScope(target.Scope, target.Unit, target.Region),
        target.UnitOfMeasure,
        target.Terms.AsTerms(),
        Illustrative: false,
        known.Observations().Metric(target.Metric)?.UnitOfMeasure);

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && id[0] != '-';
}

/// <summary>A target to be set.</summary>
/// <param name="Id">1 to 64 small letters, digits and hyphens; stays for ever.</param>
/// <param name="Metric">What is measured.</param>
/// <param name="Scope">Whose value is judged.</param>
/// <param name="UnitOfMeasure">Unit of the thresholds: the metric's own.</param>
/// <param name="Unit">The unit when the scope is one unit.</param>
/// <param name="Region">Code of the region when the target is for that region or its units alone.</param>
public sealed record NewTargetBody(
    string Id, string Metric, ScopeKind Scope, string UnitOfMeasure, TermsBody Terms, UnitKey? Unit = null, string? Region = null);

/// <param name="Reason">Why the target changes.</param>
public sealed record ChangeTargetBody(TermsBody Terms, string Reason);

/// <param name="Until">Last day in force; not before the last day of the last finished year.</param>
/// <param name="Reason">Why it ends.</param>
public sealed record EndTargetBody(DateOnly Until, string Reason);

/// <param name="Unit">The province whose newest raise is cancelled.</param>
/// <param name="Reason">What the mistake was.</param>
public sealed record CancelRaiseBody(UnitKey Unit, string Reason);
