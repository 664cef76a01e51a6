using System.Collections.Immutable;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Observations;

namespace RegionLink.Runtime.Observations;

/// <summary>What a person or system said about one of the values besides the value.</summary>
/// <param name="ExpectedRevision">The revision that was seen before it was changed, 0 for none; null when nothing was said.</param>
/// <param name="ConfirmScaleJump">Why a value far off its history is right; null when nothing was said.</param>
public sealed record EntryCheck(int? ExpectedRevision, string? ConfirmScaleJump);

/// <summary>
/// Looks at values before they are written: whether somebody else was faster, and whether a value is a thousand or a million times off its
/// own history. Runs in the transaction of the batch, so that nobody can be faster after it.
/// </summary>
public sealed class EntryChecks
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

    private const string SelectHolders = """
        select number, recorded_by <> $2 and title <> $3 as foreign, case when published then title end as published
          from observation_batch
         where number = any($1)
        """;

    private readonly Func<int, EntryCheck> _said;
    private readonly bool _person;

    private EntryChecks(Func<int, EntryCheck> said, bool person) => (_said, _person) = (said, person);

    /// <summary>Whether a jump without a reason is refused; false where it was asked about before.</summary>
    private bool Asks { get; init; } = true;

    /// <summary>Whose values may be replaced without a revision; null: everybody's.</summary>
    private (Actor By, string Title)? Own { get; init; }

    /// <summary>Values entered one by one; a value that names no revision may replace whatever is there.</summary>
    /// <param name="entries">In the order of the sheet's lines.</param>
    /// <param name="person">False for a system, which cannot vouch for a jump.</param>
    public static EntryChecks OfEntries(IReadOnlyList<EntryCheck> entries, bool person) => new(line => entries[line - 1], person);

    /// <summary>A file with its revisions in a column; a row that names none replaces only what came under the same title or from the same sender.</summary>
    /// <param name="confirmScaleJump">Why the values far off their history are right, all of them; null when nothing was said.</param>
    public static EntryChecks OfFile(ObservationSheet sheet, string title, Actor by, string? confirmScaleJump) =>
        new(line => new(sheet.Revisions.TryGetValue(line, out var revision) ? revision : null, confirmScaleJump), by.Kind is not ActorKind.Key) { Own = (by, title) };

    /// <summary>Rows of an import, which asked about jumps and compared revisions when it looked at the whole file.</summary>
    /// <param name="entries">By line.</param>
    public static EntryChecks OfImport(IReadOnlyDictionary<int, EntryCheck> entries) => new(line => entries[line], person: true) { Asks = false };

    /// <summary>What the platform loads by itself: it replaces only what it recorded, and asks nobody.</summary>
    public static EntryChecks OfPlatform(Actor by, string title) => new(_ => new(null, null), person: false) { Asks = false, Own = (by, title) };

    /// <param name="rows">Places in the sheet of the rows about to be written, each with what is held for exactly the same; null for nothing.</param>
    internal async Task<Looked> LookAsync(
        NpgsqlConnection connection, ObservationSheet sheet, SheetNumbers numbers, bool illustrative, IReadOnlyList<(int Place, KnownRow? Before)> rows, CancellationToken ct)
    {
        var looked = new Looked();
        var earlier = await EarlierAsync(connection, sheet, numbers, illustrative, rows, ct);
        var holders = await HoldersAsync(connection, rows, ct);
        foreach (var (place, before) in rows)
        {
            var row = sheet.Rows[place];
            var check = _said(row.Line);
            if (check.ExpectedRevision is { } expected && expected != (before?.Revision ?? 0))
            {
                looked.Add(() => new(row.Line, Own is null ? "expectedRevision" : "revision", null, ObservationRefusals.RevisionStale.With(expected, before?.Revision ?? 0, before?.Value)));
            }
            else if (before is not null && holders[before.Batch].Report is { } report)
            {
                looked.Add(() => new(row.Line, "value", null, ObservationRefusals.PublishedByReport.With(report)));
            }
            else if (Own is not null && check.ExpectedRevision is null && before is not null && holders[before.Batch].Foreign)
            {
                looked.Add(() => new(row.Line, "revision", null, ObservationRefusals.RevisionMissing.With(before.Revision, before.Value)));
            }

            var against = before is not null && before.Illustrative == illustrative
                ? (before.Value, sheet.Periods[row.Period])
                : earlier.GetValueOrDefault((row.Head, row.Unit));
            if (against is (var value, var period) && ScaleJump.Between(value, row.Value) is { } jump && sheet.Heads[row.Head].Head is var head && head.Standing.InUse())
            {
                Weigh(looked, sheet, row, check, jump, value, period);
            }
        }

        return looked;
    }

    private void Weigh(Looked looked, ObservationSheet sheet, SheetRow row, EntryCheck check, ScaleJump jump, decimal value, FigurePeriod period)
    {
        var said = check.ConfirmScaleJump?.Trim();
        var sound = _person && said is { Length: > 0 and <= ObservationRules.LongestText };
        if (sound)
        {
            var metric = sheet.Heads[row.Head].Head.Metric;
            looked.Add(new ConfirmedJump(metric, UnitKey.Parse(sheet.Units[row.Unit].Key), sheet.Periods[row.Period].ToString(), jump.Factor, jump.Up, value, said!));
        }
        else if (Asks)
        {
            var code = said is not null && !_person ? ObservationRefusals.AnswerNeedsPerson : ObservationRefusals.ScaleJump;
            looked.Add(() => new(row.Line, "value", null, code.With(row.Value, jump.Factor, value, period, ObservationRules.LongestText)));
        }
    }

    /// <summary>The latest value held for the series and unit of each row, by head and unit of the sheet.</summary>
    private static async Task<Dictionary<(int Head, int Unit), (decimal Value, FigurePeriod Period)?>> EarlierAsync(
        NpgsqlConnection connection, ObservationSheet sheet, SheetNumbers numbers, bool illustrative, IReadOnlyList<(int Place, KnownRow? Before)> rows, CancellationToken ct)
    {
        var asked = rows.Select(r => (sheet.Rows[r.Place].Head, sheet.Rows[r.Place].Unit)).Distinct().ToArray();
        await using var command = new NpgsqlCommand(SelectEarlier, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = Array.ConvertAll(asked, a => numbers.Series[a.Head]) },
                new() { Value = Array.ConvertAll(asked, a => numbers.Units[a.Unit]) },
                new() { Value = illustrative },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var earlier = new Dictionary<(int, int), (decimal, FigurePeriod)?>();
        while (await reader.ReadAsync(ct))
        {
            earlier.Add(asked[reader.GetInt32(0) - 1], (reader.GetDecimal(1), new(reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3))));
        }

        return earlier;
    }

    /// <summary>The batches that hold what is to be replaced: whether somebody else's, and the report that published them, if one did.</summary>
    private async Task<Dictionary<int, (bool Foreign, string? Report)>> HoldersAsync(
        NpgsqlConnection connection, IReadOnlyList<(int Place, KnownRow? Before)> rows, CancellationToken ct)
    {
        var holders = new Dictionary<int, (bool, string?)>();
        var batches = rows.Where(r => r.Before is not null).Select(r => r.Before!.Batch).Distinct().ToArray();
        if (batches.Length == 0)
        {
            return holders;
        }

        await using var command = new NpgsqlCommand(SelectHolders, connection)
        {
            Parameters = { new() { Value = batches }, new() { Value = Own?.By.ToString() ?? "" }, new() { Value = Own?.Title ?? "" } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            holders.Add(reader.GetInt32(0), (reader.GetBoolean(1), reader.IsDBNull(2) ? null : ObservationBatch.ReportOf(reader.GetString(2))));
        }

        return holders;
    }

    /// <summary>What was found. A file in the wrong unit has a fault, or a confirmed jump, in each of a million rows: only so many are spelt out.</summary>
    internal sealed class Looked
    {
        private readonly List<RowFault> _faults = [];
        private readonly ImmutableArray<ConfirmedJump>.Builder _confirmed = ImmutableArray.CreateBuilder<ConfirmedJump>();
        private readonly HashSet<(string Metric, int Factor, bool Up)> _kinds = [];

        public IReadOnlyList<RowFault> Faults => _faults;

        public int FaultCount { get; private set; }

        /// <summary>The jumps that were vouched for; beyond the first thousand only the first of each metric, factor and direction.</summary>
        public ImmutableArray<ConfirmedJump> Confirmed => _confirmed.ToImmutable();

        public void Add(Func<RowFault> fault)
        {
            FaultCount++;
            if (_faults.Count < ObservationSheet.MostFaultsKept)
            {
                _faults.Add(fault());
            }
        }

        public void Add(ConfirmedJump jump)
        {
            if (_kinds.Add((jump.Metric, jump.Factor, jump.Up)) || _confirmed.Count < ObservationSheet.MostFaultsKept)
            {
                _confirmed.Add(jump);
            }
        }
    }
}
