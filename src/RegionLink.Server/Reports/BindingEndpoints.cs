using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Reports;

/// <summary>Which metrics of a unit come from one of its systems and are not typed.</summary>
public static class BindingEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapTable("/figure-bindings", BindingTable.Definition).Requires(Right.ReadPublic);
        routes.MapPut("/figure-bindings/{unit}/{metric}", BindAsync).Produces<BindingBody>().Requires(Right.ApproveReports);
        routes.MapPost("/figure-bindings/{unit}/{metric}/release", ReleaseAsync).Produces<BindingBody>().Requires(Right.ApproveReports);
    }

    /// <summary>Binds a metric to a system: from now on its figure arrives with that system's API key or not at all.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="metric">Id of the metric.</param>
    public static async Task<IResult> BindAsync(
        string unit, string metric, Body<BindBody> body, HttpContext http, GrainHost host, ReferenceCache reference, CancellationToken ct)
    {
        var known = (await reference.GetAsync(ct)).Metrics.Find(metric) is not null;
        return await SendAsync(unit, metric, new BindingCommand.Bind(metric, body.Value.System, body.Value.Reason, known), http, host, ct);
    }

    /// <summary>Lets people type the metric again.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    /// <param name="metric">Id of the metric.</param>
    public static Task<IResult> ReleaseAsync(
        string unit, string metric, Body<ReleaseBody> body, HttpContext http, GrainHost host, CancellationToken ct) =>
        SendAsync(unit, metric, new BindingCommand.Release(metric, body.Value.Reason), http, host, ct);

    private static async Task<IResult> SendAsync(
        string unit, string metric, BindingCommand command, HttpContext http, GrainHost host, CancellationToken ct)
    {
        if (!UnitKey.TryParse(unit, out var key))
        {
            return Problem.NotFound(unit);
        }

        if (http.Caller().RefuseFor(key) is { } refused)
        {
            return refused;
        }

        var answer = await host.SendAsync(BindingGrain.Type, BindingGrain.KeyOf(key), command, http.Envelope(), ct);
        return answer.ToHttp((state, version) =>
            new BindingBody(key, metric, state.Metrics.GetValueOrDefault(metric)?.System, state.Metrics.GetValueOrDefault(metric)?.Reason, version));
    }
}

/// <param name="System">Id of the API key the system delivers with.</param>
public sealed record BindBody(string System, string Reason);

public sealed record ReleaseBody(string Reason);

/// <param name="System">Null when the metric is typed.</param>
/// <param name="Version">Version of the unit's bindings.</param>
public sealed record BindingBody(UnitKey Unit, string Metric, string? System, string? Reason, long Version);
