using System.Collections.Frozen;
using Npgsql;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Units;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>The units and metrics the platform works with, in memory. Immutable; ask <see cref="ReferenceCache"/> for the one in force.</summary>
public sealed record Reference(Lineage Lineage, MetricCatalogue Metrics)
{
    /// <summary>Titles of the acts on record, by their numbers (<c>148/2025/QH15</c>).</summary>
    public IReadOnlyDictionary<string, ActTitle> Acts { get; init; } = FrozenDictionary<string, ActTitle>.Empty;

    /// <summary>The Vietnamese form of notes, bases and descriptions of sources the provinces folder has in English, by the English one.</summary>
    public IReadOnlyDictionary<string, string> Wordings { get; init; } = FrozenDictionary<string, string>.Empty;
}

/// <summary>What an act is about.</summary>
public sealed record ActTitle(string Vi, string En);

/// <summary>
/// Keeps the reference data in memory. The last known data serves while the database is away; only a server that never saw any has to
/// wait for it.
/// </summary>
public sealed class ReferenceCache(NpgsqlDataSource dataSource) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Known? _known;

    /// <summary>What is known; null before anything was read. For places that cannot wait.</summary>
    public Reference? Current => _known?.Reference;

    /// <exception cref="NpgsqlException">The database is away and nothing was ever read from it: an outage.</exception>
    public async ValueTask<Reference> GetAsync(CancellationToken ct) => Current ?? await RefreshAsync(ct);

    /// <summary>Reads again what another server, or a load in this one, may have replaced; cheap when nothing was.</summary>
    /// <exception cref="NpgsqlException">The database is away: an outage; what was known stays.</exception>
    public async Task<Reference> RefreshAsync(CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            return (_known = await CheckedAsync(ct)).Reference;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Known> CheckedAsync(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var stamp = await StampAsync(connection, ct);
        return _known is { } known && known.Stamp == stamp
            ? known
            : new(await ReadAsync(connection, ct), stamp);
    }

    private static async Task<string> StampAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coalesce((select encode(hash, 'hex') || loaded_at::text from reference_load), '')", connection);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<Reference> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        // One snapshot: a load that commits in between must not give units of one folder and links of another.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var units = await RowsAsync(connection, "select key, valid_to, kind, name_vi, name_en, parent_code from unit", UnitOf, ct);
        var links = await RowsAsync(connection, "select from_key, to_key, whole, acts from unit_link", LinkOf, ct);
        var metrics = await RowsAsync(
            connection,
            "select id, name_vi, name_en, unit, kind, numerator, denominator, direction, pillar, staged, methods, note, least, most from metric",
            MetricOf,
            ct);
        var acts = await RowsAsync(
            connection, "select number, title_vi, title_en from legal_act", r => KeyValuePair.Create(r.GetString(0), new ActTitle(r.GetString(1), r.GetString(2))), ct);
        var wordings = await RowsAsync(
            connection, "select key, value from reference_document, json_each_text(content) where name = 'wordings'", r => KeyValuePair.Create(r.GetString(0), r.GetString(1)), ct);
        await transaction.CommitAsync(ct);
        return new(new(units, links), new(metrics)) { Acts = acts.ToFrozenDictionary(), Wordings = wordings.ToFrozenDictionary() };
    }

    private static Unit UnitOf(NpgsqlDataReader r) => new(
        UnitKey.Parse(r.GetString(0)), r.IsDBNull(1) ? null : r.GetFieldValue<DateOnly>(1), Word<UnitKind>(r, 2), r.GetString(3), r.GetString(4), Text(r, 5));

    private static UnitLink LinkOf(NpgsqlDataReader r) =>
        new(UnitKey.Parse(r.GetString(0)), UnitKey.Parse(r.GetString(1)), r.GetBoolean(2), r.GetFieldValue<string[]>(3));

    private static Metric MetricOf(NpgsqlDataReader r) => new(
        r.GetString(0), r.GetString(1), r.GetString(2), Word<UnitOfMeasure>(r, 3), Word<MeasureKind>(r, 4), Text(r, 5), Text(r, 6), Word<Better>(r, 7),
        r.IsDBNull(8) ? null : Word<Pillar>(r, 8), r.GetBoolean(9), r.GetFieldValue<string[]>(10), Text(r, 11),
        r.IsDBNull(12) ? null : new(r.GetDecimal(12), r.GetDecimal(13)));

    private static string? Text(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private static T Word<T>(NpgsqlDataReader reader, int ordinal)
        where T : struct, Enum => DomainWords.TryRead<T>(reader.GetString(ordinal), out var value)
            ? value
            : throw new InvalidOperationException($"'{reader.GetString(ordinal)}' is not a {typeof(T).Name}: a newer program loaded the reference data.");

    private static async Task<List<T>> RowsAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    private sealed record Known(Reference Reference, string Stamp);
}
