using Dapper;
using Npgsql;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Queries;

namespace RegionLink.Server.Changes;

/// <summary>What changed since a place of the log, as far as somebody may know of it. Names what changed, never its content.</summary>
public sealed class ChangeFeed(LogReader log, NpgsqlDataSource dataSource, IEnumerable<GrainRegistration> grains)
{
    private const string SelectPrivate = "select unit, kind from sharing where level = 'private'";

    private readonly Dictionary<string, StreamSharing?> _sharing = grains.ToDictionary(g => g.Name, g => g.Sharing);

    /// <summary>Everything that can change, by the names changes carry.</summary>
    public IReadOnlyCollection<string> Kinds => _sharing.Keys;

    /// <returns>The changes, and the place up to which was read: beyond the last change when later ones are not for these eyes.</returns>
    public async Task<(IReadOnlyList<Change> Changes, LogPosition ReadTo, bool More)> SinceAsync(
        LogPosition since, int most, TableViewer viewer, CancellationToken ct)
    {
        var events = await log.ReadSinceAsync(since, most, ct);
        if (events.Count == 0)
        {
            return ([], since, false);
        }

        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var hidden = (await connection.QueryAsync<(string Unit, string Kind)>(new CommandDefinition(SelectPrivate, cancellationToken: ct))).ToHashSet();
        var changes = events.Select(Change.Of).Where(c => MayKnow(c, viewer, hidden)).ToList();
        return (changes, events[^1].Place, events.Count == most);
    }

    private bool MayKnow(Change change, TableViewer viewer, HashSet<(string Unit, string Kind)> hidden)
    {
        if (viewer.Everything || !_sharing.TryGetValue(change.Kind, out var sharing) || sharing is null)
        {
            return true;
        }

        var unit = sharing.UnitOf(change.Key);
        return viewer.Units.Contains(unit) || !hidden.Contains((unit, sharing.Kind));
    }
}

/// <summary>Notice that something changed.</summary>
/// <param name="Id">Place in the log; ask for what comes after it.</param>
/// <param name="Kind">Kind of thing: <c>project</c>, <c>budget-line</c>, <c>report</c>…</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Version it has now or had then.</param>
/// <param name="Type">What happened, by its stored name.</param>
public sealed record Change(string Id, string Kind, string Key, long Version, string Type, DateTimeOffset At)
{
    internal static Change Of(LoggedEvent e)
    {
        var slash = e.Stream.IndexOf('/', StringComparison.Ordinal);
        return new(e.Place.ToString(), e.Stream[..slash], e.Stream[(slash + 1)..], e.Version, e.Type, e.At);
    }
}
