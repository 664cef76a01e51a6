using RegionLink.Benchmarks;

// dotnet run -c Release --project tests/RegionLink.Benchmarks -- [commands] [grain-load] [import] [scoreboard] [--seconds N]
string[] all = ["commands", "grain-load", "import", "scoreboard"];
var secondsAt = Array.IndexOf(args, "--seconds");
var seconds = secondsAt >= 0 ? int.Parse(args[secondsAt + 1], System.Globalization.CultureInfo.InvariantCulture) : 10;
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
            "grain-load" => GrainLoadBenchmark.RunAsync(server, report),
            _ => throw new InvalidOperationException(name),
        });
    }
}

report.Print();
return 0;
