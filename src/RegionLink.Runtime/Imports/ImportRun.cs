using RegionLink.Domain.Imports;

namespace RegionLink.Runtime.Imports;

/// <summary>
/// One file through its stages: load, prepare, validate, write. Every fault of a stage is collected before the next begins; nothing is
/// written unless all rows are well, no question is open and nobody asked for a dry run, or the sender wants the good rows.
/// </summary>
internal sealed class ImportRun(ImportRequest request, IImportKind kind, Action<ImportProgress, int> report)
{
    private readonly List<ImportFault> _faults = [];
    private int _read;

    public async Task<ImportOutcome> RunAsync(CancellationToken ct)
    {
        Report(ImportStage.Load, 0, 0);
        var (sheets, fault) = request.Load();
        if (fault is not null)
        {
            _faults.Add(fault);
            return Outcome(ImportStatus.Refused, [], [], 0);
        }

        Report(ImportStage.Prepare, 0, 0);
        if (SheetChoice.Of(sheets, kind.Template, _faults) is not { } sheet)
        {
            return Outcome(ImportStatus.Refused, [], [], 0);
        }

        var table = TableReader.Read(sheet, kind.Template, request.Numbers);
        _faults.AddRange(table.Faults);
        _read = table.Read;

        var plan = await kind.PlanAsync(table.Rows, request.Scope, ct);
        _faults.AddRange(plan.Faults);
        var rows = WithoutRepeats(plan.Rows);
        _faults.AddRange(rows.Where(row => row.Change == RowChange.Conflict).Select(Conflict));
        var questions = Questions(rows, plan.Usual);

        var writes = rows.Where(row => row.Writes).OrderBy(row => row.Order).ThenBy(row => row.Row.Row).ToList();
        writes = await SendAsync(ImportStage.Validate, writes, rehearsal: true, ct);
        var well = !_faults.Exists(f => !f.IsNotice);
        var fileFault = _faults.Exists(f => f is { IsNotice: false, Row: null });
        if (!well && (fileFault || !request.GoodRows))
        {
            return Outcome(ImportStatus.Refused, rows, questions, 0);
        }

        if (questions.Count > 0)
        {
            return Outcome(ImportStatus.Asks, rows, questions, 0);
        }

        if (request.DryRun)
        {
            return Outcome(ImportStatus.Ready, rows, [], 0);
        }

        var before = _faults.Count;
        var written = (await SendAsync(ImportStage.Write, writes, rehearsal: false, ct)).Count;
        return Outcome(well && _faults.Count == before ? ImportStatus.Done : ImportStatus.Partly, rows, [], written);
    }

    /// <summary>Sends rows, turns what is said against them into faults, and returns those that were accepted.</summary>
    private async Task<List<PlannedRow>> SendAsync(ImportStage stage, List<PlannedRow> rows, bool rehearsal, CancellationToken ct)
    {
        var done = 0;
        Report(stage, 0, rows.Count);
        var answers = await kind.SendAsync(rows, request.Scope, rehearsal, () => Report(stage, Interlocked.Increment(ref done), rows.Count), ct);
        var accepted = new List<PlannedRow>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, answer) = (rows[i], answers[i]);
            if (answer.IsAccepted)
            {
                accepted.Add(row);
            }
            else if (answer.NowVersion is { } now)
            {
                _faults.Add(row.Row.Fault(FileFaults.Conflict, null, row.Key, row.Version, now));
            }

            _faults.AddRange(answer.Refusals.Select(refusal => row.Row.Fault(refusal, answer.ColumnOf(refusal.Field))));
        }

        return accepted;
    }

    private List<PlannedRow> WithoutRepeats(IReadOnlyList<PlannedRow> rows)
    {
        var first = new Dictionary<string, PlannedRow>(StringComparer.Ordinal);
        var kept = new List<PlannedRow>(rows.Count);
        var named = kind.Template.Columns.Last(column => column.Identity).Key;
        foreach (var row in rows)
        {
            if (first.TryAdd(row.Key, row))
            {
                kept.Add(row);
            }
            else
            {
                _faults.Add(row.Row.Fault(FileFaults.RowRepeated, named, row.Key, first[row.Key].Row.Row));
            }
        }

        return kept;
    }

    private static ImportFault Conflict(PlannedRow row) => row.Row.Version is { } version
        ? row.Row.Fault(row.Version == 0 ? FileFaults.Gone : FileFaults.Conflict, null, row.Key, version, row.Version)
        : row.Row.Fault(FileFaults.VersionMissing, null, row.Key);

    private List<ImportQuestion> Questions(List<PlannedRow> rows, IReadOnlyDictionary<string, IReadOnlyList<decimal>> usual)
    {
        var questions = new List<ImportQuestion>();
        foreach (var column in kind.Template.Columns)
        {
            var values = rows.Where(row => row.Writes).SelectMany(row => row.Amounts
                .Where(amount => amount.Column == column.Key)
                .Select(amount => new ScaleValue(CellName.Of(row.Row.Cells[column.Key].Column, row.Row.Row), amount.Now, amount.Before))).ToList();
            questions.AddRange(ScaleCheck.Ask(column, values, usual.GetValueOrDefault(column.Key) ?? []));
        }

        return [.. questions.Where(question => !request.Scope.Confirmations.ContainsKey(question.Id))];
    }

    private ImportOutcome Outcome(ImportStatus status, IReadOnlyList<PlannedRow> rows, IReadOnlyList<ImportQuestion> questions, int written)
    {
        var faults = _faults.OrderBy(f => f.Row ?? 0).ToList();
        var faulty = faults.Where(f => f is { IsNotice: false, Row: not null }).Select(f => f.Row!.Value).ToHashSet();
        var counts = new ImportCounts(
            faulty.Count,
            Count(RowChange.New), Count(RowChange.Changed), Count(RowChange.Unchanged), Count(RowChange.Conflict),
            written,
            faults.Count(f => !f.IsNotice),
            faults.Count(f => f.IsNotice));
        return new(status, _read, _read, counts, faults, rows, questions);

        int Count(RowChange change) => rows.Count(row => row.Change == change);
    }

    private void Report(ImportStage stage, int done, int total) => report(new ImportProgress(stage, done, total), _read);
}
