using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Runtime.Budgets;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Imports.Kinds;

/// <summary>Budget lines as a file: one row each, amounts of all stages side by side.</summary>
public sealed class BudgetLineImport(BudgetLines lines, NpgsqlDataSource dataSource, ViewerDatabase viewed) : IImportKind
{
    private const string Columns = """
        select key, version, unit, fiscal_year, number, label, parent, project, funding, category, dx, ground, floor,
               submitted_vnd, decided_vnd, executed_vnd, settled_vnd
          from budget_line
        """;

    private const string Select = Columns + " where key = any($1)";

    private const string SelectOfUnit =
        Columns + " where unit = $1 and ($2 is null or fiscal_year = $2) and withdrawn_because is null order by fiscal_year, key";

    private const string SelectUsual = """
        select submitted_vnd, decided_vnd, executed_vnd, settled_vnd
          from budget_line
         where unit = any($1)
           and withdrawn_because is null
         limit 5000
        """;

    public ImportTemplate Template => BudgetLineColumns.Template;

    public async Task<ImportPlan> PlanAsync(IReadOnlyList<TypedRow> rows, ImportScope scope, CancellationToken ct)
    {
        var faults = new List<ImportFault>();
        var keyed = new List<(TypedRow Row, BudgetLineKey Key)>(rows.Count);
        foreach (var row in rows)
        {
            if (scope.UnitOf(row, "unit", faults) is not { } unit)
            {
                continue;
            }

            var number = row.Text("number");
            if (BudgetLineKey.IsNumber(number))
            {
                var key = new BudgetLineKey(unit, (int)row.Whole("year")!.Value, number);
                keyed.Add((BudgetLineColumns.InShort(row, key), key));
            }
            else
            {
                faults.Add(row.Fault(BudgetLineRefusals.NumberInvalid.About("number", number, BudgetLineKey.LongestNumber), "number"));
            }
        }

        var held = await HeldAsync([.. keyed.Select(k => k.Key.ToString())], ct);
        var planned = new List<PlannedRow>(keyed.Count);
        foreach (var (row, key) in keyed)
        {
            if (RowPlan.Of(row, key.ToString(), held.GetValueOrDefault(key.ToString()), Template, faults) is { } plan)
            {
                planned.Add(plan.Writes ? plan with { What = new Line(key, row, held.GetValueOrDefault(key.ToString())) } : plan);
            }
        }

        return new(ParentsFirst(planned), faults, await UsualAsync([.. keyed.Select(k => k.Key.Unit.ToString()).Distinct()], ct));
    }

    public async Task<IReadOnlyList<RowAnswer>> SendAsync(
        IReadOnlyList<PlannedRow> rows, ImportScope scope, bool rehearsal, Action progress, CancellationToken ct)
    {
        var added = rows.Where(row => row.Change == RowChange.New).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        return await RowCommands.SendAsync(
            rows,
            scope,
            rehearsal,
            async (row, envelope, cancel) =>
            {
                var line = (Line)row.What!;
                var answer = RowCommands.Of(
                    line.Held is null
                        ? await lines.RecordAsync(line.Key, BudgetLineColumns.NewLineOf(line.Row, line.Key, scope), envelope, cancel)
                        : await lines.ReviseAsync(line.Key, BudgetLineColumns.ChangeOf(line.Row, line.Key, line.Held, scope, rehearsal), envelope, cancel),
                    BudgetLineColumns.ColumnOf);

                // A rehearsal writes nothing, so a parent that comes with the same file is not there yet.
                return rehearsal && BudgetLineColumns.ParentOf(line.Row, line.Key) is { } parent && added.Contains(parent)
                    ? answer with { Refusals = [.. answer.Refusals.Where(refusal => refusal.Code != BudgetLineRefusals.ParentUnknown.Code)] }
                    : answer;
            },
            progress,
            ct);
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

    /// <summary>Rows in an order in which every parent of the file stands before its parts.</summary>
    private static List<PlannedRow> ParentsFirst(List<PlannedRow> rows)
    {
        var parents = rows.Where(row => row.What is Line).DistinctBy(row => row.Key).ToDictionary(
            row => row.Key, row => BudgetLineColumns.ParentOf(row.Row, ((Line)row.What!).Key), StringComparer.Ordinal);
        return rows.ConvertAll(row => row with { Order = Depth(row.Key) });

        int Depth(string key)
        {
            var depth = 0;
            var seen = new HashSet<string>(StringComparer.Ordinal);   // a circle in the file must not hang; the grains refuse it
            for (var at = key; seen.Add(at) && parents.GetValueOrDefault(at) is { } parent && parents.ContainsKey(parent); at = parent)
            {
                depth++;
            }

            return depth;
        }
    }

    private async Task<Dictionary<string, HeldRow>> HeldAsync(string[] keys, CancellationToken ct)
    {
        var held = new Dictionary<string, HeldRow>(StringComparer.Ordinal);
        await using var command = dataSource.CreateCommand(Select);
        command.Parameters.Add(new() { Value = keys });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = Read(reader);
            held[row.Key] = row;
        }

        return held;
    }

    private static HeldRow Read(NpgsqlDataReader reader)
    {
        var key = BudgetLineKey.Parse(reader.GetString(0));
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [ImportTemplate.Version.Key] = reader.GetInt64(1),
            ["unit"] = reader.GetString(2),
            ["year"] = (long)reader.GetInt32(3),
            ["number"] = reader.GetString(4),
            ["label"] = reader.GetString(5),
            ["parent"] = BudgetLineColumns.ShortParent(Text(6), key),
            ["project"] = BudgetLineColumns.ShortProject(Text(7), key),
            ["funding"] = reader.GetString(8),
            ["category"] = Text(9),
            ["dx"] = reader.IsDBNull(10) ? null : reader.GetBoolean(10) ? "yes" : "no",
            ["ground"] = Text(11),
            ["floor"] = Text(12) is "none" ? null : Text(12),
        };
        for (var i = 0; i < BudgetLineColumns.Stages.Count; i++)
        {
            values[BudgetLineColumns.Stages[i].Column] = reader.IsDBNull(13 + i) ? null : new Money(reader.GetInt64(13 + i));
        }

        return new HeldRow(key.ToString(), reader.GetInt64(1), values);

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    private async Task<Dictionary<string, IReadOnlyList<decimal>>> UsualAsync(string[] units, CancellationToken ct)
    {
        var usual = BudgetLineColumns.Stages.ToDictionary(stage => stage.Column, _ => new List<decimal>(), StringComparer.Ordinal);
        await using var command = dataSource.CreateCommand(SelectUsual);
        command.Parameters.Add(new() { Value = units });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            for (var i = 0; i < BudgetLineColumns.Stages.Count; i++)
            {
                if (!reader.IsDBNull(i))
                {
                    usual[BudgetLineColumns.Stages[i].Column].Add(reader.GetInt64(i));
                }
            }
        }

        return usual.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<decimal>)entry.Value, StringComparer.Ordinal);
    }

    private sealed record Line(BudgetLineKey Key, TypedRow Row, HeldRow? Held);
}
