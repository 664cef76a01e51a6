using System.Diagnostics;
using System.Net.Http.Headers;
using RegionLink.Server.Identity;

namespace RegionLink.Benchmarks;

/// <summary>
/// The pages people open most, at national scale: each asked 20 times a second, sent when due whether or not earlier ones were answered, by somebody of the
/// ministry, who sees all provinces. Milliseconds from when a request was due to when its page was read, so they hold the server's time and a little more.
/// </summary>
internal static class PagesBenchmark
{
    private const int PerSecond = 20;
    private const int WarmUpSeconds = 3;   // not counted: the compiler, the caches

    private static readonly (string Name, string Address)[] Pages =
    [
        ("first page", "/"),
        ("province", $"/provinces/{National.ProvinceKey(0)}"),
        ("projects, search", "/projects?name.contains=tr%E1%BB%A5c+li%C3%AAn+th%C3%B4ng+y+t%E1%BA%BF"),
        ("project", $"/projects/{BenchServer.Unit}/TEMPLATE"),
        ("explorer", $"/explorer?metrics=population&period=1990-01-01/1990-01-31&units={National.ProvinceKey(0)}"),
        ("explorer, as known then", $"/explorer?metrics=population&period=1990-01-01/1990-01-31&units={National.ProvinceKey(0)}&asOf=2099-12-31"),
        ("observations of a unit, by API", $"/api/v1/observations?unit={National.ProvinceKey(0)}&metric=population&limit=50"),
        ("the same, as known then", $"/api/v1/observations?unit={National.ProvinceKey(0)}&metric=population&limit=50&asOf=2099-12-31"),
    ];

    /// <param name="share">Of national scale, 0–1.</param>
    public static async Task RunAsync(BenchServer server, Report report, int seconds, double share)
    {
        await National.LoadAsync(server, CancellationToken.None);
        await NationalData.PrepareAsync(server);
        var sizes = await NationalData.FillAsync(server, share);
        using var reader = await server.ClientAsync(null, Right.ReadPublic, Right.ReadShared, Right.ReadUnshared);
        reader.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        foreach (var (name, address) in Pages)
        {
            await HoldAsync(reader, address, WarmUpSeconds);
            var start = server.Spent();
            var (times, bytes) = await HoldAsync(reader, address, seconds);
            times.Sort();
            var (p50, p95) = (times[times.Count / 2], times[times.Count * 95 / 100]);
            report.Add($"pages, {PerSecond} requests/s", $"{name}: p50, ms", $"{p50:0.0}", sizes, p50, "");
            report.Add($"pages, {PerSecond} requests/s", $"{name}: p95, ms", $"{p95:0.0}", sizes, p95, "< 50");
            report.Note($"{name}: {bytes:N0} bytes before compression, processor time per request: {(server.Spent() - start).Per(times.Count)}");
        }
    }

    private static async Task<(List<double> Times, int Bytes)> HoldAsync(HttpClient reader, string address, int seconds)
    {
        var bytes = 0;
        var answers = new List<Task<double>>(seconds * PerSecond);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < seconds * PerSecond; i++)
        {
            var due = TimeSpan.FromSeconds(i / (double)PerSecond);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            answers.Add(Task.Run(async () =>
            {
                using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
                return (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds;
            }));
        }

        return ([.. await Task.WhenAll(answers)], bytes);
    }
}
