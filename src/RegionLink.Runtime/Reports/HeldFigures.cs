using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.EventLog;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Reports;

/// <summary>
/// Figures the platform holds for a unit and a period, so that nobody types them again: computed values first, then accepted observations.
/// </summary>
/// <param name="computed">Whatever can compute a metric.</param>
public sealed class HeldFigures(NpgsqlDataSource dataSource, IEnumerable<IComputedFigures> computed)
{
    private const string SelectObserved = """
        select o.metric, o.value, o.unit_of_measure, o.origin, o.source, o.illustrative
          from observation_row o
         where o.unit = $1
           and o.metric = any($2)
           and o.period_start = $3
           and o.period_end = $4
           and o.holds
           and o.standing = 'accepted'
           and o.base is null
           and o.stage is null
           and o.method is null
         order by o.metric
        """;

    public async Task<ImmutableArray<HeldFigure>> ForAsync(
        UnitKey unit, FigurePeriod about, IReadOnlyCollection<string> metrics, CancellationToken ct)
    {
        var figures = ImmutableArray.CreateBuilder<HeldFigure>();
        foreach (var source in computed)
        {
            var given = await source.ForAsync(unit, about, metrics, ct);
            figures.AddRange(given.Select(f => new HeldFigure(f.Metric, f.Value, f.UnitOfMeasure, Origin.Computed, f.Source, f.Illustrative)));
        }

        await using var command = dataSource.CreateCommand(SelectObserved);
        command.Parameters.Add(new() { Value = unit.ToString() });
        command.Parameters.Add(new() { Value = metrics.ToArray() });
        command.Parameters.Add(new() { Value = about.Start });
        command.Parameters.Add(new() { Value = about.End });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            figures.Add(new HeldFigure(
                reader.GetString(0), reader.GetDecimal(1), reader.GetString(2),
                JsonSerializer.Deserialize<Origin>($"\"{reader.GetString(3)}\"", StoredJson.Options), reader.GetString(4), reader.GetBoolean(5)));
        }

        return figures.ToImmutable();
    }
}
