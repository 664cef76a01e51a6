using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Domain.Periods;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Periods;
using RegionLink.Runtime.Queries;
using RegionLink.Runtime.ReferenceData;
using RegionLink.Runtime.Reports;

namespace RegionLink.Runtime.Imports.Kinds;

/// <summary>
/// A report as a file: every figure its period asks for, filled with what was given. Coming in, figures are given to the draft, all of a
/// report in one command; approving and handing in stay with people.
/// </summary>
public sealed class ReportImport(ReportDesk desk, ReportReader reports, PeriodReader periods, ReferenceCache reference) : IImportKind
{
    private const int MostTries = 5;

    public ImportTemplate Template => ReportColumns.Template;

    public async Task<ImportPlan> PlanAsync(IReadOnlyList<TypedRow> rows, ImportScope scope, CancellationToken ct)
    {
        var faults = new List<ImportFault>();
        var planned = new List<PlannedRow>(rows.Count);
        var known = new Dictionary<string, Known>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (scope.UnitOf(row, "unit", faults) is not { } unit)
            {
                continue;
            }

            var period = row.Text("period")!;
            if (!OpeningRules.IsId(period))
            {
                faults.Add(row.Fault(ReportRefusals.PeriodUnknown.With(period), "period"));
                continue;
            }

            var report = ReportGrain.KeyOf(period, unit);
            if (!known.TryGetValue(report, out var held))
            {
                known[report] = held = await KnownAsync(period, unit, TableViewer.Of(unit), ct);
            }

            if (Plan(row, new Place(period, unit), held, scope, faults) is { } plan)
            {
                planned.Add(plan);
            }
        }

        return new(planned, faults, new Dictionary<string, IReadOnlyList<decimal>>());
    }

    public async Task<IReadOnlyList<RowAnswer>> SendAsync(
        IReadOnlyList<PlannedRow> rows, ImportScope scope, bool rehearsal, Action progress, CancellationToken ct)
    {
        var answers = new RowAnswer[rows.Count];
        Array.Fill(answers, RowAnswer.Accepted);
        foreach (var report in Enumerable.Range(0, rows.Count).GroupBy(i => ((Given)rows[i].What!).Place))
        {
            await SendAsync(report.Key, [.. report], rows, answers, scope, rehearsal, ct);
            foreach (var _ in report)
            {
                progress();
            }
        }

        return answers;
    }

    public async IAsyncEnumerable<IReadOnlyDictionary<string, object?>> ExportAsync(ExportScope scope, [EnumeratorCancellation] CancellationToken ct)
    {
        if (scope.Report is not { } id || await periods.FindAsync(id, ct) is not { } period)
        {
            yield break;
        }

        var metrics = (await reference.GetAsync(ct)).Metrics;
        var known = await KnownAsync(id, scope.Unit, scope.Viewer, ct);
        var held = (await desk.HeldAsync(known.Terms, ct)).ToLookup(h => h.Metric);
        foreach (var metric in period.Forms.SelectMany(f => f.Metrics).Select(m => m.Metric).Distinct().Where(known.Terms.Asked.ContainsKey))
        {
            var values = known.Figures.TryGetValue(metric, out var figure)
                ? ReportColumns.ValuesOf(id, scope.Unit.ToString(), figure)
                : new(StringComparer.Ordinal) { ["period"] = id, ["unit"] = scope.Unit.ToString(), ["metric"] = metric, ["unitOfMeasure"] = known.Terms.Asked[metric] };
            values["form"] = string.Join(", ", period.Forms.Where(f => f.Metrics.Any(m => m.Metric == metric)).Select(f => f.Id));
            values["title"] = metrics.Find(metric)?.NameVi;
            values["held"] = held[metric].Select(h => (decimal?)h.Value).FirstOrDefault();
            values["earlier"] = known.Terms.History.TryGetValue(metric, out var earlier) ? earlier.Value : null;
            yield return values;
        }
    }

    private PlannedRow? Plan(TypedRow row, Place place, Known known, ImportScope scope, List<ImportFault> faults)
    {
        var metric = row.Text("metric")!;
        var figure = known.Figures.GetValueOrDefault(metric);
        var key = $"{place.Key}/{metric}";
        var held = figure is null ? null : new HeldRow(key, figure.Version, ReportColumns.ValuesOf(place.Period, place.Unit.ToString(), figure));
        var value = row.Decimal("value");

        // A figure nobody has given yet, and this file does not give either: a draft may be filled in bit by bit.
        if (held is null && value is null && row.Text("noDataReason") is null && row.Text("note") is null)
        {
            return new PlannedRow(row, key, RowChange.Unchanged, 0, [], null);
        }

        if (row.Cells["value"].IsPercent && row.Text("unitOfMeasure") != "percent")
        {
            faults.Add(row.Fault(CellFaults.PercentHere, "value", row.Cells["value"].Raw));
            return null;
        }

        var plan = RowPlan.Of(row, key, held, Template, faults);
        if (plan is not { Writes: true })
        {
            return plan;
        }

        // Where the catalogue says what is possible, the report refuses the rest.
        if (value > 100 && row.Text("unitOfMeasure") == "percent" && !known.Terms.Ranges.ContainsKey(metric))
        {
            faults.Add(row.Fault(CellFaults.PercentAboveAll, "value", row.Cells["value"].Raw) with { IsNotice = true });
        }

        var before = known.Terms.History.TryGetValue(metric, out var earlier) ? earlier.Value : (decimal?)null;
        var jump = value is { } now && before is { } was ? ScaleJump.Between(was, now) : null;
        var answer = jump is null ? null : scope.Confirmations.GetValueOrDefault($"scale/value/{jump.Factor}/{(jump.Up ? "up" : "down")}");
        return plan with
        {
            What = new Given(place, ReportColumns.EntryOf(row, figure, scope, answer)),
            Amounts = value is null || before is null ? [] : [("value", value.Value, before)],
        };
    }

    private async Task SendAsync(
        Place place, IReadOnlyList<int> places, IReadOnlyList<PlannedRow> rows, RowAnswer[] answers, ImportScope scope, bool rehearsal, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            // What somebody gave since the rows were compared is a conflict and stays; the rest is sent for exactly the version looked at.
            var version = await desk.VersionAsync(place.Period, place.Unit, ct);
            var now = (await reports.ContentAsync(place.Key, TableViewer.Of(place.Unit), ct)).Figures.ToDictionary(f => f.Metric, f => f.Version);
            var sent = new List<int>(places.Count);
            foreach (var i in places)
            {
                var held = now.GetValueOrDefault(((Given)rows[i].What!).Entry.Metric);
                answers[i] = held == rows[i].Version ? RowAnswer.Accepted : new RowAnswer([], _ => null, held);
                if (held == rows[i].Version)
                {
                    sent.Add(i);
                }
            }

            if (sent.Count == 0)
            {
                return;
            }

            var entries = sent.Select(i => ((Given)rows[i].What!).Entry).ToImmutableArray();
            var envelope = new CommandEnvelope(scope.Context, IdOf(place, entries, scope), version) { Rehearsal = rehearsal };
            switch (await desk.EnterAsync(place.Period, place.Unit, entries, envelope, ct))
            {
                case GrainAnswer<Report>.Stale when tries < MostTries:
                    continue;
                case GrainAnswer<Report>.Refused refused:
                    Refuse(refused.Refusals, sent, answers);
                    return;
                case GrainAnswer<Report>.Done:
                    return;
                case var other:
                    throw new InvalidOperationException($"Figures from a file were answered with {other.GetType().Name}.");
            }
        }
    }

    /// <summary>A reason that names a figure belongs to its row; one that does not belongs to every row of the report.</summary>
    private static void Refuse(IReadOnlyList<Refusal> refusals, List<int> sent, RowAnswer[] answers)
    {
        for (var n = 0; n < sent.Count; n++)
        {
            var mine = FormattableString.Invariant($"figures[{n}]");
            var reasons = refusals
                .Where(r => r.Field is null || !r.Field.StartsWith("figures[", StringComparison.Ordinal) || r.Field.StartsWith(mine, StringComparison.Ordinal))
                .ToList();
            answers[sent[n]] = reasons.Count == 0 ? RowAnswer.Accepted : new RowAnswer(reasons, ColumnOf);
        }

        static string? ColumnOf(string? field) => field?[(field.LastIndexOf('.') + 1)..] switch
        {
            "metric" => "metric",
            "unitOfMeasure" => "unitOfMeasure",
            "noDataReason" => "noDataReason",
            "why" => "why",
            _ => "value",
        };
    }

    /// <summary>The same figures of the same file by the same person are the same command: answered as before after an interruption.</summary>
    private static CommandId IdOf(Place place, ImmutableArray<FigureEntry> entries, ImportScope scope)
    {
        var text = $"{scope.Context.By}\n{Convert.ToHexString(scope.FileHash)}\n{place.Key}\n{string.Join('\n', entries)}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new CommandId(new Guid(hash.AsSpan(0, 16), bigEndian: true), hash);
    }

    private async Task<Known> KnownAsync(string period, UnitKey unit, TableViewer viewer, CancellationToken ct) => new(
        await desk.TermsAsync(period, unit, ct),
        (await reports.ContentAsync(ReportGrain.KeyOf(period, unit), viewer, ct)).Figures.ToDictionary(f => f.Metric, StringComparer.Ordinal));

    private readonly record struct Place(string Period, UnitKey Unit)
    {
        public string Key => ReportGrain.KeyOf(Period, Unit);
    }

    private sealed record Given(Place Place, FigureEntry Entry);

    private sealed record Known(ReportTerms Terms, Dictionary<string, StoredFigure> Figures);
}
