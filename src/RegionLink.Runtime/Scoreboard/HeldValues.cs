using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Scoreboard;

/// <summary>The observations in use of some units within a year.</summary>
public sealed class HeldValues
{
    private static readonly string Select = $"""
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
           and (b.published or {SharingRule.OfOpen("place.province", "observations", "$5", "$6")})
        """;

    private static readonly Place Nothing = new([], null);

    private readonly Dictionary<(string Metric, UnitKey Unit), Place> _places;
    private readonly Dictionary<long, Held> _byId;

    private HeldValues(List<Held> rows, FigurePeriod year)
    {
        _byId = rows.ToDictionary(h => h.Id);
        _places = rows.GroupBy(h => (h.Metric, h.Unit)).ToDictionary(g => g.Key, g => Place.Of(g, year));
    }

    /// <param name="units">Provinces and whatever is above them.</param>
    public static async Task<HeldValues> ReadAsync(
        NpgsqlDataSource dataSource, BoardQuestion question, IEnumerable<UnitKey> units, CancellationToken ct)
    {
        var viewer = TableViewer.Anybody with { Everything = question.Everything };
        await using var command = dataSource.CreateCommand(Select);
        command.Parameters.Add(new() { Value = units.Select(u => u.ToString()).Distinct().ToArray() });
        command.Parameters.Add(new() { Value = question.Period.Start });
        command.Parameters.Add(new() { Value = question.Period.End });
        command.Parameters.Add(new() { Value = ProjectionStatement.WordOf(question.Stage) });
        command.Parameters.Add(new() { Value = viewer.Units.ToArray() });
        command.Parameters.Add(new() { Value = viewer.Levels });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Held>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(Row(reader));
        }

        return new(rows, question.Period);
    }

    /// <summary>What was offered as a part of a figure.</summary>
    public Held Find(PeriodValue part) => _byId[part.Id];

    /// <summary>All values of a metric and unit within the year, of one method: the usual one, else that of the last value.</summary>
    public IReadOnlyList<PeriodValue> Of(string metric, UnitKey unit) => At(metric, unit).Values;

    /// <summary>The year's value, else the last one of a part of the year; null when there is none.</summary>
    public Held? LastOf(string metric, UnitKey unit) => At(metric, unit).Last;

    private Place At(string metric, UnitKey unit) => _places.GetValueOrDefault((metric, unit), Nothing);

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

    private sealed record Place(IReadOnlyList<PeriodValue> Values, Held? Last)
    {
        public static Place Of(IEnumerable<Held> all, FigurePeriod year)
        {
            var rows = all.ToList();
            var last = rows.MaxBy(h => (h.Method.Length == 0, h.Period == year, h.Period.End, -h.Base))!;

            // Of ranks out of several numbers of units the one out of the fewest is meant, as in aggregates.
            var chosen = rows.Where(h => h.Method == last.Method).GroupBy(h => h.Period).Select(same => same.MinBy(h => h.Base)!).ToList();
            return new(chosen.ConvertAll(h => new PeriodValue(h.Period, Fraction.Of(h.Value), h.Standing == "estimate", h.Id)), last);
        }
    }
}

/// <summary>An observation in use.</summary>
/// <param name="Base">What a rank is out of; 0 for anything else.</param>
/// <param name="Method">Empty for the usual one.</param>
public sealed record Held(
    UnitKey Unit, long Id, FigurePeriod Period, decimal Value, string? Note, int Revision, string Metric, int Base, string Method,
    string Standing, string Source, string? SourceUrl, string Origin, bool Illustrative);
