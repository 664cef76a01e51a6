using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using RegionLink.Server.Identity;

namespace RegionLink.Benchmarks;

/// <summary>
/// The scoreboard of a country under a steady 500 requests a second, sent when they are due whether or not earlier ones were answered, while
/// a budget line changes every second; at a tenth of national scale and then at all of it.
/// </summary>
internal static class ScoreboardBenchmark
{
    private const int PerSecond = 500;

    public static async Task RunAsync(BenchServer server, Report report, int seconds)
    {
        await National.LoadAsync(server, CancellationToken.None);
        await NationalData.PrepareAsync(server);
        var p99 = new List<double>();
        foreach (var (share, name) in new[] { (0.1, "a tenth"), (1.0, "national scale") })
        {
            var sizes = await NationalData.FillAsync(server, share);
            await HoldAsync(server, 15);   // not counted: the compiler, the caches
            var start = server.Spent();
            var times = await HoldAsync(server, seconds);
            var spent = server.Spent() - start;
            times.Sort();
            p99.Add(times[times.Count * 99 / 100]);
            report.Add("scoreboard, 500 requests/s", $"{name}: p50, ms", $"{times[times.Count / 2]:0.00}", sizes, times[times.Count / 2], "");
            report.Add("scoreboard, 500 requests/s", $"{name}: p99, ms", $"{p99[^1]:0.00}", sizes, p99[^1], "< 10");
            report.Note($"processor time per request: {spent.Per(times.Count)}");
        }

        report.Add("scoreboard, 500 requests/s", "p99 at national scale ÷ at a tenth", "", "", p99[1] / p99[0], "flat");
    }

    /// <summary>Milliseconds from when each request was due to when its answer was read.</summary>
    private static async Task<List<double>> HoldAsync(BenchServer server, int seconds)
    {
        using var reader = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = server.Address };
        using var writer = await server.ClientAsync(BenchServer.Unit, Right.WriteBudgets);
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync(writer, stop.Token);
        var answers = new List<Task<double>>(seconds * PerSecond);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < seconds * PerSecond; i++)
        {
            var due = TimeSpan.FromSeconds(i / (double)PerSecond);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            answers.Add(Task.Run(() => AskAsync(reader, started, due)));
        }

        var times = await Task.WhenAll(answers);
        await stop.CancelAsync();
        await writing;
        return [.. times];
    }

    private static async Task<double> AskAsync(HttpClient reader, long started, TimeSpan due)
    {
        using var answer = await reader.GetAsync($"/api/v1/scoreboard?region={National.Region}&year={NationalData.LastYear}");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds;
    }

    private static async Task WriteAsync(HttpClient writer, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var answer = await writer.PostAsJsonAsync("/api/v1/budget-lines", new
            {
                unit = BenchServer.Unit.ToString(),
                year = NationalData.LastYear,
                number = string.Create(CultureInfo.InvariantCulture, $"W{DateTime.UtcNow.Ticks}"),
                label = "Đo hiệu năng",
                classification = new { funding = "state", category = "A02", dx = true, ground = "Đo hiệu năng" },
                amounts = new[] { new { stage = "decided", amount = 1_000_000 } },
            }, CancellationToken.None);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(CancellationToken.None));
            }

            await Task.Delay(1_000, CancellationToken.None);
        }
    }
}
