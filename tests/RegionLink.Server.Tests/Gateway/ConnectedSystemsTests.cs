using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using RegionLink.Domain.Common;
using RegionLink.Server.Gateway;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Tests.Gateway;

/// <summary>What the server knows of systems that provinces connected.</summary>
public sealed class ConnectedSystemsTests : IDisposable
{
    private static readonly UnitKey Unit = UnitKey.Parse("79@2025-07-01");
    private readonly string _folder = Directory.CreateTempSubdirectory("regionlink-systems").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Files_say_which_systems_there_are_and_who_may_know_of_them()
    {
        Write("a-open", "everyone");
        Write("b-closed", "unit");
        File.WriteAllText(Path.Combine(_folder, $"{Unit}", "systems", "broken.json"), "{");
        using var systems = Systems();

        Assert.Equal([("a-open", SystemState.Unknown)], await OfAsync(systems, Caller.Anonymous));
        Assert.Equal(["a-open", "b-closed"], (await OfAsync(systems, Caller.Anonymous with { Unit = Unit, Units = [Unit] })).Select(s => s.Id));
        Assert.Empty(await systems.OfAsync(UnitKey.Parse("75@2026-04-30"), Caller.Anonymous, Ct));
    }

    [Fact]
    public async Task The_gateway_says_how_they_do_and_its_silence_is_no_news()
    {
        foreach (var id in (string[])["a-well", "b-failing", "c-left-out"])
        {
            Write(id, "everyone");
        }

        var gateway = await GatewayAsync("""
            # TYPE regionlink_gateway_breaker_state gauge
            regionlink_gateway_breaker_state{system="a-well"} 0
            regionlink_gateway_breaker_state{system="b-failing"} 2

            """);
        using var systems = Systems();
        systems.Found(new Uri(gateway.Urls.Single() + "/graphql"));

        // The first call of a slow machine may take longer than a page waits; then the state is unknown until it is asked again.
        IReadOnlyList<(string Id, SystemState State)> now;
        do
        {
            systems.Found(new Uri(gateway.Urls.Single() + "/graphql"));
            now = await OfAsync(systems, Caller.Anonymous);
        }
        while (now[0].State is SystemState.Unknown && !Ct.IsCancellationRequested);

        Assert.Equal([("a-well", SystemState.Well), ("b-failing", SystemState.Failing), ("c-left-out", SystemState.NotJoined)], now);

        await gateway.DisposeAsync();
        systems.Found(new Uri("http://127.0.0.1:1/graphql"));
        Assert.All(await OfAsync(systems, Caller.Anonymous), s => Assert.Equal(SystemState.Unknown, s.State));
    }

    private static async Task<WebApplication> GatewayAsync(string metrics)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/metrics", () => Results.Text(metrics));
        await app.StartAsync(Ct);
        return app;
    }

    private static async Task<IReadOnlyList<(string Id, SystemState State)>> OfAsync(ConnectedSystems systems, Caller caller) =>
        [.. (await systems.OfAsync(Unit, caller, Ct)).Select(s => (s.System.Id, s.State))];

    private ConnectedSystems Systems() => new(
        TimeProvider.System,
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Gateway:Systems", _folder)]).Build());

    private void Write(string id, string readableBy)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{Unit}", "systems")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{id}.json"), $$"""
            { "id": "{{id}}", "name": { "vi": "Tên", "en": "Name" }, "owner": { "vi": "Chủ", "en": "Owner" }, "protocol": "rest", "readableBy": "{{readableBy}}" }
            """);
    }
}
