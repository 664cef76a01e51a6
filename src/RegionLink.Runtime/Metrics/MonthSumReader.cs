using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Metrics;

/// <summary>
/// Has the database add up months, for a question that does not ask for the observations behind its values: a sum is one row instead of twelve. Only what
/// the rules would add up in just that way is answered; anything else is for the observations themselves to tell.
/// </summary>
public sealed class MonthSumReader(ViewerDatabase database)
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

        var series = await SeriesAsync(question, metrics, viewer, ct);
        var statement = Statement(
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
        await using var read = await database.ReadAsync(viewer, ct, statement);
        var sums = (await read.Reader.TakeAsync(row => (Place: (series[row.GetInt32(0)], UnitKey.Parse(row.GetString(1))), Sum: SumOf(row)), ct)).ToLookup(s => s.Place, s => s.Sum);
        return sums.Where(s => s.Count() == stretches.Count).ToDictionary(s => s.Key, IReadOnlyList<MonthSum> (s) => [.. s]);

        MonthSum SumOf(NpgsqlDataReader row)
        {
            var stretch = stretches[row.GetInt32(2) - 1];
            return new(stretch, row.GetDecimal(3), Months(stretch), row.GetBoolean(4), row.GetBoolean(5));
        }
    }

    /// <summary>The metric of each series; of a metric with several that are meant none, because their values may not be added.</summary>
    private async Task<Dictionary<int, string>> SeriesAsync(
        AggregateQuestion question, IReadOnlyDictionary<string, string> metrics, TableViewer viewer, CancellationToken ct)
    {
        var statement = Statement(SelectSeries, metrics.Keys.ToArray(), ProjectionStatement.WordOf(question.Stage), question.Method ?? "");
        await using var read = await database.ReadAsync(viewer, ct, statement);
        var found = await read.Reader.TakeAsync(row => (Id: row.GetInt32(0), Metric: row.GetString(1), Method: row.GetString(2)), ct);
        return found.Where(s => metrics[s.Metric] == s.Method).GroupBy(s => s.Metric).Where(same => same.Count() == 1)
            .Select(same => same.Single()).ToDictionary(s => s.Id, s => s.Metric);
    }

    private static bool InMonths(FigurePeriod period) => period.Start.Day == 1 && period.End.Day == DateTime.DaysInMonth(period.End.Year, period.End.Month);

    private static int Months(FigurePeriod period) => ((period.End.Year - period.Start.Year) * 12) + period.End.Month - period.Start.Month + 1;

    // The first days of its months and the day after it; after the last month of the calendar there is none.
    private static IEnumerable<DateOnly> Starts(FigurePeriod period) =>
        Enumerable.Range(0, Months(period)).Select(period.Start.AddMonths).Concat(period.End < DateOnly.MaxValue ? [period.End.AddDays(1)] : []);

    private static NpgsqlBatchCommand Statement(string sql, params object[] values)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            statement.Parameters.Add(new() { Value = value });
        }

        return statement;
    }
}
