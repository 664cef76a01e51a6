using Npgsql;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Grains;
using static RegionLink.Runtime.Grains.ProjectionStatement;

namespace RegionLink.Runtime.Budgets;

/// <summary>Brings the read tables of a budget line to its state. The sums over lines follow by themselves, by triggers on the table.</summary>
internal static class BudgetLineProjection
{
    /// <summary>
    /// A line that appears under a parent shares the parent's row with others that do; one that is withdrawn from it must be alone there,
    /// or two that go at once would each see the other still standing and the parent would never be a leaf again.
    /// </summary>
    private const string JoinParent = "select from budget_line where key = $1 for key share";

    private const string LeaveParent = "select from budget_line where key = $1 for update";

    private const string PutLine = """
        insert into budget_line
          (key, unit, fiscal_year, number, label, project, parent, leaf, funding, category, dx, ground, floor,
           submitted_vnd, decided_vnd, executed_vnd, settled_vnd, withdrawn_because, illustrative, version, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, not exists (select from budget_line c where c.parent = $1 and c.withdrawn_because is null),
                $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
        on conflict (key) do update
           set project = excluded.project,
               funding = excluded.funding,
               category = excluded.category,
               dx = excluded.dx,
               ground = excluded.ground,
               floor = excluded.floor,
               submitted_vnd = excluded.submitted_vnd,
               decided_vnd = excluded.decided_vnd,
               executed_vnd = excluded.executed_vnd,
               settled_vnd = excluded.settled_vnd,
               withdrawn_because = excluded.withdrawn_because,
               version = excluded.version,
               updated_at = excluded.updated_at
         where excluded.version > budget_line.version
        """;

    private const string PutAmounts = """
        insert into budget_line_amount (line, stage, unit, fiscal_year, amount_vnd, origin, source, illustrative, version, updated_at)
        select $1, a.stage, $2, $3, a.amount_vnd, a.origin, a.source, $4, a.version, a.updated_at
          from unnest($5, $6, $7, $8, $9, $10) as a (stage, amount_vnd, origin, source, version, updated_at)
        on conflict (line, stage) do update
           set amount_vnd = excluded.amount_vnd,
               origin = excluded.origin,
               source = excluded.source,
               version = excluded.version,
               updated_at = excluded.updated_at
         where excluded.version > budget_line_amount.version
        """;

    private const string TellParent = """
        update budget_line p
           set leaf = not p.leaf
         where p.key = $1
           and p.leaf = exists (select from budget_line c where c.parent = p.key and c.withdrawn_because is null)
        """;

    public static IEnumerable<NpgsqlBatchCommand> Of(Written<BudgetLine, BudgetLineEvent> written)
    {
        var key = BudgetLineKey.Parse(written.Key);
        var line = written.State;
        var parent = written.Events.Any(e => e.Fact is BudgetLineEvent.Recorded or BudgetLineEvent.Withdrawn) ? line.Parent : null;
        if (parent is not null)
        {
            yield return ProjectionStatement.Of(line.Withdrawn ? LeaveParent : JoinParent, Text(parent));
        }

        yield return Line(written, key, line);

        var changed = AmountsOf(written).ToList();
        if (changed.Count > 0)
        {
            yield return Amounts(written.Key, key, line, changed);
        }

        if (parent is not null)
        {
            yield return ProjectionStatement.Of(TellParent, Text(parent));
        }
    }

    private static NpgsqlBatchCommand Line(Written<BudgetLine, BudgetLineEvent> written, BudgetLineKey key, BudgetLine line)
    {
        var what = line.Classification;
        long? At(BudgetStage stage) => line.At(stage)?.Amount.Vnd;
        return ProjectionStatement.Of(
            PutLine,
            Text(written.Key), Text(key.Unit.ToString()), Int(key.Year), Text(key.Number), Text(line.Label), Text(line.Project), Text(line.Parent),
            Word(what.Funding), Text(what.Category?.ToString()), Flag(what.Dx), Text(what.Ground), Word(what.Floor),
            Long(At(BudgetStage.Submitted)), Long(At(BudgetStage.Decided)), Long(At(BudgetStage.Executed)), Long(At(BudgetStage.Settled)),
            Text(line.WithdrawnBecause), Flag(line.Illustrative), Long(written.Version),
            Instant(written.Events[0].At), Instant(written.Events[^1].At));
    }

    private static NpgsqlBatchCommand Amounts(string line, BudgetLineKey key, BudgetLine state, List<Changed> changed) => ProjectionStatement.Of(
        PutAmounts,
        Text(line), Text(key.Unit.ToString()), Int(key.Year), Flag(state.Illustrative),
        Texts(changed.Select(c => WordOf(c.Amount.Stage))), Longs(changed.Select(c => c.Amount.Amount.Vnd)),
        Texts(changed.Select(c => WordOf(c.Amount.Origin))), Texts(changed.Select(c => c.Amount.Source)),
        Longs(changed.Select(c => c.Version)), Instants(changed.Select(c => c.At)));

    /// <summary>Each stage once, as it was left by the last event that touched it.</summary>
    private static IEnumerable<Changed> AmountsOf(Written<BudgetLine, BudgetLineEvent> written) => written.Events
        .SelectMany(e => e.Fact switch
        {
            BudgetLineEvent.Recorded r => r.Amounts.Select(a => new Changed(a, e.Version, e.At)),
            BudgetLineEvent.AmountAdjusted a => [new Changed(new StageAmount(a.Stage, a.Amount, a.Origin, a.Source), e.Version, e.At)],
            _ => [],
        })
        .GroupBy(c => c.Amount.Stage)
        .Select(g => g.Last());

    private sealed record Changed(StageAmount Amount, long Version, DateTimeOffset At);
}
