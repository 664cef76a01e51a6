using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RegionLink.Runtime.Observations;

/// <summary>
/// Ties the rows of a batch to its event: SHA-256 over a line per row, in order of id. STORED FORMAT: verify recomputes it from the
/// fact table alone. Closing a row later does not change it.
/// </summary>
internal sealed class RowsHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _line = new byte[1024];

    /// <summary>Adds a row.</summary>
    /// <param name="head">Metric, unit of measure, base, stage, method, standing, title and address of the source; see <see cref="Head"/>.</param>
    /// <param name="dates">Both days as yyyy-MM-dd, with a tab between.</param>
    public void Add(long id, ReadOnlySpan<byte> head, string unit, string dates, decimal value, int revision, string? note)
    {
        var most = head.Length + Encoding.UTF8.GetMaxByteCount(unit.Length + dates.Length + (note?.Length ?? 0) + 100);
        if (_line.Length < most)
        {
            _line = new byte[most * 2];
        }

        head.CopyTo(_line);
        Encoding.UTF8.TryGetBytes(unit, _line.AsSpan(head.Length), out var end);
        end += head.Length;
        _line[end++] = (byte)'\t';
        Encoding.UTF8.TryGetBytes(dates, _line.AsSpan(end), out var written);
        end += written;
        _line[end++] = (byte)'\t';
        value.TryFormat(_line.AsSpan(end), out written, default, CultureInfo.InvariantCulture);
        end += written;
        _line[end++] = (byte)'\t';
        id.TryFormat(_line.AsSpan(end), out written, default, CultureInfo.InvariantCulture);
        end += written;
        _line[end++] = (byte)'\t';
        revision.TryFormat(_line.AsSpan(end), out written, default, CultureInfo.InvariantCulture);
        end += written;
        _line[end++] = (byte)'\t';
        Encoding.UTF8.TryGetBytes(note ?? "", _line.AsSpan(end), out written);
        end += written;
        _line[end++] = (byte)'\n';
        _hash.AppendData(_line, 0, end);
    }

    public static byte[] Head(
        string metric, string unitOfMeasure, int rankBase, string stage, string method, string standing, string source, string sourceUrl) =>
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{metric}\t{unitOfMeasure}\t{rankBase}\t{stage}\t{method}\t{standing}\t{source}\t{sourceUrl}\t"));

    public static string Dates(DateOnly start, DateOnly end) => string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd}\t{end:yyyy-MM-dd}");

    /// <summary>Hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public static string Of(ObservationSheet sheet, int batch, IReadOnlyList<WrittenRow> rows)
    {
        using var hash = new RowsHash();
        var heads = sheet.Heads.ConvertAll(h => Head(
            h.Head.Metric, h.Head.UnitOfMeasure, h.Base, h.Stage, h.Head.Method, h.Standing, h.Head.Source, h.SourceUrl));
        var dates = sheet.Periods.ConvertAll(p => Dates(p.Start, p.End));
        var id = SheetWriter.FirstId(batch);
        foreach (var (place, revision) in rows)
        {
            var row = sheet.Rows[place];
            var note = row.Note < 0 ? null : sheet.Notes[row.Note];
            hash.Add(id++, heads[row.Head], sheet.Units[row.Unit].Key, dates[row.Period], row.Value, revision, note);
        }

        return hash.Finish();
    }

    public void Dispose() => _hash.Dispose();
}
