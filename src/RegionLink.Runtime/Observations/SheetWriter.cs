using Npgsql;
using NpgsqlTypes;

namespace RegionLink.Runtime.Observations;

/// <summary>Writes rows of a sheet into the fact table by binary COPY.</summary>
internal static class SheetWriter
{
    /// <summary>A row's id is the number of its batch times 2^24 plus its place; so a batch is found by a range of ids.</summary>
    public const int RowBits = 24;

    /// <summary>For the server to finish what was sent; zero would mean at once, not for ever.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(30);

    private const string Copy = """
        copy observation (id, series, unit, province, period_start, period_end, value, head, note, revision)
        from stdin (format binary)
        """;

    public static long FirstId(int batch) => (long)batch << RowBits;

    /// <returns>The hash of the rows as written; see <see cref="RowsHash"/>.</returns>
    /// <param name="rows">Places of the rows in the sheet, in its order, with the revision each of them is.</param>
    public static async Task<string> WriteAsync(
        NpgsqlConnection connection, ObservationSheet sheet, int batch, IReadOnlyList<WrittenRow> rows, SheetNumbers numbers, CancellationToken ct)
    {
        // Hashing takes another core while the database takes its time.
        var hash = Task.Run(() => RowsHash.Of(sheet, batch, rows), ct);
        await using var copy = await connection.BeginBinaryImportAsync(Copy, ct);
        copy.Timeout = MostTime;
        var id = FirstId(batch);
        foreach (var (place, revision) in rows)
        {
            var row = sheet.Rows[place];
            var period = sheet.Periods[row.Period];

            // The synchronous calls only fill the buffer; the one asynchronous call per row flushes it when it is full.
            await copy.StartRowAsync(ct);
            copy.Write(id++, NpgsqlDbType.Bigint);
            copy.Write(numbers.Series[row.Head], NpgsqlDbType.Integer);
            copy.Write(numbers.Units[row.Unit], NpgsqlDbType.Integer);
            copy.Write(numbers.Provinces[row.Unit], NpgsqlDbType.Integer);
            copy.Write(period.Start, NpgsqlDbType.Date);
            copy.Write(period.End, NpgsqlDbType.Date);
            copy.Write(row.Value, NpgsqlDbType.Numeric);
            copy.Write(numbers.Heads[row.Head], NpgsqlDbType.Integer);
            if (row.Note < 0)
            {
                copy.WriteNull();
            }
            else
            {
                copy.Write(sheet.Notes[row.Note], NpgsqlDbType.Text);
            }

            copy.Write(revision, NpgsqlDbType.Integer);
        }

        await copy.CompleteAsync(ct);
        return await hash;
    }
}

/// <summary>A row of a sheet that is to be written.</summary>
/// <param name="Place">In the sheet.</param>
/// <param name="Revision">1 for a value nobody gave before.</param>
internal readonly record struct WrittenRow(int Place, int Revision);
