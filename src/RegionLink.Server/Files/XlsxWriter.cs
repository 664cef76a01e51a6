using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;

namespace RegionLink.Server.Files;

/// <summary>
/// Writes an Excel workbook while its rows arrive: memory stays at one buffer whatever the number of rows, and nothing is written
/// synchronously, so a response body is a fine target. One sheet after the other; a sheet that is full goes on in the next.
/// Cells are typed (number, date, flag, text); a text that could start a formula is marked as text and keeps its characters.
/// </summary>
/// <remarks>The package is written directly and not through the OpenXML SDK, whose packages hold every part in memory until closed;
/// the tests check each part with that SDK's validator.</remarks>
public sealed class XlsxWriter : IDisposable
{
    private const int FlushAt = 64 * 1024;
    private const int MaxRows = 1_048_576;
    private const long MaxExactInteger = 999_999_999_999_999;   // a spreadsheet number holds 15 digits
    private readonly DrainedStream _target;
    private readonly ZipArchive _package;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt + 16_384);
    private readonly List<(string Name, SheetVisibility Visibility)> _sheets = [];
    private Stream? _part;
    private SheetLayout? _layout;
    private int _row;

    /// <param name="target">Left open; need not be seekable. The workbook is whole only after <see cref="FinishAsync"/>.</param>
    public XlsxWriter(Stream target)
    {
        _target = new DrainedStream(target);
        _package = new ZipArchive(_target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    }

    /// <summary>Ends the sheet before, if any, and begins the next with its header row.</summary>
    public async Task StartSheetAsync(SheetLayout layout, CancellationToken ct)
    {
        await EndSheetAsync(ct);
        _layout = layout;
        _row = 0;
        _sheets.Add((Unused(XlsxText.TabName(layout.Name)), layout.Visibility));
        _part = _package.CreateEntry($"xl/worksheets/sheet{_sheets.Count}.xml", CompressionLevel.Fastest).Open();
        Xml(XlsxParts.SheetStart(layout, first: _sheets.Count == 1));
        if (layout.HasHeader)
        {
            await WriteAsync([.. layout.Columns.Select(column => column.Title)], XlsxParts.HeaderStyle, ct);
        }
    }

    /// <summary>Writes one row; null leaves a cell empty. Values: text, whole and decimal numbers, <see cref="Money"/>, dates, times, flags, enums.</summary>
    public ValueTask WriteRowAsync(IReadOnlyList<object?> row, CancellationToken ct) => WriteAsync(row, null, ct);

    /// <summary>
    /// Makes the workbook whole; nothing may be written afterwards. Not part of disposing: when a row failed half-way, the file must be
    /// seen to be broken. A workbook without a sheet gets an empty one: Excel refuses none.
    /// </summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        if (_sheets.Count == 0)
        {
            await StartSheetAsync(new SheetLayout("Sheet1", []), ct);
        }

        await EndSheetAsync(ct);
        foreach (var (path, xml) in XlsxParts.Workbook(_sheets))
        {
            using var part = _package.CreateEntry(path, CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(xml));
        }

        _package.Dispose();
        await _target.DrainAsync(ct);
    }

    /// <summary>Lets go of memory; finishes nothing.</summary>
    public void Dispose()
    {
        // An unfinished package writes its rest here, where it waits and is dropped: the target never sees a directory.
        _part?.Dispose();
        _package.Dispose();
        _target.Dispose();
    }

    private async ValueTask WriteAsync(IReadOnlyList<object?> row, int? style, CancellationToken ct)
    {
        var layout = _layout ?? throw new InvalidOperationException("Start a sheet before writing rows.");
        if (_row == MaxRows)
        {
            await StartSheetAsync(layout, ct);
        }

        _row++;
        Xml(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{_row}\">"));
        for (var i = 0; i < row.Count; i++)
        {
            Cell(i, row[i], i < layout.Columns.Count ? layout.Columns[i].Format : CellFormat.General, style);
        }

        Xml("</row>");
        if (_buffer.WrittenCount >= FlushAt)
        {
            Compress();
            await _target.DrainAsync(ct);
        }
    }

    private void Cell(int column, object? value, CellFormat format, int? style)
    {
        var shown = style ?? XlsxParts.StyleOf(format);
        switch (value)
        {
            case null or DBNull or double.NaN or double.PositiveInfinity or double.NegativeInfinity:
                return;
            case bool flag:
                Value(column, shown, " t=\"b\"", flag ? "1" : "0");
                return;
            case Money { Vnd: >= -MaxExactInteger and <= MaxExactInteger } or long and (>= -MaxExactInteger and <= MaxExactInteger)
                or int or short or byte or decimal or double or float:
                Value(column, shown, "", CellText.Of(value).Text);
                return;
            case DateOnly date when date.Year >= 1900:
                Value(column, style ?? XlsxParts.StyleOf(CellFormat.Date), "", Serial(date.ToDateTime(TimeOnly.MinValue)));
                return;
            case DateTimeOffset time when time.Year >= 1900:
                Value(column, style ?? XlsxParts.StyleOf(CellFormat.DateTime), "", Serial(time.ToOffset(TimeSpan.FromHours(7)).DateTime));
                return;
            default:
                var text = CellText.Of(value).Text;
                Text(column, style ?? (FormulaGuard.Needs(text) ? XlsxParts.QuotedStyle : shown), text);
                return;
        }
    }

    private void Value(int column, int style, string type, string value) =>
        Xml(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{XlsxText.Column(column)}{_row}\" s=\"{style}\"{type}><v>{value}</v></c>"));

    private void Text(int column, int style, string text) => Xml(string.Create(CultureInfo.InvariantCulture,
        $"<c r=\"{XlsxText.Column(column)}{_row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{XlsxText.Escape(text)}</t></is></c>"));

    /// <summary>Days since the spreadsheet's day zero, correct from March 1900 on.</summary>
    private static string Serial(DateTime time) => time.ToOADate().ToString("R", CultureInfo.InvariantCulture);

    private string Unused(string name)
    {
        var free = name;
        for (var n = 2; _sheets.Any(sheet => string.Equals(sheet.Name, free, StringComparison.OrdinalIgnoreCase)); n++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({n})");
            free = name[..Math.Min(name.Length, 31 - suffix.Length)] + suffix;
        }

        return free;
    }

    private async Task EndSheetAsync(CancellationToken ct)
    {
        if (_part is null || _layout is null)
        {
            return;
        }

        Xml(XlsxParts.SheetEnd(_layout));
        Compress();
        _part.Dispose();
        _part = null;
        await _target.DrainAsync(ct);
    }

    private void Compress()
    {
        _part!.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    private void Xml(string text) => Encoding.UTF8.GetBytes(text, _buffer);
}
