using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Budgets;

/// <summary>State-funded DX lines of a unit and year by activity, stages side by side. Leaves only; sample and real data are told apart, never added.</summary>
public sealed class CategorySums(ViewerDatabase database)
{
    private const string Select = """
        select category, illustrative, count(*) as Lines,
               sum(submitted_vnd) as Submitted, sum(decided_vnd) as Decided, sum(executed_vnd) as Executed, sum(settled_vnd) as Settled
          from budget_line
         where unit = $1
           and fiscal_year = $2
           and leaf
           and withdrawn_because is null
           and dx
           and funding = 'state'
         group by category, illustrative
         order by category, illustrative
        """;

    /// <summary>Whoever asks has made sure that the viewer may see the unit's budget lines.</summary>
    public async Task<IReadOnlyList<CategorySum>> ReadAsync(UnitKey unit, int year, TableViewer viewer, CancellationToken ct)
    {
        var statement = new NpgsqlBatchCommand(Select) { Parameters = { new() { Value = unit.ToString() }, new() { Value = year } } };
        await using var read = await database.ReadAsync(viewer, ct, statement);
        return await read.Reader.TakeAsync<CategorySum>(ct);
    }
}

/// <summary>Whole VND; null where no line carries an amount at the stage, which is unknown and not zero.</summary>
/// <param name="Category">A01 to A12; null for lines without one.</param>
public sealed record CategorySum(
    string? Category, bool Illustrative, long Lines, decimal? Submitted, decimal? Decided, decimal? Executed, decimal? Settled)
{
    public decimal? At(BudgetStage stage) => stage switch
    {
        BudgetStage.Submitted => Submitted,
        BudgetStage.Decided => Decided,
        BudgetStage.Executed => Executed,
        BudgetStage.Settled => Settled,
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
