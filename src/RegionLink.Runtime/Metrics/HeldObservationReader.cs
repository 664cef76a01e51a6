using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Metrics;

/// <summary>Reads observations of certain metrics and units within a stretch of days, as a viewer may see them.</summary>
public sealed class HeldObservationReader(ViewerDatabase database)
{
    /// <summary>More than this is not put together for one answer.</summary>
    public const int MostRows = 200_000;

    private const string Select = """
        select o.id, series.metric, place.unit, o.period_start, o.period_end, o.value, o.note, o.revision, series.base, series.method,
               head.standing, s.title, s.url, b.origin, b.id, b.illustrative
          from observation_series series
          join observation o on o.series = series.id
          join observation_unit place on place.id = o.unit
          join observation_head head on head.id = o.head
          join observation_source s on s.id = head.source
          join observation_batch b on b.number = (o.id >> 24)::integer
        """;

    private static readonly string Where = $"""
         where series.metric = any($1)
           and series.claim = 0
           and series.stage in ('', $2)
           and series.method in ('', $3)
           and o.unit = any(array(select asked.id from observation_unit asked where asked.unit = any($4)))
           and o.period_start >= $5
           and o.period_end <= $6
           and ($7 or not b.illustrative)
           and (b.published or {SharingRule.OfOpen("place.province", "observations", "$8", "$9")})
        """;

    // What holds and what held are read apart, each by its own index: an "or" between them could use neither.
    private static readonly string Now = $"{Select}\n{Where}\n and o.superseded_by is null limit $10";

    private static readonly string Then = $"""
        {Select}
        {Where}
           and b.recorded_at <= $11
           and o.superseded_by is null
        union all
        {Select}
          join observation_batch later on later.number = o.superseded_by
        {Where}
           and b.recorded_at <= $11
           and later.recorded_at > $11
           and o.superseded_by is not null
         limit $10
        """;

    /// <summary>The observations, in no order; null when there are more than <see cref="MostRows"/>.</summary>
    /// <param name="metrics">The metrics asked for and those they are computed from.</param>
    /// <param name="units">The units asked for and those they were made of.</param>
    public async Task<IReadOnlyList<HeldObservation>?> ReadAsync(
        AggregateQuestion question, IReadOnlyCollection<string> metrics, IEnumerable<UnitKey> units, TableViewer viewer, CancellationToken ct)
    {
        var statement = new NpgsqlBatchCommand(question.AsOf is null ? Now : Then);
        object[] values =
        [
            metrics.ToArray(),
            ProjectionStatement.WordOf(question.Stage),
            question.Method ?? "",
            units.Select(u => u.ToString()).ToArray(),
            question.Periods.Min(p => p.Start),
            question.Periods.Max(p => p.End),
            question.WithIllustrative,
            viewer.Units.ToArray(),
            viewer.Levels,
            MostRows + 1,
        ];
        foreach (var value in question.AsOf is { } asOf ? [.. values, asOf.UtcDateTime] : values)
        {
            statement.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using var read = await database.ReadAsync(viewer, ct, statement);
        var rows = await read.Reader.TakeAsync(Row, ct);
        return rows.Count > MostRows ? null : rows;
    }

    private static HeldObservation Row(NpgsqlDataReader r) => new(
        r.GetInt64(0),
        r.GetString(1),
        UnitKey.Parse(r.GetString(2)),
        new FigurePeriod(r.GetFieldValue<DateOnly>(3), r.GetFieldValue<DateOnly>(4)),
        r.GetDecimal(5),
        r.IsDBNull(6) ? null : r.GetString(6),
        r.GetInt32(7),
        r.GetInt16(8),
        r.GetString(9),
        r.GetString(10),
        r.GetString(11),
        r.GetString(12).Length == 0 ? null : r.GetString(12),
        r.GetString(13),
        r.GetString(14),
        r.GetBoolean(15));
}
