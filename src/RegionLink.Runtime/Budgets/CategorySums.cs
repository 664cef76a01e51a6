using Dapper;
using Npgsql;
using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Budgets;

/// <summary>State-funded DX lines of a unit and year by activity, stages side by side. Leaves only; sample and real data are told apart, never added.</summary>
public sealed class CategorySums(NpgsqlDataSource dataSource)
{
    private const string Select = """
        select category, illustrative, count(*) as Lines,
               sum(submitted_vnd) as Submitted, sum(decided_vnd) as Decided, sum(executed_vnd) as Executed, sum(settled_vnd) as Settled
          from budget_line
         where unit = @unit
           and fiscal_year = @year
           and leaf
           and withdrawn_because is null
           and dx
           and funding = 'state'
         group by category, illustrative
         order by category, illustrative
        """;

    /// <summary>Whoever asks has made sure that the reader may see the unit's budget lines.</summary>
    public async Task<IReadOnlyList<CategorySum>> ReadAsync(UnitKey unit, int year, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<CategorySum>(new CommandDefinition(Select, new { unit = unit.ToString(), year }, cancellationToken: ct));
        return rows.AsList();
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
