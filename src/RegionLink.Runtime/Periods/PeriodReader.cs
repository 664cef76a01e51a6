using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using RegionLink.Runtime.EventLog;

namespace RegionLink.Runtime.Periods;

/// <summary>Reads one period with its forms, what each unit owes by when, and the extensions given.</summary>
public sealed class PeriodReader(NpgsqlDataSource dataSource)
{
    private const string SelectPeriod = """
        select key, version, illustrative, title_vi, title_en, start_on, end_on, about, due_on, state, forms::text
          from period
         where key = $1
        """;

    private const string SelectObligations = """
        select unit, due_on, extended, extension_reason
          from report_obligation
         where period = $1
         order by unit
        """;

    /// <summary>Null when it was never opened.</summary>
    public async Task<StoredPeriod?> FindAsync(string id, CancellationToken ct)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(new(SelectPeriod) { Parameters = { new() { Value = id } } });
        batch.BatchCommands.Add(new(SelectObligations) { Parameters = { new() { Value = id } } });
        await using var reader = await batch.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        var period = new StoredPeriod(
            reader.GetString(0), reader.GetInt64(1), reader.GetBoolean(2), reader.GetString(3), reader.GetString(4),
            reader.GetFieldValue<DateOnly>(5), reader.GetFieldValue<DateOnly>(6), reader.GetString(7), reader.GetFieldValue<DateOnly>(8),
            JsonSerializer.Deserialize<PeriodState>($"\"{reader.GetString(9)}\"", StoredJson.Options),
            JsonSerializer.Deserialize<ImmutableArray<ReportingForm>>(reader.GetString(10), StoredJson.Options), []);
        await reader.NextResultAsync(ct);
        var units = ImmutableArray.CreateBuilder<Obligation>();
        while (await reader.ReadAsync(ct))
        {
            units.Add(new Obligation(
                UnitKey.Parse(reader.GetString(0)), reader.GetFieldValue<DateOnly>(1), reader.GetBoolean(2),
                reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        return period with { Units = units.ToImmutable() };
    }
}

/// <summary>A reporting period as it stands.</summary>
/// <param name="Version">Version for If-Match.</param>
/// <param name="About">The period its figures are about.</param>
/// <param name="Due">Due date of units without an extension.</param>
public sealed record StoredPeriod(
    string Id,
    long Version,
    bool Illustrative,
    string TitleVi,
    string TitleEn,
    DateOnly Start,
    DateOnly End,
    string About,
    DateOnly Due,
    PeriodState State,
    ImmutableArray<ReportingForm> Forms,
    ImmutableArray<Obligation> Units)
{
    public static StoredPeriod Of(ReportingPeriod state, long version) => new(
        state.Id, version, state.Illustrative, state.TitleVi, state.TitleEn, state.Start, state.End, state.About, state.Due, state.State, state.Forms,
        [
            .. state.Units.OrderBy(u => u.ToString(), StringComparer.Ordinal).Select(u =>
                new Obligation(u, state.DueOf(u), state.Extensions.ContainsKey(u.ToString()), state.Extensions.GetValueOrDefault(u.ToString())?.Reason)),
        ]);
}

/// <summary>What a unit owes: a report by a day.</summary>
/// <param name="ExtensionReason">Of the latest extension; null when there is none.</param>
public sealed record Obligation(UnitKey Unit, DateOnly Due, bool Extended, string? ExtensionReason);
