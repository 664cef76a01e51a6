using RegionLink.Benchmarks;

// dotnet run -c Release --project tests/RegionLink.Benchmarks -- [commands] [grain-load] [import] [scoreboard] [aggregate] [pages] [--seconds N] [--share 0.25]
string[] all = ["commands", "grain-load", "import", "scoreboard", "aggregate", "pages"];
var secondsAt = Array.IndexOf(args, "--seconds");
var seconds = secondsAt >= 0 ? int.Parse(args[secondsAt + 1], System.Globalization.CultureInfo.InvariantCulture) : 10;
var shareAt = Array.IndexOf(args, "--share");
var share = shareAt >= 0 ? double.Parse(args[shareAt + 1], System.Globalization.CultureInfo.InvariantCulture) : 1;   // of national scale, for aggregate and pages
var asked = args.Where(all.Contains).DefaultIfEmpty("").First().Length > 0 ? args.Where(all.Contains).ToArray() : all;

var report = new Report();
await using (var server = await BenchServer.StartAsync(CancellationToken.None))
{
    foreach (var name in asked)
    {
        Console.WriteLine($"-- {name}");
        await (name switch
        {
            "commands" => CommandsBenchmark.RunAsync(server, report, seconds),
            "import" => ImportBenchmark.RunAsync(server, report),
            "scoreboard" => ScoreboardBenchmark.RunAsync(server, report, seconds),
            "aggregate" => AggregateBenchmark.RunAsync(server, report, share),
            "pages" => PagesBenchmark.RunAsync(server, report, seconds, share),
            "grain-load" => GrainLoadBenchmark.RunAsync(server, report),
            _ => throw new InvalidOperationException(name),
        });
    }
}

report.Print();
return 0;
