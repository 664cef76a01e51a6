using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using RegionLink.Runtime.EventLog;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Changes;

/// <summary>What changed, as it happens or since a place.</summary>
public static class ChangeEndpoints
{
    private const int PageSize = 500;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/changes", StreamAsync).WithMetadata(NoticesAlone.Mark).Requires(Right.ReadShared);
        routes.MapGet("/changes/since/{place}", SinceAsync).Requires(Right.ReadShared);
    }

    /// <summary>Server-sent events for everything the caller may know of.</summary>
    /// <remarks>
    /// Starts now, or after <c>Last-Event-ID</c>. The event name is the kind of thing, the id is the place to resume from. Every 15 seconds
    /// of silence a <c>heartbeat</c> carries the place read so far. A change may be told twice after a lost connection, never left out.
    /// </remarks>
    /// <param name="kinds">Only these kinds of things, separated by commas: <c>report,period</c>. All when left out.</param>
    public static async Task<IResult> StreamAsync(
        string? kinds, HttpContext http, ChangeFeed feed, ChangePulse pulse, LogReader log, CallerReader callers, CancellationToken ct)
    {
        string[] wanted = kinds?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (wanted.Except(feed.Kinds).Any())
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest, RequestRefusals.ParameterUnreadable.About("kinds", "kinds", kinds, string.Join(", ", feed.Kinds.Order(StringComparer.Ordinal))));
        }

        var lastId = http.Request.Headers["Last-Event-ID"].ToString();
        LogPosition start;
        if (lastId.Length == 0)
        {
            start = await log.EndAsync(ct);
        }
        else if (!LogPosition.TryParse(lastId, out start))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, RequestRefusals.HeaderUnreadable.About("Last-Event-ID", "Last-Event-ID", "1234-56"));
        }

        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.ServerSentEvents(FollowAsync(start, [.. wanted], feed, pulse, http, callers, ct));
    }

    /// <summary>The changes after a place, a page at a time; for clients that poll.</summary>
    /// <param name="place">Place of the last change seen, or <c>0-0</c> for the beginning.</param>
    public static async Task<IResult> SinceAsync(string place, HttpContext http, ChangeFeed feed, CancellationToken ct)
    {
        if (!LogPosition.TryParse(place, out var since))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, RequestRefusals.ParameterUnreadable.About("place", "place", place, "1234-56"));
        }

        var (changes, readTo, more) = await feed.SinceAsync(since, PageSize, http.Caller().AsViewer(), ct);
        return Results.Ok(new ChangePage(changes, readTo.ToString(), more));
    }

    private static async IAsyncEnumerable<SseItem<Change?>> FollowAsync(
        LogPosition place,
        HashSet<string> kinds,
        ChangeFeed feed,
        ChangePulse pulse,
        HttpContext http,
        CallerReader callers,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var viewer = http.Caller().AsViewer();
        long? spoken = null;

        // Ends with the session or key that opened it, not with the connection.
        while (!ct.IsCancellationRequested && await callers.StillHoldsAsync(http))
        {
            var (changes, readTo, more) = await feed.SinceAsync(place, PageSize, viewer, ct);
            foreach (var change in changes.Where(c => kinds.Count == 0 || kinds.Contains(c.Kind)))
            {
                spoken = Environment.TickCount64;
                yield return new(change, change.Kind) { EventId = change.Id };
            }

            place = readTo;
            if (more)
            {
                continue;
            }

            // Also while a lot happens that is not for this caller: a connection that says nothing is taken for dead.
            if (spoken is null || Environment.TickCount64 - spoken >= Heartbeat.TotalMilliseconds)
            {
                spoken = Environment.TickCount64;
                yield return new(null, "heartbeat") { EventId = place.ToString() };
            }

            await pulse.WaitAsync(Heartbeat, ct);
        }
    }
}

/// <summary>A page of changes.</summary>
/// <param name="Next">Place to ask from next time.</param>
/// <param name="More">Whether there is more right now.</param>
public sealed record ChangePage(IReadOnlyList<Change> Items, string Next, bool More);
