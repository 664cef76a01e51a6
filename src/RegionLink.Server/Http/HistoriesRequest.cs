using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Http;

/// <summary>What to read of the histories of many things. Which of them the caller may read is the feature's part.</summary>
public sealed record HistoriesRequest(IReadOnlyList<string> Keys, int Last, long Before)
{
    private const int MostChanges = 200;
    private const int UsualChanges = 50;

    /// <summary>Reads the parameters <c>ids</c>, <c>last</c> and <c>before</c>.</summary>
    public static bool TryRead(string ids, int? last, long? before, [NotNullWhen(true)] out HistoriesRequest? asked, [NotNullWhen(false)] out IResult? fault)
    {
        var keys = ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        fault = (keys.Count, last ?? UsualChanges) switch
        {
            (0 or > TableRequest.MostIds, _) => Unusable(nameof(ids), $"{keys.Count}", $"1-{TableRequest.MostIds} keys"),
            (_, < 1 or > MostChanges) => Unusable(nameof(last), $"{last}", $"1-{MostChanges}"),
            _ when ids.Contains('\0', StringComparison.Ordinal) => Unusable(nameof(ids), "\\0", "keys"),
            _ => null,
        };
        asked = fault is null ? new(keys, last ?? UsualChanges, before ?? long.MaxValue) : null;
        return fault is null;
    }

    /// <summary>Those of the keys, which begin with their unit's, whose unit lets the caller read this kind of data.</summary>
    public async Task<IReadOnlyList<string>> ReadableAsync(Func<string, bool> isKey, Sharing kind, SharedUnits units, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.Vary = "Cookie, Authorization";
        var keys = Keys.Where(isKey).ToList();
        var hidden = await units.HiddenAsync(keys.Select(UnitOf), kind, http.Caller().AsViewer(), ct);
        return [.. keys.Where(key => !hidden.Contains(UnitOf(key)))];

        static string UnitOf(string key) => key.Split('/')[0];
    }

    /// <summary>Reads the changes of those among the keys that there are, in the order asked.</summary>
    public async Task<IReadOnlyList<HistoryOfOne>> OfAsync(
        IEnumerable<string> readable, Func<string, string> streamOf, LogReader log, TableViewer viewer, CancellationToken ct)
    {
        var keys = readable.ToList();
        var events = await log.ReadStreamsAsync([.. keys.Select(streamOf)], Before, Last, viewer, ct);
        return [.. from key in keys let changes = events[streamOf(key)] where changes.Any() select new HistoryOfOne(key, [.. changes.Select(RecordedChange.Of)])];
    }

    private static IResult Unusable(string parameter, string found, string expected) =>
        Problem.Of(StatusCodes.Status400BadRequest, RequestRefusals.ParameterUnreadable.About(parameter, parameter, found, expected));
}

/// <summary>What happened to one thing.</summary>
/// <param name="Changes">Oldest first; the version of the newest counts all there ever were.</param>
public sealed record HistoryOfOne(string Key, IReadOnlyList<RecordedChange> Changes);

/// <summary>One recorded fact.</summary>
/// <param name="By">Who recorded it, as kind and identifier; never a person's name.</param>
/// <param name="Type">What happened, by its stored name.</param>
/// <param name="Fact">The fact as stored.</param>
public sealed record RecordedChange(long Version, DateTimeOffset At, string By, string Type, JsonElement Fact)
{
    public static RecordedChange Of(LoggedEvent e) => new(e.Version, e.At, e.By.ToString(), e.Type, JsonElement.Parse(e.Data));
}
