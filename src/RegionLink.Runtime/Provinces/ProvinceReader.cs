using Dapper;
using Npgsql;
using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Provinces;

/// <summary>Reads a province as the read tables hold it: fresh on every node, unlike a grain in memory.</summary>
public sealed class ProvinceReader(NpgsqlDataSource dataSource)
{
    private const string Select = """
        select version, illustrative, updated_at as UpdatedAt
          from province
         where key = @unit;
        select fiscal_year as Year, open, reopened_because as ReopenedBecause, illustrative
          from fiscal_year
         where unit = @unit
         order by fiscal_year;
        select fiscal_year as Year, stage, form, amount_vnd as Amount, origin, source, scale_jump_confirmed as ScaleJumpConfirmed, illustrative
          from fiscal_year_total
         where unit = @unit
           and withdrawn_because is null
         order by fiscal_year, array_position(array['submitted', 'decided', 'executed', 'settled'], stage), form;
        select kind, level
          from sharing
         where unit = @unit
         order by kind;
        """;

    /// <summary>Null when nothing was ever written about the province.</summary>
    public async Task<ProvinceView?> FindAsync(UnitKey unit, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var rows = await connection.QueryMultipleAsync(new CommandDefinition(Select, new { unit = unit.ToString() }, cancellationToken: ct));
        if (await rows.ReadSingleOrDefaultAsync<Head>() is not { } head)
        {
            return null;
        }

        var years = (await rows.ReadAsync<YearRow>()).AsList();
        var totals = (await rows.ReadAsync<TotalRow>()).ToLookup(t => t.Year);
        var sharing = (await rows.ReadAsync<(string Kind, string Level)>()).ToDictionary(s => s.Kind, s => s.Level);
        return new ProvinceView(
            unit,
            head.Version,
            head.Illustrative,
            head.UpdatedAt,
            [.. years.Select(y => new FiscalYearView(y.Year, y.Open, y.ReopenedBecause, y.Illustrative, [.. totals[y.Year].Select(t => t.AsView())]))],
            sharing);
    }

    private sealed record Head(long Version, bool Illustrative, DateTime UpdatedAt);

    private sealed record YearRow(int Year, bool Open, string? ReopenedBecause, bool Illustrative);

    private sealed record TotalRow(
        int Year, string Stage, string Form, long Amount, string Origin, string Source, string? ScaleJumpConfirmed, bool Illustrative)
    {
        public TotalView AsView() => new(Stage, Form, new Money(Amount), Origin, Source, ScaleJumpConfirmed, Illustrative);
    }
}

/// <summary>A province as it is shown.</summary>
/// <param name="Sharing">Levels the province set itself, by kind of data.</param>
public sealed record ProvinceView(
    UnitKey Unit,
    long Version,
    bool Illustrative,
    DateTime UpdatedAt,
    IReadOnlyList<FiscalYearView> FiscalYears,
    IReadOnlyDictionary<string, string> Sharing);

public sealed record FiscalYearView(int Year, bool Open, string? ReopenedBecause, bool Illustrative, IReadOnlyList<TotalView> Totals);

/// <param name="Amount">Whole VND.</param>
/// <param name="ScaleJumpConfirmed">Why an amount far off other years is right; null when nothing was asked.</param>
public sealed record TotalView(string Stage, string Form, Money Amount, string Origin, string Source, string? ScaleJumpConfirmed, bool Illustrative);
