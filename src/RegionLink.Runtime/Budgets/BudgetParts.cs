using Npgsql;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Units;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Budgets;

/// <summary>Reads what shares are computed from: sums of lines and totals of units and of the units they continue.</summary>
public sealed class BudgetParts(NpgsqlDataSource dataSource, ViewerDatabase database)
{
    private const string SelectSums = """
        select unit, stage, illustrative, lines, dx_vnd as Dx, non_state_dx_vnd as NonStateDx, unclassified_vnd as Unclassified,
               three_percent_vnd - dx_vnd as Science
          from budget_rollup
         where fiscal_year = $1
           and stage = any($2)
           and unit = any($3)
        """;

    private const string SelectTotals = """
        select unit, stage, form, amount_vnd as Vnd, illustrative
          from fiscal_year_total
         where fiscal_year = $1
           and stage = any($2)
           and unit = any($3)
           and withdrawn_because is null
        """;

    /// <summary>
    /// The parts of each unit, in the order asked for, each with its predecessors. For shares alone, which are public (the scoreboard), and for what
    /// a unit computes about itself.
    /// </summary>
    public async Task<IReadOnlyList<BudgetPart>> ReadAsync(
        IReadOnlyList<UnitKey> units, int year, BudgetStage stage, Lineage lineage, CancellationToken ct)
    {
        var held = await HeldAsync(units, year, [stage], lineage, ct);
        return [.. units.Select(u => held.Part(u, year, stage, lineage))];
    }

    /// <summary>The same of one unit at every stage, in one reading.</summary>
    public async Task<IReadOnlyDictionary<BudgetStage, BudgetPart>> ReadStagesAsync(UnitKey unit, int year, Lineage lineage, CancellationToken ct)
    {
        var stages = Enum.GetValues<BudgetStage>();
        var held = await HeldAsync([unit], year, stages, lineage, ct);
        return stages.ToDictionary(stage => stage, stage => held.Part(unit, year, stage, lineage));
    }

    /// <summary>The same as somebody may see it: parts that the viewer may not see count as unknown.</summary>
    public async Task<IReadOnlyList<BudgetPart>> ReadAsync(
        IReadOnlyList<UnitKey> units, int year, BudgetStage stage, Lineage lineage, TableViewer viewer, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(viewer, ct, Statements(units, year, [stage], lineage));
        var held = await Held.TakeAsync(read.Reader, ct);
        return [.. units.Select(u => held.Part(u, year, stage, lineage))];
    }

    private async Task<Held> HeldAsync(IReadOnlyList<UnitKey> units, int year, BudgetStage[] stages, Lineage lineage, CancellationToken ct)
    {
        await using var batch = dataSource.CreateBatch();
        foreach (var statement in Statements(units, year, stages, lineage))
        {
            batch.BatchCommands.Add(statement);
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await Held.TakeAsync(reader, ct);
    }

    private static NpgsqlBatchCommand[] Statements(IReadOnlyList<UnitKey> units, int year, BudgetStage[] stages, Lineage lineage)
    {
        var keys = units.SelectMany(u => WithPredecessors(u, year, lineage)).Select(u => u.ToString()).Distinct().ToArray();
        return [Of(SelectSums), Of(SelectTotals)];

        NpgsqlBatchCommand Of(string sql) => new(sql)
        {
            Parameters = { new() { Value = year }, new() { Value = Array.ConvertAll(stages, s => ProjectionStatement.WordOf(s)) }, new() { Value = keys } },
        };
    }

    /// <summary>A unit and all whose budgets of a year it continues, however many steps back.</summary>
    public static IEnumerable<UnitKey> WithPredecessors(UnitKey unit, int year, Lineage lineage) =>
        Continued(unit, year, lineage).SelectMany(l => WithPredecessors(l.From, year, lineage)).Prepend(unit);

    /// <summary>A unit that was there when the year began has the year for itself; what it was made of has no budget any more.</summary>
    private static IEnumerable<UnitLink> Continued(UnitKey unit, int year, Lineage lineage) =>
        lineage.Find(unit) is { Start: var start } && (start.Year < year || (start.Year == year && start.DayOfYear == 1)) ? [] : lineage.LinksTo(unit);

    private sealed record Held(Dictionary<(string Unit, string Stage, bool Illustrative), LineSum> Sums, ILookup<(string Unit, string Stage), FormTotal> Totals)
    {
        public static async Task<Held> TakeAsync(NpgsqlDataReader rows, CancellationToken ct) => new(
            (await rows.TakeAsync<SumRow>(ct)).ToDictionary(r => (r.Unit, r.Stage, r.Illustrative), r => r.AsSum()),
            (await rows.TakeAsync<TotalRow>(ct)).ToLookup(r => (r.Unit, r.Stage), r => new FormTotal(r.Form, new Money(r.Vnd), r.Illustrative)));

        public BudgetPart Part(UnitKey unit, int year, BudgetStage stage, Lineage lineage, bool whole = true)
        {
            var (key, word) = (unit.ToString(), ProjectionStatement.WordOf(stage));
            return new(unit)
            {
                Lines = Sums.TryGetValue((key, word, false), out var real) ? real : null,
                IllustrativeLines = Sums.TryGetValue((key, word, true), out var sample) ? sample : null,
                Totals = [.. Totals[(key, word)]],
                Predecessors = [.. Continued(unit, year, lineage).Select(l => Part(l.From, year, stage, lineage, l.Whole))],
                Whole = whole,
            };
        }
    }

    private sealed record SumRow(
        string Unit, string Stage, bool Illustrative, long Lines, decimal Dx, decimal NonStateDx, decimal Unclassified, decimal Science)
    {
        public LineSum AsSum() => new(Lines, (Int128)Dx, (Int128)NonStateDx, (Int128)Unclassified, (Int128)Science);
    }

    private sealed record TotalRow(string Unit, string Stage, string Form, long Vnd, bool Illustrative);
}
