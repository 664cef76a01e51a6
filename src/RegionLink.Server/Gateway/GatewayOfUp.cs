using System.Globalization;
using RegionLink.Runtime.Embedded;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.CommandLine;
using RegionLink.Server.Samples;

namespace RegionLink.Server.Gateway;

/// <summary>The gateway beside <c>up</c>, and the sample systems it joins. Whatever keeps it from running is said in one line, and the server goes on.</summary>
internal sealed class GatewayOfUp : IAsyncDisposable
{
    private readonly GatewayProcess _process;
    private readonly SampleSystems? _samples;

    private GatewayOfUp(GatewayProcess process, SampleSystems? samples)
    {
        _process = process;
        _samples = samples;
    }

    /// <summary>Where GraphQL is answered.</summary>
    public Uri Address => _process.Address;

    /// <param name="api">Where this server listens.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="dataFolder">Its state and log go into a folder below.</param>
    /// <param name="sample">Whether sample systems of provinces run too.</param>
    /// <param name="server">The private PostgreSQL, which holds one of them.</param>
    public static async Task<GatewayOfUp?> StartAsync(
        Terminal terminal, string api, int port, string dataFolder, bool sample, EmbeddedPostgres? server, CancellationToken ct)
    {
        if (GatewayFolder.Find() is not { } folder)
        {
            terminal.Complain("Không tìm thấy thư mục gateway; cổng GraphQL không chạy.", "There is no gateway folder; the GraphQL gateway does not run.");
            return null;
        }

        if (await new GatewayBuild(folder, notice => terminal.Say(notice.Vi, notice.En)).PrepareAsync(ct) is { } problem)
        {
            terminal.Complain(problem.Vi, problem.En);
            return null;
        }

        var samples = sample ? await SamplesAsync(terminal, dataFolder, server, ct) : null;
        var state = Path.Combine(Path.GetFullPath(dataFolder), "gateway");
        var log = Path.Combine(state, "gateway.log");
        var (started, reason) = await GatewayProcess.StartAsync(folder, Settings(api, port, state, samples), log, ct);
        if (started is null)
        {
            await (samples?.DisposeAsync() ?? ValueTask.CompletedTask);
            terminal.Complain(
                $"Cổng GraphQL không khởi động được: {reason} (xem {log})", $"The GraphQL gateway could not start: {reason} (see {log})");
            return null;
        }

        return new GatewayOfUp(started, samples);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await (_samples?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static async Task<SampleSystems?> SamplesAsync(Terminal terminal, string dataFolder, EmbeddedPostgres? server, CancellationToken ct)
    {
        var (samples, reason) = await SampleSystems.StartAsync(dataFolder, server, ct);
        if (samples is null)
        {
            terminal.Complain($"Các hệ thống mẫu của tỉnh không chạy: {reason}", $"The sample systems of provinces do not run: {reason}");
        }

        return samples;
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
