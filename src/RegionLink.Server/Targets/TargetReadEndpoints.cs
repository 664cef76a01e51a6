using System.Text.Json;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.Targets;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Targets;

/// <summary>One target, and everything that happened to it.</summary>
public static class TargetReadEndpoints
{
    private const int MostChanges = 1_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/targets/{id}", GetAsync).Produces<TargetBody>().Requires(Right.ReadPublic);
        routes.MapGet("/histories/targets", HistoriesAsync).Produces<IReadOnlyList<HistoryOfOne>>().Requires(Right.ReadPublic);
        routes.MapGet("/targets/{id}/history", HistoryAsync).Produces<IReadOnlyList<TargetChangeBody>>().Requires(Right.ReadPublic);
    }

    /// <summary>A target with all its versions and what provinces raised for themselves.</summary>
    /// <param name="id">Such as <c>dx-budget-1pct-proposal</c>.</param>
    public static async Task<IResult> GetAsync(string id, TargetReader targets, CancellationToken ct) =>
        await targets.FindAsync(id, ct) is { } known
            ? Results.Ok(TargetBody.Of(id, known.Target)).WithVersion(known.Version)
            : Problem.NotFound(id);

    /// <summary>Every change of a target, oldest first, with who and when.</summary>
    /// <param name="id">Such as <c>dx-budget-1pct-proposal</c>.</param>
    public static async Task<IResult> HistoryAsync(string id, LogReader log, CancellationToken ct)
    {
        var events = await log.ReadStreamAsync(TargetGrain.Type.StreamOf(id), 0, MostChanges, TableViewer.Anybody, ct);
        return events.Count == 0
            ? Problem.NotFound(id)
            : Results.Ok(events.Select(e => new TargetChangeBody(e.Version, e.At, e.By.ToString(), e.Type, JsonElement.Parse(e.Data))));
    }

    /// <summary>The newest changes of many targets at once, within each oldest first. Unknown ones are left out.</summary>
    /// <param name="ids">Ids of targets, separated by commas; at most 500.</param>
    /// <param name="last">So many changes of each, 1-200; 50 when left out.</param>
    /// <param name="before">Only changes before this version; the newest when left out.</param>
    public static async Task<IResult> HistoriesAsync(string ids, int? last, long? before, LogReader log, CancellationToken ct) =>
        HistoriesRequest.TryRead(ids, last, before, out var asked, out var fault)
            ? Results.Ok(await asked.OfAsync(asked.Keys, TargetGrain.Type.StreamOf, log, TableViewer.Anybody, ct))
            : fault;
}

/// <summary>One change of a target.</summary>
/// <param name="By">Who made it, as kind and identifier.</param>
/// <param name="Type">What happened: <c>target-set</c>, <c>target-changed</c>, <c>target-ended</c>, <c>target-raised</c>, <c>target-raise-cancelled</c>.</param>
/// <param name="Fact">The fact as stored.</param>
public sealed record TargetChangeBody(long Version, DateTimeOffset At, string By, string Type, JsonElement Fact);
