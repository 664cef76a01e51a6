using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Metrics;

/// <summary>
/// Has the database add up months, for a question that does not ask for the observations behind its values: a sum is one row instead of twelve. Only what
/// the rules would add up in just that way is answered; anything else is for the observations themselves to tell.
/// </summary>
public sealed class MonthSumReader(NpgsqlDataSource dataSource)
{
    private const string SelectSeries = """
        select id, metric, method
          from observation_series
         where metric = any($1)
           and claim = 0
           and stage in ('', $2)
           and method in ('', $3)
        """;

    // A value is within the stretch that began last before it, or within none. A total longer than a decimal holds is left to exact fractions.
    private static readonly string SelectSums = $"""
        select sums.series, place.unit, sums.stretch, sums.total, sums.provisional, sums.illustrative
          from (select o.series,
                       o.unit,
                       width_bucket(o.period_start, $3) as stretch,
                       sum(o.value) as total,
                       count(*) as months,
                       bool_and(o.period_end - o.period_start < 31 and o.period_start = any($6) and o.period_end + 1 = any($6)) as calendar,
                       bool_or(head.standing = 'estimate') as provisional,
                       bool_or(b.illustrative) as illustrative
                  from observation o
                  join observation_head head on head.id = o.head
                  join observation_batch b on b.number = (o.id >> 24)::integer
                 where o.series = any($1)
                   and o.unit = any(array(select asked.id from observation_unit asked where asked.unit = any($2)))
                   and o.superseded_by is null
                   and o.period_start >= ($3::date[])[1]
                   and o.period_end <= ($4::date[])[width_bucket(o.period_start, $3)]
                   and ($7 or not b.illustrative)
                   and (b.published
                        or o.province <> all(array(
                             select hiding.id
                               from observation_unit hiding
                              where hiding.unit = hiding.province
                                and not {SharingRule.OfOpen("hiding.unit", "observations", "$8", "$9")})))
                 group by 1, 2, 3) sums
          join observation_unit place on place.id = sums.unit
         where sums.calendar
           and sums.months = ($5::integer[])[sums.stretch]
           and length(sums.total::text) <= 28
        """;

    /// <summary>Sums for every period asked, of those metrics and units that have one for each; none for a question that months do not answer.</summary>
    /// <param name="metrics">Metrics that are sums, with the method meant for each.</param>
    public async Task<IReadOnlyDictionary<(string Metric, UnitKey Unit), IReadOnlyList<MonthSum>>> ReadAsync(
        AggregateQuestion question, IReadOnlyDictionary<string, string> metrics, IEnumerable<UnitKey> units, TableViewer viewer, CancellationToken ct)
    {
        var stretches = question.Periods.Order().ToList();
        if (metrics.Count == 0 || !stretches.TrueForAll(InMonths) || stretches.Zip(stretches.Skip(1)).Any(p => p.Second.Start <= p.First.End))
        {
            return new Dictionary<(string, UnitKey), IReadOnlyList<MonthSum>>();
        }

        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var series = await SeriesAsync(connection, question, metrics, ct);
        var sums = new Dictionary<(string, UnitKey), List<MonthSum>>();
        await using var command = Command(
            connection,
            SelectSums,
            series.Keys.ToArray(),
            units.Select(u => u.ToString()).ToArray(),
            stretches.Select(p => p.Start).ToArray(),
            stretches.Select(p => p.End).ToArray(),
            stretches.Select(Months).ToArray(),
            stretches.SelectMany(Starts).Distinct().ToArray(),
            question.WithIllustrative,
            viewer.Units.ToArray(),
            viewer.Levels);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var place = (series[reader.GetInt32(0)], UnitKey.Parse(reader.GetString(1)));
            var stretch = stretches[reader.GetInt32(2) - 1];
            if (!sums.TryGetValue(place, out var known))
            {
                sums.Add(place, known = []);
            }

            known.Add(new MonthSum(stretch, reader.GetDecimal(3), Months(stretch), reader.GetBoolean(4), reader.GetBoolean(5)));
        }

        return sums.Where(s => s.Value.Count == stretches.Count).ToDictionary(s => s.Key, IReadOnlyList<MonthSum> (s) => s.Value);
    }

    /// <summary>The metric of each series; of a metric with several that are meant none, because their values may not be added.</summary>
    private static async Task<Dictionary<int, string>> SeriesAsync(
        NpgsqlConnection connection, AggregateQuestion question, IReadOnlyDictionary<string, string> metrics, CancellationToken ct)
    {
        await using var command = Command(
            connection, SelectSeries, metrics.Keys.ToArray(), ProjectionStatement.WordOf(question.Stage), question.Method ?? "");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(int Id, string Metric)>();
        while (await reader.ReadAsync(ct))
        {
            var metric = reader.GetString(1);
            if (metrics[metric] == reader.GetString(2))
            {
                found.Add((reader.GetInt32(0), metric));
            }
        }

        return found.GroupBy(s => s.Metric).Where(same => same.Count() == 1).Select(same => same.Single()).ToDictionary(s => s.Id, s => s.Metric);
    }

    private static bool InMonths(FigurePeriod period) => period.Start.Day == 1 && period.End.Day == DateTime.DaysInMonth(period.End.Year, period.End.Month);

    private static int Months(FigurePeriod period) => ((period.End.Year - period.Start.Year) * 12) + period.End.Month - period.Start.Month + 1;

    // The first days of its months and the day after it; after the last month of the calendar there is none.
    private static IEnumerable<DateOnly> Starts(FigurePeriod period) =>
        Enumerable.Range(0, Months(period)).Select(period.Start.AddMonths).Concat(period.End < DateOnly.MaxValue ? [period.End.AddDays(1)] : []);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
