using System.Buffers;
using System.Text;
using RegionLink.Domain.Imports;

namespace RegionLink.Server.Files;

/// <summary>
/// Writes a table as CSV (RFC 4180, UTF-8, CRLF) while its rows arrive: memory stays at one buffer, nothing is written synchronously, so a
/// response body is a fine target. Texts that start a formula are neutralised, see <see cref="FormulaGuard"/>.
/// </summary>
public sealed class CsvTableWriter
{
    private const int FlushAt = 32 * 1024;
    private readonly Stream _target;
    private readonly char _delimiter;
    private readonly bool _decimalComma;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt + 4096);

    /// <param name="target">Left open; only asynchronous writes are made.</param>
    /// <param name="delimiter">Comma, or semicolon for spreadsheets set to Vietnamese.</param>
    /// <param name="byteOrderMark">True when people will open the file: without the mark Excel does not read it as UTF-8.</param>
    /// <param name="decimalComma">True for a file in Vietnamese that people will open: 91,5. A spreadsheet set to Vietnamese takes 91.5 for text, or for a day.</param>
    public CsvTableWriter(Stream target, char delimiter = ',', bool byteOrderMark = false, bool decimalComma = false)
    {
        _decimalComma = decimalComma;
        _target = target;
        _delimiter = delimiter;
        if (byteOrderMark)
        {
            _buffer.Write<byte>([0xEF, 0xBB, 0xBF]);
        }
    }

    /// <summary>Writes one line. Values keep their type: numbers and dates are written for machines, null as an empty field.</summary>
    public ValueTask WriteRowAsync(IReadOnlyList<object?> row, CancellationToken ct)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0)
            {
                Encode(_delimiter.ToString());
            }

            var (text, plain) = CellText.Of(row[i]);
            if (_decimalComma && row[i] is (decimal or double or float))
            {
                text = text.Replace('.', ',');
            }

            Field(plain ? text : FormulaGuard.Protect(text));
        }

        Encode("\r\n");
        return _buffer.WrittenCount < FlushAt ? ValueTask.CompletedTask : FlushAsync(ct);
    }

    /// <summary>Hands what was written so far to the target; call it after the last row.</summary>
    public async ValueTask FlushAsync(CancellationToken ct)
    {
        await _target.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }

    private void Field(string text)
    {
        // An outer space would be trimmed by some readers; quotes keep it.
        var quoted = text.AsSpan().IndexOfAny([_delimiter, '"', '\r', '\n']) >= 0 || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' '));
        Encode(quoted ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
    }

    private void Encode(string text) => Encoding.UTF8.GetBytes(text, _buffer);
}
