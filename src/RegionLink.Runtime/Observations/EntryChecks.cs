using System.Collections.Immutable;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Observations;

namespace RegionLink.Runtime.Observations;

/// <summary>What a person or system said about one of the values besides the value.</summary>
/// <param name="Line">Position in the list, from 1.</param>
/// <param name="ExpectedRevision">The revision that was seen before it was changed, 0 for none; null when whatever is there may be replaced.</param>
/// <param name="ConfirmScaleJump">Why a value far off its history is right; null when nothing was said.</param>
public sealed record EntryCheck(int Line, int? ExpectedRevision, string? ConfirmScaleJump);

/// <summary>
/// Looks at values entered one by one before they are written: whether somebody else was faster, and whether a value is a thousand or a million times off its
/// own history. Runs in the transaction of the batch, so that nobody can be faster after it.
/// </summary>
/// <param name="person">False for a system, which cannot vouch for a jump.</param>
public sealed class EntryChecks(IEnumerable<EntryCheck> entries, bool person)
{
    private const string SelectEarlier = """
        select k.place::integer, last.value, last.period_start, last.period_end
          from unnest($1, $2) with ordinality as k (series, unit, place)
          cross join lateral (
            select o.value, o.period_start, o.period_end
              from observation o
              join observation_batch b on b.number = (o.id >> 24)::integer
             where o.series = k.series
               and o.unit = k.unit
               and o.superseded_by is null
               and b.illustrative = $3
             order by o.period_start desc, o.period_end desc
             limit 1) as last
        """;

    private readonly Dictionary<int, EntryCheck> _byLine = entries.ToDictionary(e => e.Line);

    /// <summary>All faults of the rows about to be written, and the jumps that were vouched for.</summary>
    /// <param name="rows">Places in the sheet, each with what is held for exactly the same; null for nothing.</param>
    internal async Task<(List<RowFault> Faults, ImmutableArray<ConfirmedJump> Confirmed)> LookAsync(
        NpgsqlConnection connection, ObservationSheet sheet, SheetNumbers numbers, bool illustrative, IReadOnlyList<(int Place, KnownRow? Before)> rows, CancellationToken ct)
    {
        var (faults, confirmed) = (new List<RowFault>(), ImmutableArray.CreateBuilder<ConfirmedJump>());
        var earlier = await EarlierAsync(connection, sheet, numbers, illustrative, rows, ct);
        foreach (var ((place, before), i) in rows.Select((r, i) => (r, i)))
        {
            var row = sheet.Rows[place];
            var check = _byLine[row.Line];
            if (check.ExpectedRevision is { } expected && expected != (before?.Revision ?? 0))
            {
                faults.Add(new(row.Line, "expectedRevision", null, ObservationRefusals.RevisionStale.With(expected, before?.Revision ?? 0, before?.Value)));
            }

            var against = before is not null && before.Illustrative == illustrative ? (before.Value, sheet.Periods[row.Period]) : earlier.GetValueOrDefault(i);
            if (against is (var value, var period) && sheet.Heads[row.Head].Head is var head && head.Standing.InUse()
                && ScaleJump.Between(value, row.Value) is { } jump)
            {
                var said = check.ConfirmScaleJump?.Trim();
                if (!person || said is null or "" || said.Length > ObservationRules.LongestText)
                {
                    var code = said is not null && !person ? ObservationRefusals.AnswerNeedsPerson : ObservationRefusals.ScaleJump;
                    faults.Add(new(row.Line, "value", null, code.With(row.Value, jump.Factor, value, period, ObservationRules.LongestText)));
                }
                else
                {
                    confirmed.Add(new(head.Metric, UnitKey.Parse(sheet.Units[row.Unit].Key), sheet.Periods[row.Period].ToString(), jump.Factor, jump.Up, value, said));
                }
            }
        }

        return (faults, confirmed.ToImmutable());
    }

    private static async Task<Dictionary<int, (decimal Value, FigurePeriod Period)?>> EarlierAsync(
        NpgsqlConnection connection, ObservationSheet sheet, SheetNumbers numbers, bool illustrative, IReadOnlyList<(int Place, KnownRow? Before)> rows, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(SelectEarlier, connection)
        {
            Parameters =
            {
                new() { Value = rows.Select(r => numbers.Series[sheet.Rows[r.Place].Head]).ToArray() },
                new() { Value = rows.Select(r => numbers.Units[sheet.Rows[r.Place].Unit]).ToArray() },
                new() { Value = illustrative },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var earlier = new Dictionary<int, (decimal, FigurePeriod)?>();
        while (await reader.ReadAsync(ct))
        {
            earlier.Add(reader.GetInt32(0) - 1, (reader.GetDecimal(1), new(reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3))));
        }

        return earlier;
    }
}
