using System.Globalization;
using System.Text.RegularExpressions;
using RegionLink.Domain.Common;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Gateway;

/// <summary>
/// The systems provinces have connected, and how they do. Their files are read where the gateway reads them: the provinces folder and those of
/// <c>Gateway:Systems</c>. Their state is what the gateway at <c>Gateway:Address</c> tells of its circuit breakers; without a gateway, or when it
/// does not answer at once, it is unknown. Nothing waits long for it, and nothing depends on it.
/// </summary>
public sealed partial class ConnectedSystems : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly HttpClient _http = new() { Timeout = Patience, MaxResponseContentBufferSize = 1024 * 1024 };
    private volatile Known? _known;
    private volatile Place _place;

    public ConnectedSystems(TimeProvider clock, IConfiguration settings)
    {
        _clock = clock;
        PublicAddress = Uri.TryCreate(settings["Gateway:PublicAddress"], UriKind.Absolute, out var forReaders) ? forReaders : null;
        var folders = settings["Gateway:Systems"]?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        _place = new(
            Uri.TryCreate(settings["Gateway:Address"], UriKind.Absolute, out var gateway) ? gateway : null,
            [.. folders.Prepend(ProvinceFolder.Find()).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Where readers send GraphQL: <c>Gateway:PublicAddress</c>, or the gateway that <c>up</c> started; null when nobody said.</summary>
    public Uri? PublicAddress { get; private set; }

    /// <summary>A gateway that was started after this server, and further folders of systems' files.</summary>
    public void Found(Uri gateway, params IEnumerable<string> folders)
    {
        PublicAddress ??= gateway;
        _place = new(gateway, [.. _place.Folders.Union(folders, StringComparer.Ordinal)]);
        _known = null;
    }

    /// <summary>Systems that answer for a unit and that the caller may read, with their state now.</summary>
    public async Task<IReadOnlyList<(ConnectedSystem System, SystemState State)>> OfAsync(UnitKey unit, Caller caller, CancellationToken ct)
    {
        var known = _known;
        if (known is null || _clock.GetUtcNow() - known.At > Fresh)
        {
            var place = _place;
            var systems = place.Folders.SelectMany(ConnectedSystem.In).DistinctBy(s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
            _known = known = new(_clock.GetUtcNow(), systems, systems.Count == 0 ? null : await StatesAsync(place.Gateway, ct));
        }

        return [.. known.Systems.Where(s => s.Units.Contains(unit) && MayRead(s, caller)).Select(s => (s, known.StateOf(s.Id)))];
    }

    public void Dispose() => _http.Dispose();

    private static bool MayRead(ConnectedSystem system, Caller caller) => system.ReadableBy switch
    {
        "everyone" => true,
        "signedIn" => !caller.IsAnonymous,
        _ => caller.IsRegion || system.Units.Any(caller.Units.Contains),
    };

    /// <summary>Null when there is nobody to ask.</summary>
    private async Task<IReadOnlyDictionary<string, SystemState>?> StatesAsync(Uri? gateway, CancellationToken ct)
    {
        if (gateway is null)
        {
            return null;
        }

        try
        {
            var text = await _http.GetStringAsync(new Uri(gateway, "/metrics"), ct);
            return Breaker().Matches(text).ToDictionary(
                m => m.Groups["system"].Value,
                m => int.Parse(m.Groups["state"].ValueSpan, CultureInfo.InvariantCulture) switch { 0 => SystemState.Well, 1 => SystemState.Recovering, _ => SystemState.Failing });
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }

    [GeneratedRegex("^regionlink_gateway_breaker_state\\{system=\"(?<system>[A-Za-z0-9_-]{1,100})\"\\} (?<state>[0-2])\\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaker();

    private sealed record Place(Uri? Gateway, IReadOnlyList<string> Folders);

    private sealed record Known(DateTimeOffset At, IReadOnlyList<ConnectedSystem> Systems, IReadOnlyDictionary<string, SystemState>? States)
    {
        public SystemState StateOf(string system) =>
            States is null ? SystemState.Unknown : States.TryGetValue(system, out var state) ? state : SystemState.NotJoined;
    }
}
