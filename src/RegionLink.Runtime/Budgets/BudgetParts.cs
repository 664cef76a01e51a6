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
        select unit, illustrative, lines, dx_vnd as Dx, non_state_dx_vnd as NonStateDx, unclassified_vnd as Unclassified,
               three_percent_vnd - dx_vnd as Science
          from budget_rollup
         where fiscal_year = $1
           and stage = $2
           and unit = any($3)
        """;

    private const string SelectTotals = """
        select unit, form, amount_vnd as Vnd, illustrative
          from fiscal_year_total
         where fiscal_year = $1
           and stage = $2
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
        await using var batch = dataSource.CreateBatch();
        foreach (var statement in Statements(units, year, stage, lineage))
        {
            batch.BatchCommands.Add(statement);
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await TakeAsync(reader, units, year, lineage, ct);
    }

    /// <summary>The same as somebody may see it: parts that the viewer may not see count as unknown.</summary>
    public async Task<IReadOnlyList<BudgetPart>> ReadAsync(
        IReadOnlyList<UnitKey> units, int year, BudgetStage stage, Lineage lineage, TableViewer viewer, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(viewer, ct, Statements(units, year, stage, lineage));
        return await TakeAsync(read.Reader, units, year, lineage, ct);
    }

    private static NpgsqlBatchCommand[] Statements(IReadOnlyList<UnitKey> units, int year, BudgetStage stage, Lineage lineage)
    {
        var keys = units.SelectMany(u => WithPredecessors(u, year, lineage)).Select(u => u.ToString()).Distinct().ToArray();
        return [Of(SelectSums), Of(SelectTotals)];

        NpgsqlBatchCommand Of(string sql) => new(sql)
        {
            Parameters = { new() { Value = year }, new() { Value = ProjectionStatement.WordOf(stage) }, new() { Value = keys } },
        };
    }

    private static async Task<IReadOnlyList<BudgetPart>> TakeAsync(
        NpgsqlDataReader rows, IReadOnlyList<UnitKey> units, int year, Lineage lineage, CancellationToken ct)
    {
        var sums = (await rows.TakeAsync<SumRow>(ct)).ToDictionary(r => (r.Unit, r.Illustrative), r => r.AsSum());
        var totals = (await rows.TakeAsync<TotalRow>(ct)).ToLookup(r => r.Unit, r => new FormTotal(r.Form, new Money(r.Vnd), r.Illustrative));
        return [.. units.Select(u => Part(u, whole: true))];

        BudgetPart Part(UnitKey unit, bool whole) => new(unit)
        {
            Lines = sums.TryGetValue((unit.ToString(), false), out var real) ? real : null,
            IllustrativeLines = sums.TryGetValue((unit.ToString(), true), out var sample) ? sample : null,
            Totals = [.. totals[unit.ToString()]],
            Predecessors = [.. Continued(unit, year, lineage).Select(l => Part(l.From, l.Whole))],
            Whole = whole,
        };
    }

    /// <summary>A unit and all whose budgets of a year it continues, however many steps back.</summary>
    public static IEnumerable<UnitKey> WithPredecessors(UnitKey unit, int year, Lineage lineage) =>
        Continued(unit, year, lineage).SelectMany(l => WithPredecessors(l.From, year, lineage)).Prepend(unit);

    /// <summary>A unit that was there when the year began has the year for itself; what it was made of has no budget any more.</summary>
    private static IEnumerable<UnitLink> Continued(UnitKey unit, int year, Lineage lineage) =>
        lineage.Find(unit) is { Start: var start } && (start.Year < year || (start.Year == year && start.DayOfYear == 1)) ? [] : lineage.LinksTo(unit);

    private sealed record SumRow(string Unit, bool Illustrative, long Lines, decimal Dx, decimal NonStateDx, decimal Unclassified, decimal Science)
    {
        public LineSum AsSum() => new(Lines, (Int128)Dx, (Int128)NonStateDx, (Int128)Unclassified, (Int128)Science);
    }

    private sealed record TotalRow(string Unit, string Form, long Vnd, bool Illustrative);
}
