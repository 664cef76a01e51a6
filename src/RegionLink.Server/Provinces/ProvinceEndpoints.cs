using RegionLink.Domain.Common;
using RegionLink.Domain.Provinces;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Provinces;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Provinces;

/// <summary>One province, and what it shares.</summary>
public static class ProvinceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/provinces/{unit}", GetAsync).Produces<ProvinceBody>().Requires(Right.ReadPublic);
        routes.MapPut("/provinces/{unit}/sharing", ShareAsync).Produces<ProvinceBody>().Requires(Right.ManageSharing);
    }

    /// <summary>A province with its fiscal years, their totals, and what it shares.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static async Task<IResult> GetAsync(string unit, ProvinceReader provinces, CancellationToken ct) =>
        UnitKey.TryParse(unit, out var key) && await provinces.FindAsync(key, ct) is { } province
            ? Results.Ok(ProvinceBody.Of(province)).WithVersion(province.Version)
            : Problem.NotFound(unit);

    /// <summary>Says who may read the province's data, per kind; kinds that are left out stay as they are.</summary>
    /// <param name="unit">Key of the unit, such as <c>79@2025-07-01</c>.</param>
    public static async Task<IResult> ShareAsync(string unit, Body<SharingBody> body, HttpContext http, GrainHost host, CancellationToken ct)
    {
        if (!UnitKey.TryParse(unit, out var key))
        {
            return Problem.NotFound(unit);
        }

        if (http.Caller().RefuseFor(key) is { } refused)
        {
            return refused;
        }

        var command = new ProvinceCommand.SetSharing(body.Value.Levels());
        var answer = await host.SendAsync(ProvinceGrain.Type, ProvinceGrain.KeyOf(key), command, http.Envelope(), ct);
        return answer.ToHttp((state, _) => ProvinceBody.Of(key, state));
    }
}

/// <summary>Levels per kind of data: <c>public</c>, <c>region</c> or <c>private</c>; null leaves a kind as it is.</summary>
public sealed record SharingBody(
    SharingLevel? Projects = null, SharingLevel? BudgetLines = null, SharingLevel? Observations = null, SharingLevel? Reports = null)
{
    internal Dictionary<SharedKind, SharingLevel> Levels() => new (SharedKind Kind, SharingLevel? Level)[]
    {
        (SharedKind.Projects, Projects),
        (SharedKind.BudgetLines, BudgetLines),
        (SharedKind.Observations, Observations),
        (SharedKind.Reports, Reports),
    }.Where(l => l.Level is not null).ToDictionary(l => l.Kind, l => l.Level!.Value);
}
