using System.Globalization;
using System.Text;
using ExcelDataReader;
using RegionLink.Domain.Imports;

namespace RegionLink.Server.Files;

/// <summary>Reads an Excel workbook: real cell types, values of formulas as last computed, merged ranges, hidden sheets told apart.</summary>
internal static class XlsxFile
{
    static XlsxFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);   // the reader asks for code page 1252, for xlsx too

    public static IReadOnlyList<RawSheet> Read(Stream file, FileLimits limits)
    {
        var parts = XlsxInspection.Of(file, limits);
        file.Position = 0;
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            var sheets = new List<RawSheet>();
            do
            {
                sheets.Add(Sheet(reader, parts.GetValueOrDefault(reader.Name) ?? [], limits));
            }
            while (reader.NextResult());
            return sheets;
        }
#pragma warning disable CA1031 // The reader answers damaged input with whatever exception its parsing runs into; all of them mean the same here.
        catch (Exception e) when (e is not (UnreadableFileException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            throw new UnreadableFileException(FileFaults.Corrupt.OfFile(e.GetType().Name));
        }
    }

    private static RawSheet Sheet(IExcelDataReader reader, Dictionary<(int Row, int Column), RawCell> known, FileLimits limits)
    {
        var rows = new List<RawRow>();
        while (reader.Read())
        {
            var number = reader.Depth + 1;
            var width = Math.Min(reader.FieldCount, limits.Columns);
            var cells = new RawCell[width];
            var used = 0;
            for (var i = 0; i < width; i++)
            {
                cells[i] = known.TryGetValue((number, i), out var told) ? told : Cell(reader, i);
                used = cells[i].IsEmpty ? used : i + 1;
            }

            if (used == 0)
            {
                continue;
            }

            if (rows.Count == limits.Rows)
            {
                throw new UnreadableFileException(FileFaults.TooManyRows.OfFile(limits.Rows));
            }

            rows.Add(new RawRow(number, cells[..used]));
        }

        var merged = (reader.MergeCells ?? []).Select(m => new Domain.Imports.CellRange(m.FromRow + 1, m.FromColumn, m.ToRow + 1, m.ToColumn)).ToList();
        return new RawSheet(reader.Name, rows, merged) { Hidden = reader.VisibleState != "visible" };
    }

    private static RawCell Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => RawCell.Empty,
        string text => RawCell.Of(text),
        bool flag => RawCell.Of(flag),
        DateTime time => RawCell.Of(time),
        TimeSpan time => RawCell.Of(time.ToString("c", CultureInfo.InvariantCulture)),
        int number => RawCell.Of((decimal)number),
        double number => Number(number, reader.GetNumberFormatString(column)),
        var other => RawCell.Of(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
    };

    private static RawCell Number(double number, string? format)
    {
        if (Math.Abs(number) >= 1e15)
        {
            // Beyond what a spreadsheet holds exactly; the column says so with the address.
            return new RawCell(RawKind.Number, number.ToString("R", CultureInfo.InvariantCulture), 1_000_000_000_000_000m);
        }

        // Through fifteen digits, the ones the spreadsheet shows: 0.1 + 0.2 is 0.3 and not 0.30000000000000004.
        var exact = (decimal)number;
        return format?.Contains('%', StringComparison.Ordinal) == true ? RawCell.Percent(exact * 100) : RawCell.Of(exact);
    }
}
