using Dapper;
using Npgsql;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Budgets;

/// <summary>Reads one budget line as the read tables hold it.</summary>
public sealed class BudgetLineReader(NpgsqlDataSource dataSource)
{
    private const string Select = """
        select version, label, project, parent, funding, category, dx, ground, floor,
               withdrawn_because as WithdrawnBecause, illustrative, created_at as CreatedAt, updated_at as UpdatedAt
          from budget_line
         where key = @key;
        select stage, amount_vnd as Amount, origin, source
          from budget_line_amount
         where line = @key
         order by array_position(array['submitted', 'decided', 'executed', 'settled'], stage);
        select key
          from budget_line
         where parent = @key
           and withdrawn_because is null
         order by key;
        """;

    /// <summary>Null when there is no such line.</summary>
    public async Task<BudgetLineView?> FindAsync(BudgetLineKey key, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var rows = await connection.QueryMultipleAsync(new CommandDefinition(Select, new { key = key.ToString() }, cancellationToken: ct));
        if (await rows.ReadSingleOrDefaultAsync<LineRow>() is not { } line)
        {
            return null;
        }

        var amounts = (await rows.ReadAsync<AmountRow>()).Select(a => new AmountView(a.Stage, new Money(a.Amount), a.Origin, a.Source)).ToList();
        var parts = (await rows.ReadAsync<string>()).AsList();
        return new BudgetLineView(
            key.ToString(), key.Unit, key.Year, key.Number, line.Label, line.Project, line.Parent, parts,
            new ClassificationView(line.Funding, line.Category, line.Dx, line.Ground, line.Floor),
            amounts, line.WithdrawnBecause, line.Illustrative, line.Version, line.CreatedAt, line.UpdatedAt);
    }

    private sealed record LineRow(
        long Version, string Label, string? Project, string? Parent, string Funding, string? Category, bool? Dx, string? Ground,
        string Floor, string? WithdrawnBecause, bool Illustrative, DateTime CreatedAt, DateTime UpdatedAt);

    private sealed record AmountRow(string Stage, long Amount, string Origin, string? Source);
}

/// <summary>A budget line as it is shown.</summary>
/// <param name="Parts">Keys of the standing lines that name it as their parent; when there are any, its own amounts are not summed.</param>
/// <param name="WithdrawnBecause">Null while the line stands.</param>
public sealed record BudgetLineView(
    string Key,
    UnitKey Unit,
    int Year,
    string Number,
    string Label,
    string? Project,
    string? Parent,
    IReadOnlyList<string> Parts,
    ClassificationView Classification,
    IReadOnlyList<AmountView> Amounts,
    string? WithdrawnBecause,
    bool Illustrative,
    long Version,
    DateTime CreatedAt,
    DateTime UpdatedAt);

/// <param name="Dx">Null while nobody has said whether the line is digital transformation.</param>
public sealed record ClassificationView(string Funding, string? Category, bool? Dx, string? Ground, string Floor);

/// <param name="Amount">Whole VND.</param>
public sealed record AmountView(string Stage, Money Amount, string Origin, string? Source);
