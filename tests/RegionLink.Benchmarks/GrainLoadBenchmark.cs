using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using RegionLink.Domain.Common;
using RegionLink.Domain.Projects;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Projects;

namespace RegionLink.Benchmarks;

/// <summary>The first command to a project with 10,000 events that is not in memory: load from its snapshot, decide, answer.</summary>
internal static class GrainLoadBenchmark
{
    private const int Events = 10_000;
    private const int Loads = 200;

    public static async Task RunAsync(BenchServer server, Report report)
    {
        var host = server.Services.GetRequiredService<GrainHost>();
        var groupCommit = server.Services.GetRequiredService<GroupCommit>();
        var key = new ProjectKey(BenchServer.Unit, "LOAD");
        await SendAsync(host, key, new ProjectCommand.Propose(key, ProjectBody.Profile("0"), new DateOnly(2026, 7, 1), Illustrative: false));
        for (var i = 1; i < Events; i++)
        {
            await SendAsync(host, key, new ProjectCommand.Revise(ProjectBody.Profile($"{i}"), Reason: null));
        }

        var times = new List<double>();
        for (var i = 0; i < Loads; i++)
        {
            var cold = new GrainHost(server.DataSource, groupCommit, new MemoryCache(new MemoryCacheOptions { SizeLimit = 10 }));
            var started = Stopwatch.GetTimestamp();
            await SendAsync(cold, key, new ProjectCommand.Revise(ProjectBody.Profile($"{Events - 1}"), Reason: null));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        report.Add("grain load, 10 k events", $"median of {Loads}, ms", $"{times[Loads / 2]:0.00}", "", times[Loads / 2], "< 20");
        report.Add("grain load, 10 k events", $"p99 of {Loads}, ms", $"{times[Loads * 99 / 100]:0.00}", "", times[Loads * 99 / 100], "< 20");
    }

    private static async Task SendAsync(GrainHost host, ProjectKey key, ProjectCommand command)
    {
        var context = new CommandContext(new Actor(ActorKind.Platform, "benchmark"), new DateTimeOffset(2026, 7, 2, 1, 0, 0, TimeSpan.Zero));
        var answer = await host.SendAsync(ProjectGrain.Type, key.ToString(), command, new CommandEnvelope(context), CancellationToken.None);
        if (answer is GrainAnswer<Project>.Refused refused)
        {
            throw new InvalidOperationException(string.Join("; ", refused.Refusals.Select(r => r.En)));
        }
    }
}
