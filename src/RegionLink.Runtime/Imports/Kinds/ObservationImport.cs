using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Domain.Observations;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Observations;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Imports.Kinds;

/// <summary>Observations as a file: one value a row. All rows that write become one batch; a value that differs becomes a revision.</summary>
/// <param name="vocabulary">The metrics and units in force.</param>
public sealed class ObservationImport(
    Func<CancellationToken, ValueTask<ObservationVocabulary>> vocabulary, ObservationBatches batches, NpgsqlDataSource dataSource, ViewerDatabase viewed)
    : IImportKind
{
    /// <summary>Few enough that the faults of one part are all kept.</summary>
    private const int RowsJudgedTogether = 100;

    private const string Columns = """
        select metric, unit, period_start, period_end, value, unit_of_measure, base, stage, method, standing, source, source_url, note, revision, published
          from observation_row
         where holds
        """;

    private const string Select = Columns + """

           and (metric, unit, period_start, period_end) in (select * from unnest($1::text[], $2::text[], $3::date[], $4::date[]))
        """;

    private const string SelectOfUnit = Columns + """

           and province = $1
           and ($2::integer is null or period_end between make_date($2, 1, 1) and make_date($2, 12, 31))
         order by metric, unit, period_start, period_end, standing, source
        """;

    private const string SelectEarlier = """
        select distinct on (o.metric, o.unit) o.metric, o.unit, o.value
          from observation_row o
          join unnest($1::text[], $2::text[]) as k (metric, unit) on k.metric = o.metric and k.unit = o.unit
         where o.holds
           and o.standing in ('accepted', 'estimate')
         order by o.metric, o.unit, o.period_end desc
        """;

    /// <summary>Beside the columns of the file: the report a value was published with.</summary>
    private const string Report = "publishedByReport";

    public ImportTemplate Template => ObservationColumnsOfFile.Template;

    public async Task<ImportPlan> PlanAsync(IReadOnlyList<TypedRow> rows, ImportScope scope, CancellationToken ct)
    {
        var words = await vocabulary(ct);
        var faults = new List<ImportFault>();
        var entries = new List<(TypedRow Row, ObservationEntry Entry)>();
        foreach (var row in rows)
        {
            if (ObservationColumnsOfFile.EntryOf(row, scope, words, faults) is { } entry)
            {
                entries.Add((row, entry));
            }
        }

        foreach (var part in entries.Chunk(RowsJudgedTogether))
        {
            var byLine = part.ToDictionary(e => e.Row.Row, e => e.Row);
            faults.AddRange(ObservationEntry.Read(part.Select(e => e.Entry), words).Faults
                .Where(fault => fault.Reason.Code != ObservationRefusals.Twice.Code)   // found for the whole file, by key
                .Select(fault => byLine[fault.Line].Fault(fault.Reason, fault.Column)));
        }

        var faulty = faults.Select(fault => fault.Row).ToHashSet();
        entries.RemoveAll(e => faulty.Contains(e.Row.Row));
        var held = await HeldAsync([.. entries.Select(e => e.Entry)], ct);
        var earlier = await EarlierAsync([.. entries.Select(e => e.Entry)], ct);
        var planned = new List<PlannedRow>(entries.Count);
        foreach (var (row, entry) in entries)
        {
            var key = ObservationColumnsOfFile.KeyOf(entry);
            if (RowPlan.Of(row, key, held.GetValueOrDefault(key), Template, faults) is not { } plan)
            {
                continue;
            }

            if (plan.Writes && held.GetValueOrDefault(key)?.Values.GetValueOrDefault(Report) is string report)
            {
                faults.Add(row.Fault(ObservationRefusals.PublishedByReport.With(report), "value"));
            }
            else
            {
                var before = held.GetValueOrDefault(key)?.Values.GetValueOrDefault("value") as decimal?
                    ?? (earlier.TryGetValue((entry.Metric, entry.Unit), out var last) ? last : null);
                planned.Add(plan with
                {
                    What = plan.Writes ? entry : null,
                    Amounts = before is null ? [] : [("value", row.Decimal("value")!.Value, before)],
                });
            }
        }

        return new(planned, faults, new Dictionary<string, IReadOnlyList<decimal>>());
    }

    public async Task<IReadOnlyList<RowAnswer>> SendAsync(
        IReadOnlyList<PlannedRow> rows, ImportScope scope, bool rehearsal, Action progress, CancellationToken ct)
    {
        var answers = new RowAnswer[rows.Count];
        Array.Fill(answers, RowAnswer.Accepted);

        var recorded = rehearsal || rows.Count == 0;
        while (!recorded)
        {
            // What somebody recorded since the rows were compared is a conflict and stays. The batch looks once more, under its lock: whoever was
            // faster than even this look is found by the next one.
            var held = await HeldAsync([.. rows.Select(row => (ObservationEntry)row.What!)], ct);
            var written = new List<PlannedRow>(rows.Count);
            for (var i = 0; i < rows.Count; i++)
            {
                var now = held.GetValueOrDefault(rows[i].Key)?.Version ?? 0;
                if (now == rows[i].Version)
                {
                    written.Add(rows[i]);
                }
                else
                {
                    answers[i] = new RowAnswer([], _ => null, now);
                }
            }

            recorded = written.Count == 0 || await RecordAsync(written, scope, ct);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            progress();
        }

        return answers;
    }

    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>> ExportAsync(ExportScope scope, [EnumeratorCancellation] CancellationToken ct)
    {
        var statement = new NpgsqlBatchCommand(SelectOfUnit);
        statement.Parameters.Add(new() { Value = scope.Unit.ToString() });
        statement.Parameters.Add(new() { Value = (object?)scope.Year ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var read = await viewed.ReadAsync(scope.Viewer, ct, statement);
        while (await read.Reader.ReadAsync(ct))
        {
            yield return Read(read.Reader).Values;
        }
    }

    /// <returns>False, with nothing written, when somebody else was faster with one of the values.</returns>
    private async Task<bool> RecordAsync(List<PlannedRow> rows, ImportScope scope, CancellationToken ct)
    {
        var entries = rows.ConvertAll(row => (ObservationEntry)row.What!);
        var vouched = scope.Confirmations.FirstOrDefault(answer => answer.Key.StartsWith("scale/value/", StringComparison.Ordinal)).Value;
        var checks = EntryChecks.OfImport(rows.ToDictionary(row => row.Row.Row, row => new EntryCheck((int)row.Version, vouched)));

        // The fingerprint is of what is written, not of the file: its other rows may be good another day.
        var hash = SHA256.HashData([.. scope.FileHash, .. Encoding.UTF8.GetBytes(string.Join('\n', entries.Select(entry => entry.ToString())))]);
        var batch = new ObservationBatch(scope.FileName, hash, Origin.Imported, Published: false, Illustrative: false);
        var answer = await batches.RecordAsync(ObservationEntry.Read(entries, await vocabulary(ct)), batch, new CommandEnvelope(scope.Context), ct, checks);
        return answer switch
        {
            BatchAnswer.Recorded or BatchAnswer.NothingNew => true,
            BatchAnswer.Refused refused when refused.Faults.Any(f => f.Reason.Code == ObservationRefusals.RevisionStale.Code) => false,
            _ => throw new InvalidOperationException($"Rows judged sound were answered with {answer.GetType().Name}."),
        };
    }

    private async Task<Dictionary<string, HeldRow>> HeldAsync(IReadOnlyList<ObservationEntry> entries, CancellationToken ct)
    {
        var held = new Dictionary<string, HeldRow>(StringComparer.Ordinal);
        var periods = entries.Select(entry => FigurePeriod.Parse(entry.Period)).ToList();
        await using var command = dataSource.CreateCommand(Select);
        command.Parameters.Add(new() { Value = entries.Select(entry => entry.Metric).ToArray() });
        command.Parameters.Add(new() { Value = entries.Select(entry => entry.Unit).ToArray() });
        command.Parameters.Add(new() { Value = periods.Select(period => period.Start).ToArray() });
        command.Parameters.Add(new() { Value = periods.Select(period => period.End).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = Read(reader);
            held[row.Key] = row;
        }

        return held;
    }

    private async Task<Dictionary<(string Metric, string Unit), decimal>> EarlierAsync(IReadOnlyList<ObservationEntry> entries, CancellationToken ct)
    {
        var earlier = new Dictionary<(string, string), decimal>();
        var pairs = entries.Select(entry => (entry.Metric, entry.Unit)).Distinct().ToList();
        await using var command = dataSource.CreateCommand(SelectEarlier);
        command.Parameters.Add(new() { Value = pairs.Select(pair => pair.Metric).ToArray() });
        command.Parameters.Add(new() { Value = pairs.Select(pair => pair.Unit).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            earlier[(reader.GetString(0), reader.GetString(1))] = reader.GetDecimal(2);
        }

        return earlier;
    }

    private static HeldRow Read(NpgsqlDataReader reader)
    {
        var period = new FigurePeriod(reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3)).ToString();
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["metric"] = reader.GetString(0),
            ["unit"] = reader.GetString(1),
            ["period"] = period,
            ["value"] = reader.GetDecimal(4),
            ["unitOfMeasure"] = reader.GetString(5),
            ["base"] = reader.IsDBNull(6) ? null : (long)reader.GetInt32(6),
            ["stage"] = Text(7),
            ["method"] = Text(8),
            ["standing"] = reader.GetString(9),
            ["source"] = reader.GetString(10),
            ["sourceUrl"] = Text(11),
            ["note"] = Text(12),
            [ImportTemplate.Version.Key] = (long)reader.GetInt32(13),
            [Report] = reader.GetBoolean(14) ? ObservationBatch.ReportOf(reader.GetString(10)) : null,
        };
        var key = ObservationColumnsOfFile.Key(
            reader.GetString(0), reader.GetString(1), period, values["base"] as long?, Text(7), Text(8), reader.GetString(9), reader.GetString(10));
        return new HeldRow(key, reader.GetInt32(13), values);

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}
