using System.Security.Cryptography;

namespace RegionLink.Runtime.Observations;

/// <summary>
/// Reads CSV (RFC 4180, comma, UTF-8 with or without mark) as bytes, record by record, and hashes what it reads. Written by hand because
/// bulk files are read at the speed of COPY: a general reader makes a string of every cell, and cells here repeat a million times.
/// Forgiving where files differ in practice (LF or CRLF, no last line end, empty lines) and in nothing else.
/// </summary>
internal sealed class CsvRecords(Stream stream) : IDisposable
{
    private const int MostBytesPerRecord = 1 << 20;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[1 << 18];
    private byte[] _unquoted = new byte[256];
    private int _start;
    private int _end;
    private int _lines;
    private bool _finished;

    /// <summary>Receives one record; the cells are only good until it returns.</summary>
    /// <param name="line">Line the record starts on, from 1.</param>
    /// <param name="text">What the ranges cut.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="broken">True when a quote is wrong; the cells mean nothing then.</param>
    public delegate void Take(int line, ReadOnlySpan<byte> text, ReadOnlySpan<Range> cells, bool broken);

    /// <summary>SHA-256 of everything read.</summary>
    public byte[] FileHash() => _hash.GetCurrentHash();

    /// <summary>Hands every record to <paramref name="take"/>, to the end of the stream.</summary>
    public async Task ReadAsync(Take take, CancellationToken ct)
    {
        var first = true;
        while (!_finished)
        {
            await FillAsync(ct);
            if (first && _buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8))
            {
                _start += 3;
            }

            first = false;
            TakeWholeRecords(take);
        }
    }

    public void Dispose() => _hash.Dispose();

    private async Task FillAsync(CancellationToken ct)
    {
        var left = _end - _start;
        if (left == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start, left).CopyTo(_buffer);
        }

        (_start, _end) = (0, left);
        while (_end < _buffer.Length)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), ct);
            if (read == 0)
            {
                _finished = true;
                break;
            }

            _hash.AppendData(_buffer, _end, read);
            _end += read;
        }
    }

    private void TakeWholeRecords(Take take)
    {
        Span<Range> cells = stackalloc Range[64];
        while (_start < _end)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            var record = length < 0 ? rest : rest[..length];
            if (record.Contains((byte)'"'))
            {
                if (!TakeQuoted(rest, cells, take))
                {
                    return;
                }

                continue;
            }

            if (length < 0 && !_finished && rest.Length < MostBytesPerRecord)
            {
                return;
            }

            _start += length < 0 ? rest.Length : length + 1;
            _lines++;
            if (record.EndsWith("\r"u8))
            {
                record = record[..^1];
            }

            if (record.Length > 0)
            {
                take(_lines, record, cells[..Split(record, cells)], broken: false);
            }
        }
    }

    private static int Split(ReadOnlySpan<byte> record, Span<Range> cells)
    {
        var (count, start) = (0, 0);
        while (count < cells.Length - 1)
        {
            var comma = record[start..].IndexOf((byte)',');
            if (comma < 0)
            {
                break;
            }

            cells[count++] = start..(start + comma);
            start += comma + 1;
        }

        cells[count++] = start..record.Length;
        return count;
    }

    /// <summary>A record with quotes, which may run over several lines. False when its end is not in the buffer yet.</summary>
    private bool TakeQuoted(ReadOnlySpan<byte> rest, Span<Range> cells, Take take)
    {
        if (_unquoted.Length < rest.Length)
        {
            _unquoted = new byte[_buffer.Length];
        }

        var (count, at, written, cellStart, lines) = (0, 0, 0, 0, 0);
        var (quoted, wasQuoted, broken) = (false, false, false);
        for (; at < rest.Length; at++)
        {
            var b = rest[at];
            if (quoted)
            {
                if (b != '"')
                {
                    lines += b == '\n' ? 1 : 0;
                    _unquoted[written++] = b;
                }
                else if (at + 1 < rest.Length && rest[at + 1] == '"')
                {
                    _unquoted[written++] = b;
                    at++;
                }
                else if (at + 1 == rest.Length && !_finished)
                {
                    return TooLong(rest, take);   // the next byte decides whether this quote closes
                }
                else
                {
                    quoted = false;
                }
            }
            else if (b == '"' && written == cellStart && !wasQuoted)
            {
                quoted = wasQuoted = true;
            }
            else if (b == ',')
            {
                if (count < cells.Length)
                {
                    cells[count++] = cellStart..written;
                }

                (cellStart, wasQuoted) = (written, false);
            }
            else if (b == '\n')
            {
                break;
            }
            else if (b != '\r')
            {
                broken |= wasQuoted || b == '"';
                _unquoted[written++] = b;
            }
        }

        if (at == rest.Length && !_finished)
        {
            return TooLong(rest, take);
        }

        if (count < cells.Length)
        {
            cells[count++] = cellStart..written;
        }

        var line = _lines + 1;
        _lines += lines + 1;
        _start += Math.Min(at + 1, rest.Length);
        take(line, _unquoted.AsSpan(0, written), cells[..count], broken || quoted);
        return true;
    }

    /// <summary>More is needed to see the end of the record; unless it is so long that an unclosed quote has eaten the file.</summary>
    private bool TooLong(ReadOnlySpan<byte> rest, Take take)
    {
        if (rest.Length < MostBytesPerRecord)
        {
            return false;
        }

        take(_lines + 1, default, default, broken: true);
        (_start, _finished) = (_end, true);
        return true;
    }
}
