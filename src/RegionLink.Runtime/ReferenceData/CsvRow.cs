using System.Globalization;
using System.Text;
using RegionLink.Domain.Common;

namespace RegionLink.Runtime.ReferenceData;

/// <summary>
/// One row of a table in the provinces folder, which knows its line. These tables are small and ours: comma, double quotes, LF or CRLF,
/// nothing else is guessed.
/// </summary>
internal sealed class CsvRow
{
    private readonly string[] _header;
    private readonly string[] _cells;
    private readonly Action<int, Refusal> _note;

    private CsvRow(string[] header, string[] cells, int line, Action<int, Refusal> note)
    {
        (_header, _cells, Line, _note) = (header, cells, line, note);
    }

    public int Line { get; }

    /// <summary>The cell of the column; empty when nothing stands there.</summary>
    public string this[string column] => _cells[Array.IndexOf(_header, column)];

    /// <summary>The cell, or null when it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>The cell read as something; notes a mistake and gives the default when it cannot be.</summary>
    /// <param name="expected">What to write instead, for the message.</param>
    public T? Read<T>(string column, TryRead<T> read, string expected)
    {
        if (read(this[column], out var value))
        {
            return value;
        }

        Note(MistakeCodes.CellUnreadable.With(column, this[column], expected));
        return default;
    }

    public delegate bool TryRead<T>(string text, out T value);

    public void Note(Refusal reason) => _note(Line, reason);

    public DateOnly? Day(string column) => this[column].Length == 0 ? null : Read<DateOnly>(
        column, (string t, out DateOnly d) => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out d), "yyyy-MM-dd");

    public decimal? Number(string column) => this[column].Length == 0 ? null : Read<decimal>(
        column,
        (string t, out decimal d) => decimal.TryParse(t, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out d),
        "123.45");

    public int? Whole(string column) => this[column].Length == 0 ? null : Read<int>(
        column, (string t, out int i) => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out i), "123");

    /// <summary>All rows below the header; a row of the wrong width is noted and left out.</summary>
    public static IReadOnlyList<CsvRow> ReadAll(string text, string header, Action<int, Refusal> note)
    {
        var names = header.Split(',');
        var rows = new List<CsvRow>();
        foreach (var (line, cells) in Split(text, note))
        {
            if (line == 1)
            {
                if (!cells.SequenceEqual(names))
                {
                    note(1, MistakeCodes.HeaderDiffers.With(header));
                    return [];
                }
            }
            else if (cells.Length == names.Length)
            {
                rows.Add(new(names, cells, line, note));
            }
            else
            {
                note(line, MistakeCodes.CellCount.With(cells.Length, names.Length));
            }
        }

        return rows;
    }

    private static IEnumerable<(int Line, string[] Cells)> Split(string text, Action<int, Refusal> note)
    {
        var line = 1;
        var at = 0;
        while (at < text.Length)
        {
            var start = line;
            var cells = new List<string>();
            var sound = true;
            do
            {
                sound &= Cell(text, ref at, ref line, out var cell);
                cells.Add(cell);
            }
            while (at < text.Length && text[at] == ',' && ++at <= text.Length);
            if (!sound)
            {
                note(start, MistakeCodes.QuoteOpen.With());
                var end = text.IndexOf('\n', Math.Min(at, text.Length - 1));
                at = end < 0 ? text.Length : end;
            }

            if (at < text.Length && text[at] == '\r')
            {
                at++;
            }

            at++;
            line++;
            if (sound && cells is not [""])
            {
                yield return (start, [.. cells]);
            }
        }
    }

    /// <summary>Leaves <paramref name="at"/> on the comma, on the line end, or behind the text. False when quotes are wrong.</summary>
    private static bool Cell(string text, ref int at, ref int line, out string cell)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(',', '\n', '\r');
            cell = end < 0 ? text[at..] : text.Substring(at, end);
            at += cell.Length;
            return !cell.Contains('"', StringComparison.Ordinal);
        }

        var read = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    break;
                }

                at++;
            }
            else if (text[at] == '\n')
            {
                line++;
            }

            read.Append(text[at]);
        }

        cell = read.ToString();
        if (at >= text.Length)
        {
            return false;
        }

        at++;
        return at >= text.Length || text[at] is ',' or '\n' or '\r';
    }
}
