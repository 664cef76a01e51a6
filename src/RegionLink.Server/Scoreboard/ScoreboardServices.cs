using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using RegionLink.Runtime.Scoreboard;

namespace RegionLink.Server.Scoreboard;

/// <summary>Composition: the scoreboard.</summary>
public static class ScoreboardServices
{
    public static IServiceCollection AddScoreboard(this IServiceCollection services) => services
        .AddSingleton<BoardReader>()
        .AddSingleton<ChangeTail>()
        .AddSingleton<Func<Board, RenderedBoard>>(s =>
        {
            var json = s.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            return board => RenderedBoard.Of(board, json);
        })
        .AddSingleton<BoardCache<RenderedBoard>>();

    public static void MapScoreboard(this IEndpointRouteBuilder routes) => ScoreboardEndpoints.Map(routes);
}
