using Npgsql;
using RegionLink.Runtime.Queries;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Health;

/// <summary>For load balancers and orchestrators.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live).Requires(Right.ReadPublic).ServesOnlyPublicData();
        routes.MapGet("/health/ready", ReadyAsync).Requires(Right.ReadPublic).ServesOnlyPublicData();
    }

    /// <summary>The process answers.</summary>
    /// <remarks>200 as long as the process runs; does not ask the database, so a database outage never makes an orchestrator kill the server.</remarks>
    public static IResult Live() => Results.Text("live");

    /// <summary>The server can serve requests.</summary>
    /// <remarks>
    /// 200 when the database answers, with a second line when its row-level security does not bind what is read for callers; 503 with Retry-After when it
    /// does not.
    /// </remarks>
    public static async Task<IResult> ReadyAsync(NpgsqlDataSource dataSource, SecondWall wall, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand("select 1");
        await command.ExecuteScalarAsync(ct);
        return Results.Text(await wall.StandsAsync(ct) ? "ready" : "ready\nsecond wall missing");
    }
}
