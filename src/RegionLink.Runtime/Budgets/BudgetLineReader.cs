using Npgsql;
using RegionLink.Domain.Budgets;
using RegionLink.Domain.Common;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Budgets;

/// <summary>Reads one budget line as the read tables hold it.</summary>
public sealed class BudgetLineReader(ViewerDatabase database)
{
    private const string SelectLine = """
        select version, label, project, parent, funding, category, dx, ground, floor,
               withdrawn_because as WithdrawnBecause, illustrative, created_at as CreatedAt, updated_at as UpdatedAt
          from budget_line
         where key = $1
        """;

    private const string SelectAmounts = """
        select stage, amount_vnd as Amount, origin, source
          from budget_line_amount
         where line = $1
         order by array_position(array['submitted', 'decided', 'executed', 'settled'], stage)
        """;

    private const string SelectParts = """
        select key
          from budget_line
         where parent = $1
           and withdrawn_because is null
         order by key
        """;

    /// <summary>Null when there is no such line. Whoever asks has made sure that the viewer may see the unit's budget lines.</summary>
    public async Task<BudgetLineView?> FindAsync(BudgetLineKey key, TableViewer viewer, CancellationToken ct)
    {
        await using var read = await database.ReadAsync(viewer, ct, About(SelectLine), About(SelectAmounts), About(SelectParts));
        if (await read.Reader.TakeAsync<LineRow>(ct) is not [var line])
        {
            return null;
        }

        var amounts = (await read.Reader.TakeAsync<AmountRow>(ct)).ConvertAll(a => new AmountView(a.Stage, new Money(a.Amount), a.Origin, a.Source));
        var parts = await read.Reader.TakeAsync(row => row.GetString(0), ct);
        return new BudgetLineView(
            key.ToString(), key.Unit, key.Year, key.Number, line.Label, line.Project, line.Parent, parts,
            new ClassificationView(line.Funding, line.Category, line.Dx, line.Ground, line.Floor),
            amounts, line.WithdrawnBecause, line.Illustrative, line.Version, line.CreatedAt, line.UpdatedAt);

        NpgsqlBatchCommand About(string sql) => new(sql) { Parameters = { new() { Value = key.ToString() } } };
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
