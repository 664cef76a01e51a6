using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using RegionLink.Server.Identity;

namespace RegionLink.Benchmarks;

/// <summary>
/// A million observations as one CSV file through HTTP, validated and committed, against psql's bare <c>\copy</c> of the same file into a table
/// with these columns and nothing else: no index, no check.
/// </summary>
internal static class ImportBenchmark
{
    private const int Rows = 1_000_000;

    private static readonly string[] Metrics =
    [
        "online_public_service_usage", "online_services_with_files", "admin_files_processed_online", "admin_files_fully_online", "households_with_fibre",
        "households_with_broadband", "adults_with_smartphone", "people_15plus_with_payment_account", "working_age_trained_in_basic_digital_skills",
        "people_with_electronic_health_record",
    ];

    public static async Task RunAsync(BenchServer server, Report report)
    {
        await National.LoadAsync(server, CancellationToken.None);
        using var client = await server.ClientAsync(null, Right.WriteObservations);
        client.Timeout = TimeSpan.FromMinutes(10);
        await server.ExecuteAsync("create table bare (metric text, unit text, period text, value numeric, unit_of_measure text, source text)");

        var ratios = new List<double>();
        for (var round = 0; round <= 3; round++)
        {
            var file = Path.GetTempFileName();
            await WriteAsync(file, round);
            var peer = await PeerAsync(server, file);
            var start = server.Spent();
            var ours = await OursAsync(client, file, round);
            var spent = server.Spent() - start;
            File.Delete(file);
            if (round == 0)
            {
                continue;   // not counted: the just-in-time compiler is at work
            }

            ratios.Add(ours / peer);
            report.Add("import of 1 M observations", $"round {round}", $"{ours:N0} rows/s", $"\\copy {peer:N0} rows/s", ours / peer, ">= 0.5");
            report.Note($"processor time of an import: server {spent.Server:0.0} s, PostgreSQL {spent.Postgres:0.0} s");
        }

        report.Add("import of 1 M observations", "median", "", "", ratios.Order().ElementAt(1), ">= 0.5");
    }

    private static async Task<double> OursAsync(HttpClient client, string file, int round)
    {
        await using var stream = File.OpenRead(file);
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync($"/api/v1/observations/bulk?title=round-{round}", content);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && text.Contains($"\"added\":{Rows}", StringComparison.Ordinal)
            ? Rows / seconds
            : throw new InvalidOperationException($"{answer.StatusCode}: {text[..Math.Min(text.Length, 800)]}");
    }

    private static async Task<double> PeerAsync(BenchServer server, string file)
    {
        await server.ExecuteAsync("truncate bare");
        var started = Stopwatch.GetTimestamp();
        await Tool.RunAsync("psql", "postgresql-client", $"\\copy bare from '{file}' csv header\n", Tool.Libpq(server.ConnectionString), "-q", "-v", "ON_ERROR_STOP=1");
        return Rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Every commune, ten metrics, the months of three years; another three years each round, so that all of it is new.</summary>
    private static async Task WriteAsync(string file, int round)
    {
        var random = new Random(20_260_702 + round);
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync("metric,unit,period,value,unitOfMeasure,source");
        for (var row = 0; row < Rows; row++)
        {
            var (series, month) = (row % (National.Communes * Metrics.Length), row / (National.Communes * Metrics.Length));
            await writer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{Metrics[series % Metrics.Length]},{National.CommuneKey(series / Metrics.Length)},{2000 + (round * 3) + (month / 12)}-{(month % 12) + 1:00},{random.Next(2_000, 10_000) / 100m},percent,Đo hiệu năng"));
        }
    }
}
