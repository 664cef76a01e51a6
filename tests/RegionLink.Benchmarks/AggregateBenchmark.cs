using System.Diagnostics;
using System.Globalization;
using RegionLink.Domain.Common;

namespace RegionLink.Benchmarks;

/// <summary>
/// What a researcher asks of ten million monthly observations: several sums over time, for every province with the whole, and for every commune of one province. Ours
/// through HTTP, by all rules (units that merged, months that are missing, estimates, sharing), without the observations behind each value; the peer a hand-written SQL
/// statement that adds up and returns the sums alone, by the same indexes. In turn, in one run.
/// </summary>
internal static class AggregateBenchmark
{
    private const int Repetitions = 21;
    private const string HandWritten = """
        select series.metric, place.unit, asked.first, sum(o.value)
          from observation_series series
          join observation o on o.series = series.id
          join observation_unit place on place.id = o.unit
          join unnest($3, $4) as asked (first, last) on o.period_start between asked.first and asked.last
         where series.metric = any($1)
           and series.claim = 0
           and o.superseded_by is null
           and o.unit = any(array(select u.id from observation_unit u where u.unit = any($2)))
         group by 1, 2, 3
         order by 1, 2, 3
        """;

    private static readonly DateOnly First = new(1990, 1, 1);   // of the made-up months

    public static async Task RunAsync(BenchServer server, Report report, double share)
    {
        await National.LoadAsync(server, CancellationToken.None);
        await NationalData.PrepareAsync(server);
        var sizes = await NationalData.FillAsync(server, share);
        var metrics = await TextsAsync(server, "select id from metric where kind = 'sum' and not staged and cardinality(methods) = 0 order by id");
        var periods = PeriodsOf(await WholeMonthsAsync(server));
        if (periods.Length == 0)
        {
            report.Note($"aggregate: {sizes} make no two months; ask for a larger --share");
            return;
        }

        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var (what, within, units) in new[]
        {
            ("provinces", National.Region, await TextsAsync(server, $"select key from unit where region_code = '{National.Region}' and level = 'province'")),
            ("communes of one province", "01", await TextsAsync(server, "select key from unit where parent_code = '01' and level = 'commune'")),
        })
        {
            var path = $"/api/v1/aggregates?metrics={string.Join(',', metrics)}&period={string.Join(',', periods)}&boundary=2026-01-01&within={within}&parts=false";
            var (ours, peer) = (new List<double>(), new List<double>());
            for (var i = 0; i < Repetitions + 3; i++)   // the first three warm up
            {
                var mine = await TimedAsync(() => AskAsync(client, path));
                var theirs = await TimedAsync(() => AddUpAsync(server, metrics, units, periods));
                if (i >= 3)
                {
                    ours.Add(mine);
                    peer.Add(theirs);
                }
            }

            var (a, b) = (Median(ours), Median(peer));
            report.Add(
                "aggregate", string.Create(CultureInfo.InvariantCulture, $"{what}: {metrics.Length} metrics x {units.Length} units x {periods.Length} periods ({periods[0]}…); {sizes}"),
                $"{a.ToString("0.0", CultureInfo.InvariantCulture)} ms", $"SQL {b.ToString("0.0", CultureInfo.InvariantCulture)} ms", a / b, "<= 1.2");
        }
    }

    private static async Task AskAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(body));
        }
    }

    private static async Task AddUpAsync(BenchServer server, string[] metrics, string[] units, FigurePeriod[] periods)
    {
        await using var command = server.DataSource.CreateCommand(HandWritten);
        command.Parameters.Add(new() { Value = metrics });
        command.Parameters.Add(new() { Value = units });
        command.Parameters.Add(new() { Value = Array.ConvertAll(periods, p => p.Start) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(periods, p => p.End) });
        await using var reader = await command.ExecuteReaderAsync();
        var sums = 0;
        while (await reader.ReadAsync())
        {
            reader.GetDecimal(3);
            sums++;
        }

        if (sums != metrics.Length * units.Length * periods.Length)
        {
            throw new InvalidOperationException($"{sums} sums: the peer was asked something else.");
        }
    }

    /// <summary>Every whole year; else all whole months as one stretch.</summary>
    private static FigurePeriod[] PeriodsOf(int months) => months switch
    {
        >= 12 => [.. Enumerable.Range(First.Year, months / 12).Select(FigurePeriod.Year)],
        >= 2 => [new(First, First.AddMonths(months).AddDays(-1))],
        _ => [],
    };

    /// <summary>Months that every unit has a value of every metric for: all but the last.</summary>
    private static async Task<int> WholeMonthsAsync(BenchServer server)
    {
        await using var command = server.DataSource.CreateCommand("""
            select max(o.period_start)
              from observation o
              join observation_head head on head.id = o.head
              join observation_source source on source.id = head.source
             where source.title = 'benchmark'
            """);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var last = reader.IsDBNull(0) ? First : reader.GetFieldValue<DateOnly>(0);
        return ((last.Year - First.Year) * 12) + last.Month - First.Month;
    }

    private static async Task<string[]> TextsAsync(BenchServer server, string sql)
    {
        await using var command = server.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return [.. texts];
    }

    private static async Task<double> TimedAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
