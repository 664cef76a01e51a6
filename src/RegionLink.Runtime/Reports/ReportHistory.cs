using System.Collections.Immutable;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;

namespace RegionLink.Runtime.Reports;

/// <summary>What a unit said of a metric before: to compare scales with, and as a hint for whoever fills in.</summary>
public sealed class ReportHistory(NpgsqlDataSource dataSource)
{
    // Reports count once the ministry accepted them; made-up ones are compared with made-up ones only.
    private const string SelectLatest = """
        select distinct on (metric) metric, value, source, end_on
          from (select f.metric, f.value, p.end_on, 'report ' || f.report as source
                  from report_figure f
                  join report r on r.key = f.report
                  join period p on p.key = f.period
                 where f.unit = $1
                   and f.metric = any($2)
                   and f.value is not null
                   and f.illustrative = $4
                   and r.state in ('accepted', 'published')
                   and p.end_on < $3
                union all
                select o.metric, o.value, o.period_end, o.period || ': ' || o.source
                  from observation_row o
                 where o.unit = $1
                   and o.metric = any($2)
                   and o.period_end < $3
                   and o.holds
                   and o.standing in ('accepted', 'estimate')
                   and o.base is null
                   and o.stage is null
                   and o.method is null
                   and not o.illustrative) earlier
         order by metric, end_on desc, source
        """;

    /// <param name="before">Values about days before this one.</param>
    public async Task<ImmutableDictionary<string, EarlierValue>> LatestAsync(
        UnitKey unit, IReadOnlyCollection<string> metrics, DateOnly before, bool illustrative, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(SelectLatest);
        command.Parameters.Add(new() { Value = unit.ToString() });
        command.Parameters.Add(new() { Value = metrics.ToArray() });
        command.Parameters.Add(new() { Value = before });
        command.Parameters.Add(new() { Value = illustrative });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var latest = ImmutableDictionary.CreateBuilder<string, EarlierValue>();
        while (await reader.ReadAsync(ct))
        {
            latest.Add(reader.GetString(0), new EarlierValue(reader.GetDecimal(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3)));
        }

        return latest.ToImmutable();
    }
}
