using System.Globalization;
using RegionLink.Runtime.Embedded;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.CommandLine;
using RegionLink.Server.Samples;

namespace RegionLink.Server.Gateway;

/// <summary>
/// The gateway beside <c>up</c>, and the sample systems it joins. It is made ready while the server fills its database, and starts beside the
/// server's own first page. Whatever keeps it from running is said in one line, and the server goes on.
/// </summary>
internal sealed class GatewayOfUp : IAsyncDisposable
{
    private readonly Terminal _terminal;
    private readonly CancellationTokenSource _stop;
    private readonly Task<(string? Folder, Notice? Problem)> _built;
    private Task<(SampleSystems? Started, string Reason)?> _samples = Task.FromResult<(SampleSystems?, string)?>(null);
    private Task<(GatewayProcess? Process, Notice? Problem)> _process = Task.FromResult<(GatewayProcess?, Notice?)>((null, null));

    private GatewayOfUp(Terminal terminal, CancellationToken ct)
    {
        _terminal = terminal;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _built = Task.Run(() => BuildAsync(_stop.Token), _stop.Token);
    }

    /// <summary>Begins to install and build what is not yet.</summary>
    public static GatewayOfUp Prepare(Terminal terminal, CancellationToken ct) => new(terminal, ct);

    /// <summary>Begins to start it and the sample systems, once it is ready. Not earlier: six processes more would only keep the first page waiting.</summary>
    /// <param name="api">Where this server listens.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="dataFolder">Its state and log go into a folder below.</param>
    /// <param name="sample">Whether sample systems of provinces run too.</param>
    /// <param name="server">The private PostgreSQL, which holds one of them.</param>
    public void Start(string api, int port, string dataFolder, bool sample, EmbeddedPostgres? server)
    {
        var folder = Path.GetFullPath(dataFolder);
        _samples = sample ? Task.Run(() => SamplesAsync(folder, server, _stop.Token), _stop.Token) : _samples;
        _process = Task.Run(() => StartAsync(api, port, folder, _stop.Token), _stop.Token);
    }

    /// <summary>Waits for the gateway, and says what keeps it or the sample systems from running.</summary>
    /// <returns>Where GraphQL is answered; null when it is not.</returns>
    public async Task<Uri?> AddressAsync()
    {
        if (await _samples is { Started: null } none)
        {
            _terminal.Complain($"Các hệ thống mẫu của tỉnh không chạy: {none.Reason}", $"The sample systems of provinces do not run: {none.Reason}");
        }

        var (process, problem) = await _process;
        if (problem is not null)
        {
            _terminal.Complain(problem.Vi, problem.En);
        }

        return process?.Address;
    }

    /// <summary>Folders with files of connected systems, besides that of the provinces.</summary>
    public async Task<IReadOnlyList<string>> SystemFoldersAsync() => (await _samples)?.Started is { } samples ? [samples.Systems] : [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_built, _samples, _process).ContinueWith(_ => { }, TaskScheduler.Default);
        if (_process is { IsCompletedSuccessfully: true, Result.Process: { } process })
        {
            await process.DisposeAsync();
        }

        if (_samples is { IsCompletedSuccessfully: true, Result.Started: { } samples })
        {
            await samples.DisposeAsync();
        }

        _stop.Dispose();
    }

    private async Task<(string? Folder, Notice? Problem)> BuildAsync(CancellationToken ct)
    {
        if (GatewayFolder.Find() is not { } folder)
        {
            return (null, GatewayFolder.Missing);
        }

        var problem = await new GatewayBuild(folder, notice => _terminal.Say(notice.Vi, notice.En)).PrepareAsync(ct);
        return problem is null ? (folder, null) : (null, problem);
    }

    /// <summary>Null when there is no gateway to join them; they use its packages.</summary>
    private async Task<(SampleSystems? Started, string Reason)?> SamplesAsync(string dataFolder, EmbeddedPostgres? server, CancellationToken ct) =>
        (await _built).Folder is null ? null : await SampleSystems.StartAsync(dataFolder, server, ct);

    private async Task<(GatewayProcess? Process, Notice? Problem)> StartAsync(string api, int port, string dataFolder, CancellationToken ct)
    {
        var (folder, problem) = await _built;
        if (folder is null)
        {
            return (null, problem);
        }

        var samples = (await _samples)?.Started;
        var state = Path.Combine(dataFolder, "gateway");
        var log = Path.Combine(state, "gateway.log");
        var (started, reason) = await GatewayProcess.StartAsync(folder, Settings(api, port, state, samples), log, ct);
        return started is not null
            ? (started, null)
            : (null, new Notice(
                $"Cổng GraphQL không khởi động được: {reason} (xem {log})", $"The GraphQL gateway could not start: {reason} (see {log})"));
    }

    private static Dictionary<string, string> Settings(string api, int port, string state, SampleSystems? samples)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["REGIONLINK_API"] = api,
            ["GATEWAY_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["GATEWAY_STATE"] = state,
            ["GATEWAY_SYSTEMS"] = string.Join(Path.PathSeparator, ((string?[])[ProvinceFolder.Find(), samples?.Systems]).Where(folder => folder is not null)),
        };
        if (samples is not null)
        {
            settings["GATEWAY_SECRETS"] = samples.Secrets;
        }

        return settings;
    }
}
