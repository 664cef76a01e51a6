using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;
using RegionLink.Domain.Imports;

namespace RegionLink.Server.Files;

/// <summary>Reads CSV: strict UTF-8 with or without mark; comma, semicolon or tab, found from the text; RFC 4180 quotes.</summary>
internal static class CsvFile
{
    private const int LinesToLookAt = 30;
    private static readonly char[] Delimiters = [';', ',', '\t'];

    public static RawSheet Read(Stream file, FileLimits limits)
    {
        CheckText(file);
        var (delimiter, announced) = Delimiter(Sample(file));
        using var text = Open(file);
        var badFrom = 0;
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            MaxFieldSize = limits.CellText,
            BadDataFound = bad => badFrom = badFrom == 0 ? bad.Context.Parser!.RawRow : badFrom,
        }, leaveOpen: true);
        var rows = new List<RawRow>();
        var line = 1;
        try
        {
            while (parser.Read())
            {
                var record = parser.Record!;
                if (badFrom > 0 || parser.RawRecord.AsSpan().Count('"') % 2 != 0)
                {
                    throw new UnreadableFileException(FileFaults.QuoteOpen.OfFile(line));
                }

                if (!(announced && line == 1))
                {
                    Add(rows, line, record, limits);
                }

                line = parser.RawRow + 1;
            }
        }
        catch (MaxFieldSizeException)
        {
            throw new UnreadableFileException(FileFaults.CellTooLong.OfFile(limits.CellText, line));
        }

        return new RawSheet("", rows, []);
    }

    private static void Add(List<RawRow> rows, int line, string[] record, FileLimits limits)
    {
        var width = record.Length;
        while (width > 0 && string.IsNullOrWhiteSpace(record[width - 1]))
        {
            width--;
        }

        if (width == 0)
        {
            return;
        }

        if (width > limits.Columns)
        {
            throw new UnreadableFileException(FileFaults.TooManyColumns.OfFile(line, limits.Columns));
        }

        if (rows.Count == limits.Rows)
        {
            throw new UnreadableFileException(FileFaults.TooManyRows.OfFile(limits.Rows));
        }

        var cells = new RawCell[width];
        for (var i = 0; i < width; i++)
        {
            cells[i] = RawCell.Of(FormulaGuard.Restore(record[i]));
        }

        rows.Add(new RawRow(line, cells));
    }

    /// <summary>Refuses what is not text, and text that is not UTF-8, with the place where it stops being so.</summary>
    private static void CheckText(Stream file)
    {
        var buffer = new byte[64 * 1024];
        var (position, lines, kept) = (0L, 1, 0);
        while (true)
        {
            var read = file.Read(buffer, kept, buffer.Length - kept);
            var chunk = buffer.AsSpan(0, kept + read);
            if (position == 0 && (chunk.StartsWith<byte>([0xFF, 0xFE]) || chunk.StartsWith<byte>([0xFE, 0xFF])))
            {
                throw new UnreadableFileException(FileFaults.NotUtf8.OfFile(1, 1));
            }

            if (chunk.Contains((byte)0))
            {
                throw new UnreadableFileException(FileFaults.UnknownFormat.OfFile());
            }

            // A character may be cut by the end of the chunk: its first bytes wait for the next one.
            var whole = read == 0 ? chunk.Length : WholeCharacters(chunk);
            if (!Utf8.IsValid(chunk[..whole]))
            {
                var bad = FirstBad(chunk[..whole]);
                throw new UnreadableFileException(FileFaults.NotUtf8.OfFile(position + bad + 1, lines + chunk[..bad].Count((byte)'\n')));
            }

            if (read == 0)
            {
                return;
            }

            lines += chunk[..whole].Count((byte)'\n');
            position += whole;
            kept = chunk.Length - whole;
            chunk[whole..].CopyTo(buffer);
        }
    }

    private static int WholeCharacters(ReadOnlySpan<byte> chunk)
    {
        for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            var b = chunk[^back];
            if (b >= 0xC0)
            {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? chunk.Length - back : chunk.Length;
            }

            if (b < 0x80)
            {
                break;
            }
        }

        return chunk.Length;
    }

    private static int FirstBad(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        return at;
    }

    private static StreamReader Open(Stream file)
    {
        file.Position = 0;
        return new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
    }

    private static List<string> Sample(Stream file)
    {
        using var text = Open(file);
        var lines = new List<string>();
        var room = 256 * 1024;
        while (lines.Count < LinesToLookAt && room > 0 && text.ReadLine() is { } line)
        {
            lines.Add(line);
            room -= line.Length;
        }

        return lines;
    }

    /// <summary>The delimiter most lines agree on. Excel's own announcement (<c>sep=;</c> in the first line) goes before.</summary>
    private static (char Delimiter, bool Announced) Delimiter(List<string> sample)
    {
        if (sample.Count > 0 && sample[0].Trim().Trim('"') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var announced])
        {
            return (announced, true);
        }

        return (Delimiters.MaxBy(candidate => Agreement(candidate, sample)), false);
    }

    private static int Agreement(char delimiter, List<string> sample) => sample
        .Select(line => Outside(line, delimiter))
        .Where(count => count > 0)
        .GroupBy(count => count)
        .Select(group => group.Key * group.Count())
        .DefaultIfEmpty(0)
        .Max();

    private static int Outside(string line, char delimiter)
    {
        var (count, quoted) = (0, false);
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            count += !quoted && letter == delimiter ? 1 : 0;
        }

        return count;
    }
}
