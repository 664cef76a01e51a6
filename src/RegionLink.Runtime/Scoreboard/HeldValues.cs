using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Runtime.Grains;

namespace RegionLink.Runtime.Scoreboard;

/// <summary>The observations in use of some units within a year: at most one per metric and unit.</summary>
public sealed class HeldValues
{
    private const string Select = """
        select place.unit, o.id, o.period_start, o.period_end, o.value, o.note, o.revision,
               series.metric, series.base, series.stage, series.method, head.standing, s.title, s.url, b.origin, b.illustrative
          from observation_unit place
          join observation o on o.unit = place.id and o.province = place.id and o.unit = o.province and o.superseded_by is null
          join observation_series series on series.id = o.series
          join observation_head head on head.id = o.head
          join observation_source s on s.id = head.source
          join observation_batch b on b.number = (o.id >> 24)::integer
         where place.unit = any($1)
           and o.period_start between $2 and $3
           and o.period_end <= $3
           and series.claim = 0
           and series.stage in ('', $4)
           and (b.published
                or $5
                or coalesce((select h.level from sharing h where h.unit = place.province and h.kind = 'observations'), 'public') = 'public')
        """;

    private readonly Dictionary<(string Metric, UnitKey Unit), Held> _values = [];

    private HeldValues()
    {
    }

    /// <param name="units">Provinces and whatever is above them.</param>
    public static async Task<HeldValues> ReadAsync(
        NpgsqlDataSource dataSource, BoardQuestion question, IEnumerable<UnitKey> units, MetricCatalogue metrics, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(Select);
        command.Parameters.Add(new() { Value = units.Select(u => u.ToString()).Distinct().ToArray() });
        command.Parameters.Add(new() { Value = question.Period.Start });
        command.Parameters.Add(new() { Value = question.Period.End });
        command.Parameters.Add(new() { Value = ProjectionStatement.WordOf(question.Stage) });
        command.Parameters.Add(new() { Value = question.Everything });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var held = new HeldValues();
        while (await reader.ReadAsync(ct))
        {
            held.Offer(Row(reader), metrics, question.Period);
        }

        return held;
    }

    public Held? Find(string metric, UnitKey unit) => _values.GetValueOrDefault((metric, unit));

    /// <summary>
    /// One value per metric and unit. The year's own value goes before one of a part of the year; a part of the year stands for the year
    /// only where values do not add up over time, and then the last one does. Of several methods the usual one is taken, else the only one.
    /// </summary>
    private void Offer(Held value, MetricCatalogue metrics, FigurePeriod year)
    {
        if (metrics.Find(value.Metric) is not { } metric || (metric.Kind is MeasureKind.Sum && value.Period != year))
        {
            return;
        }

        var key = (value.Metric, value.Unit);
        if (!_values.TryGetValue(key, out var other) || Rank(value).CompareTo(Rank(other)) > 0)
        {
            _values[key] = value;
        }

        (bool Usual, bool Year, DateOnly End, int Base) Rank(Held v) => (v.Method.Length == 0, v.Period == year, v.Period.End, -v.Base);
    }

    private static Held Row(NpgsqlDataReader r) => new(
        UnitKey.Parse(r.GetString(0)),
        r.GetInt64(1),
        new FigurePeriod(r.GetFieldValue<DateOnly>(2), r.GetFieldValue<DateOnly>(3)),
        r.GetDecimal(4),
        r.IsDBNull(5) ? null : r.GetString(5),
        r.GetInt32(6),
        r.GetString(7),
        r.GetInt16(8),
        r.GetString(10),
        r.GetString(11),
        r.GetString(12),
        r.GetString(13).Length == 0 ? null : r.GetString(13),
        r.GetString(14),
        r.GetBoolean(15));
}

/// <summary>An observation in use.</summary>
/// <param name="Base">What a rank is out of; 0 for anything else.</param>
/// <param name="Method">Empty for the usual one.</param>
public sealed record Held(
    UnitKey Unit, long Id, FigurePeriod Period, decimal Value, string? Note, int Revision, string Metric, int Base, string Method,
    string Standing, string Source, string? SourceUrl, string Origin, bool Illustrative);
