using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using RegionLink.Domain.Common;
using RegionLink.Domain.Observations;

namespace RegionLink.Runtime.Observations;

/// <summary>
/// Turns cells into a sheet and judges them. A cell that repeats the one above it costs a comparison; a text seen before costs a look-up;
/// only new texts are decoded and judged.
/// </summary>
internal sealed class ObservationSheetReader(ObservationVocabulary vocabulary)
{
    /// <summary>More would need gigabytes to be checked as one; a file can be split.</summary>
    public const int MostRows = 2_000_000;

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789.-"u8);

    private readonly ObservationSheet _sheet = new();
    private readonly List<SheetRow> _rows = [];
    private readonly Utf8Texts _texts = new();
    private readonly HeadReader _heads = new();
    private readonly List<int?> _units = [];      // by number of the text; null: not looked at yet; negative: not a unit
    private readonly List<int?> _periods = [];
    private readonly Dictionary<FigurePeriod, int> _periodNumbers = [];
    private readonly Dictionary<int, int> _notes = [];
    private readonly HashSet<UnitKey> _provinces = [];
    private readonly byte[][] _last = [.. Enumerable.Repeat(Array.Empty<byte>(), ObservationColumns.Count)];
    private readonly int[] _lastNumbers = new int[ObservationColumns.Count];
    private readonly int[] _lastLengths = [.. Enumerable.Repeat(-1, ObservationColumns.Count)];
    private int _lastHead = -1;

    /// <summary>Judges one row.</summary>
    /// <param name="cells">By number of the column; an empty range where the file has no such column.</param>
    public void Add(int line, ReadOnlySpan<byte> text, ReadOnlySpan<Range> cells)
    {
        if (_rows.Count == MostRows)
        {
            return;
        }

        var faults = _sheet.FaultCount;
        var head = Head(line, text, cells);
        var unit = Unit(line, text[cells[ObservationColumns.Unit]]);
        var period = Period(line, text[cells[ObservationColumns.Period]]);
        var value = Value(line, text[cells[ObservationColumns.Value]]);
        var note = Note(line, text[cells[ObservationColumns.Note]]);
        Revision(line, text[cells[ObservationColumns.Revision]]);
        if (_sheet.FaultCount == faults && _sheet.Heads[head] is { Range: { } range } said && !range.Holds(value))
        {
            Fault(line, "value", Encoding.UTF8.GetString(text[cells[ObservationColumns.Value]]), ObservationRefusals.Impossible.About("value", value, said.Head.Metric, range.Least, range.Most));
        }

        if (_sheet.FaultCount == faults)
        {
            _rows.Add(new SheetRow(head, unit, period, note, line, value));
            if (_rows.Count == MostRows)
            {
                _sheet.Add(new RowFault(line, null, null, ObservationRefusals.TooManyRows.With(MostRows)));
            }
        }
    }

    public void Fault(int line, string? column, string? value, Refusal reason) => _sheet.Add(new RowFault(line, column, value, reason));

    /// <summary>The sheet, sorted, with rows about the same value found.</summary>
    public ObservationSheet Finish()
    {
        if (_rows.Count == 0 && _sheet.FaultCount == 0)
        {
            Fault(1, null, null, ObservationRefusals.Empty.With());
        }

        _sheet.Provinces = _provinces;
        _sheet.Rows = SheetOrder.Sort(_sheet, CollectionsMarshal.AsSpan(_rows));
        _sheet.SortFaults();
        return _sheet;
    }

    private int Head(int line, ReadOnlySpan<byte> text, ReadOnlySpan<Range> cells)
    {
        var same = _lastHead >= 0;
        foreach (var column in ObservationColumns.OfHead)
        {
            same &= Number(column, text[cells[column]], out _);
        }

        if (!same)
        {
            _lastHead = _heads.Read(_lastNumbers, _texts, vocabulary, _sheet);
        }

        foreach (var (column, reason) in _heads.FaultsOf(_lastHead))
        {
            Fault(line, ObservationColumns.All[column], _texts[_lastNumbers[column]], reason);
        }

        return _heads.SheetNumberOf(_lastHead);
    }

    private int Unit(int line, ReadOnlySpan<byte> cell)
    {
        if (Number(ObservationColumns.Unit, cell, out var number) || Known(_units, number) is not null)
        {
            return Checked(_units[number]!.Value);
        }

        var text = _texts[number];
        var unit = -1;
        if (UnitKey.TryParse(text, out var key) && vocabulary.ProvinceOf(key) is { } province)
        {
            unit = _sheet.Units.Count;
            _sheet.Units.Add(new SheetUnit(key.ToString(), province.ToString()));
            _provinces.Add(province);
        }

        _units[number] = unit;
        return Checked(unit);

        int Checked(int found)
        {
            if (found < 0)
            {
                var written = _texts[_lastNumbers[ObservationColumns.Unit]];
                Fault(line, "unit", written, ObservationRefusals.UnitUnknown.About("unit", written));
            }

            return found;
        }
    }

    private int Period(int line, ReadOnlySpan<byte> cell)
    {
        if (Number(ObservationColumns.Period, cell, out var number) || Known(_periods, number) is not null)
        {
            return Checked(_periods[number]!.Value);
        }

        // The same days written in two ways are the same period.
        var found = -1;
        if (FigurePeriod.TryParse(_texts[number], out var period) && !_periodNumbers.TryGetValue(period, out found))
        {
            found = _sheet.Periods.Count;
            _periodNumbers.Add(period, found);
            _sheet.Periods.Add(period);
        }

        _periods[number] = found;
        return Checked(found);

        int Checked(int known)
        {
            if (known < 0)
            {
                var written = _texts[_lastNumbers[ObservationColumns.Period]];
                Fault(line, "period", written, ObservationRefusals.PeriodUnreadable.About("period", written));
            }

            return known;
        }
    }

    private decimal Value(int line, ReadOnlySpan<byte> cell)
    {
        // Only digits, one point, a leading minus: no exponents, no separators, nothing that means another number in another country.
        var digits = 0;
        foreach (var b in cell)
        {
            digits += b is >= (byte)'0' and <= (byte)'9' ? 1 : 0;
        }

        var shape = cell.IndexOfAnyExcept(NumberBytes) < 0 && digits > 0 && cell[^1] != '.' && cell.TrimStart((byte)'-')[0] != '.';
        if (shape && digits > ObservationRules.MostDigits)
        {
            var written = Encoding.UTF8.GetString(cell);
            Fault(line, "value", written, ObservationRefusals.TooManyDigits.About("value", written, ObservationRules.MostDigits));
            return 0;
        }

        if (shape && Utf8Parser.TryParse(cell, out decimal value, out var read) && read == cell.Length)
        {
            return value == 0 ? Math.Abs(value) : value;
        }

        var unreadable = Encoding.UTF8.GetString(cell.Length <= 80 ? cell : cell[..80]);
        Fault(line, "value", unreadable, ObservationRefusals.ValueUnreadable.About("value", unreadable));
        return 0;
    }

    private int Note(int line, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return -1;
        }

        Number(ObservationColumns.Note, cell, out var number);
        if (!_notes.TryGetValue(number, out var note))
        {
            note = -1;
            if (_texts[number] is { Length: <= ObservationRules.LongestText } text)
            {
                note = _sheet.Notes.Count;
                _sheet.Notes.Add(text);
            }

            _notes.Add(number, note);
        }

        if (note < 0)
        {
            Fault(line, "note", null, _texts[number] is null
                ? ObservationRefusals.NotUtf8.About("note")
                : ObservationRefusals.TextTooLong.About("note", ObservationRules.LongestText));
        }

        return note;
    }

    private void Revision(int line, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return;
        }

        if (cell.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && Utf8Parser.TryParse(cell, out int revision, out var read) && read == cell.Length)
        {
            _sheet.Revisions[line] = revision;
            return;
        }

        var written = Encoding.UTF8.GetString(cell.Length <= 80 ? cell : cell[..80]);
        Fault(line, "revision", written, ObservationRefusals.RevisionUnreadable.About("revision", written));
    }

    /// <summary>The number of a cell's text; true when it is the same as in the row above.</summary>
    private bool Number(int column, ReadOnlySpan<byte> cell, out int number)
    {
        if (_lastLengths[column] == cell.Length && cell.SequenceEqual(_last[column].AsSpan(0, cell.Length)))
        {
            number = _lastNumbers[column];
            return true;
        }

        if (_last[column].Length < cell.Length)
        {
            _last[column] = new byte[Math.Max(64, cell.Length * 2)];
        }

        cell.CopyTo(_last[column]);
        _lastLengths[column] = cell.Length;
        number = _lastNumbers[column] = _texts.NumberOf(cell);
        return false;
    }

    private static int? Known(List<int?> list, int number)
    {
        while (list.Count <= number)
        {
            list.Add(null);
        }

        return list[number];
    }
}
