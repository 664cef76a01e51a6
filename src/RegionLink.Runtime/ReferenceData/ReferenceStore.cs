using Npgsql;
using NpgsqlTypes;
using RegionLink.Domain.Common;
using RegionLink.Domain.Metrics;
using RegionLink.Domain.Units;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>Writes a book into the reference tables, as a whole or not at all.</summary>
public sealed class ReferenceStore(NpgsqlDataSource dataSource)
{
    private const long Lock = 7_202_027;

    /// <summary>
    /// Loads the book unless its content is what was loaded last. Servers that start together wait for each other; when they carry
    /// different folders the last one wins.
    /// </summary>
    /// <returns>False when there was nothing to do.</returns>
    public async Task<bool> LoadAsync(ProvinceBook book, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        if (await LoadedAsync(connection, ct) is { } before && before.AsSpan().SequenceEqual(book.Hash))
        {
            return false;
        }

        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({Lock})", ct);
        if (await LoadedAsync(connection, ct) is { } meanwhile && meanwhile.AsSpan().SequenceEqual(book.Hash))
        {
            return false;
        }

        // delete, not truncate: readers go on with the old rows until the commit instead of waiting for it.
        await ExecuteAsync(
            connection,
            "delete from source; delete from legal_act; delete from unit; delete from unit_link; delete from metric; delete from reference_document; delete from reference_load",
            ct);
        await WriteAsync(connection, book, ct);
        await using var stamp = new NpgsqlCommand("insert into reference_load (hash) values ($1)", connection)
        {
            Parameters = { new() { Value = book.Hash } },
        };
        await stamp.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<byte[]?> LoadedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select hash from reference_load", connection);
        return (byte[]?)await command.ExecuteScalarAsync(ct);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, ProvinceBook book, CancellationToken ct)
    {
        await CopyAsync(connection, "source (id, title, url, published, trust, note)", book.Sources,
            s => [s.Id, s.Title, s.Url, s.Published, s.Trust, s.Note], ct);
        await CopyAsync(connection, "legal_act (number, title_vi, title_en, adopted, effective, status, repeals, source, note)", book.Acts,
            a => [a.Number, a.Title.Vi, a.Title.En, a.Adopted, a.Effective, DomainWords.Of(a.Status), Texts(a.Repeals), a.Source, a.Note], ct);
        await WriteUnitsAsync(connection, book, ct);
        await CopyAsync(connection, "unit_link (from_key, to_key, whole, acts, source, note)", book.Links,
            l => [l.Link.From.ToString(), l.Link.To.ToString(), l.Link.Whole, Texts(l.Link.Acts), l.Source, l.Note], ct);
        await CopyAsync(connection,
            "metric (id, name_vi, name_en, unit, kind, numerator, denominator, direction, pillar, staged, methods, note, least, most)", book.Metrics, Row, ct);
        await using var documents = new NpgsqlBatch(connection);
        foreach (var (name, content) in book.Documents)
        {
            documents.BatchCommands.Add(new("insert into reference_document (name, content) values ($1, $2)")
            {
                Parameters = { new() { Value = name }, new() { Value = content, NpgsqlDbType = NpgsqlDbType.Json } },
            });
        }

        await documents.ExecuteNonQueryAsync(ct);
    }

    private static object?[] Row(Metric m) =>
    [
        m.Id, m.NameVi, m.NameEn, DomainWords.Of(m.Unit), DomainWords.Of(m.Kind), m.Numerator, m.Denominator, DomainWords.Of(m.Direction),
        m.Pillar is { } pillar ? DomainWords.Of(pillar) : null, m.Staged, Texts(m.Methods), m.Note, m.Range?.Least, m.Range?.Most,
    ];

    private static Task WriteUnitsAsync(NpgsqlConnection connection, ProvinceBook book, CancellationToken ct)
    {
        var lineage = book.Lineage();
        return CopyAsync(
            connection,
            "unit (key, code, valid_from, valid_to, level, kind, name_vi, full_name_vi, name_en, search, parent_code, region_code, "
                + "former_province, district, area_km2, population_indicative, latitude, longitude, seat, acts, source, note)",
            book.Units,
            u =>
            [
                u.Unit.Key.ToString(), u.Unit.Key.Code, u.Unit.Key.ValidFrom, u.Unit.ValidTo, DomainWords.Of(u.Unit.Level), DomainWords.Of(u.Unit.Kind),
                u.Unit.NameVi, u.Unit.FullNameVi, u.Unit.NameEn, VietnameseSearch.Words($"{u.Unit.FullNameVi} {u.Unit.NameEn}"),
                u.Unit.ParentCode, Region(lineage, u.Unit), u.FormerProvince, u.District, u.AreaKm2, u.PopulationIndicative, u.Latitude, u.Longitude,
                u.Seat, Texts(u.Acts), u.Source, u.Note,
            ],
            ct);
    }

    /// <summary>Code of the region the unit lay in on its first day (the last one, when the start is open).</summary>
    private static string? Region(Lineage lineage, Unit unit)
    {
        var day = unit.Key.ValidFrom ?? unit.ValidTo ?? DateOnly.MaxValue;
        for (var above = unit; above is not null; above = lineage.ParentOf(above, day))
        {
            if (above.Level == UnitLevel.Region)
            {
                return above.Key.Code;
            }
        }

        return null;
    }

    private static string[] Texts(IReadOnlyList<string>? texts) => [.. texts ?? []];

    /// <param name="target">Table and columns; a constant of the program.</param>
    private static async Task CopyAsync<T>(
        NpgsqlConnection connection, string target, IReadOnlyList<T> items, Func<T, object?[]> row, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", ct);
        foreach (var item in items)
        {
            await copy.StartRowAsync(ct);
            foreach (var cell in row(item))
            {
                await (cell is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(cell, ct));
            }
        }

        await copy.CompleteAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
