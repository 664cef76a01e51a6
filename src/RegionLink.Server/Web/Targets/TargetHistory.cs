using RegionLink.Domain.Common;
using RegionLink.Domain.Targets;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Identity;
using RegionLink.Runtime.Targets;
using RegionLink.Server.Identity;
using RegionLink.Server.Web.Desk;

namespace RegionLink.Server.Web.Targets;

/// <summary>One thing that happened to a target.</summary>
/// <param name="By">As shown to this reader.</param>
/// <param name="Unit">The province that raised it; null for what concerns all.</param>
/// <param name="Reason">Null when none was asked for.</param>
/// <param name="Source">Null when it has none of its own.</param>
public sealed record TargetChange(DateTimeOffset At, string By, Text What, UnitKey? Unit, Goal? Goal, string? Reason, string? Source)
{
    private const int Most = 500;

    /// <summary>Newest first. Who it was is said with the label of the account to those who may read what is shared, and without to others.</summary>
    internal static async Task<IReadOnlyList<TargetChange>> OfAsync(string id, View view, LogReader log, AccountStore accounts, CancellationToken ct)
    {
        var events = await log.ReadStreamAsync(TargetGrain.Type.StreamOf(id), 0, Most, view.Eyes, ct);
        var people = await People.OfAsync(view.Caller.May(Right.ReadShared) ? events.Select(e => e.By.ToString()) : [], accounts, ct);
        return [.. events.Reverse().Select(e => Of((TargetEvent)TargetGrain.Type.Codec.Read(e.Type, e.Data), e.At, people.Of(e.By.ToString(), view)))];
    }

    private static TargetChange Of(TargetEvent fact, DateTimeOffset at, string by) => fact switch
    {
        TargetEvent.Set e => new(at, by, TargetTexts.WasSet, null, e.Terms.Goal, null, e.Terms.LegalSource),
        TargetEvent.Changed e => new(at, by, TargetTexts.WasChanged(e.Version), null, e.Terms.Goal, e.Reason, e.Terms.LegalSource),
        TargetEvent.Ended e => new(at, by, TargetTexts.WasEnded, null, null, e.Reason, null),
        TargetEvent.Raised e => new(at, by, TargetTexts.WasRaised, e.Unit, e.Goal, null, e.LegalSource),
        TargetEvent.RaiseCancelled e => new(at, by, TargetTexts.WasCancelled, e.Unit, null, e.Reason, null),
        _ => throw new NotSupportedException($"The page of a target does not know {fact.GetType().Name}."),
    };
}
