using System.Globalization;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Server.CommandLine;

namespace RegionLink.Server.Gateway;

/// <summary>The gateway beside <c>up</c>. Whatever keeps it from running is said in one line, and the server goes on.</summary>
internal static class GatewayOfUp
{
    /// <param name="api">Where this server listens.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="dataFolder">Its state and log go into a folder below.</param>
    public static async Task<GatewayProcess?> StartAsync(Terminal terminal, string api, int port, string dataFolder, CancellationToken ct)
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

        var state = Path.Combine(Path.GetFullPath(dataFolder), "gateway");
        var log = Path.Combine(state, "gateway.log");
        var (started, reason) = await GatewayProcess.StartAsync(folder, Settings(api, port, state), log, ct);
        if (started is null)
        {
            terminal.Complain(
                $"Cổng GraphQL không khởi động được: {reason} (xem {log})", $"The GraphQL gateway could not start: {reason} (see {log})");
        }

        return started;
    }

    private static Dictionary<string, string> Settings(string api, int port, string state) => new(StringComparer.Ordinal)
    {
        ["REGIONLINK_API"] = api,
        ["GATEWAY_PORT"] = port.ToString(CultureInfo.InvariantCulture),
        ["GATEWAY_STATE"] = state,
        ["GATEWAY_SYSTEMS"] = ProvinceFolder.Find() ?? "",
    };
}
