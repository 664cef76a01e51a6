namespace RegionLink.Domain.Imports;

/// <summary>Turns a sheet into typed rows: finds its header, reads every column as a whole, and names every fault.</summary>
public static class TableReader
{
    /// <param name="numbers">How the sender says numbers are written; null to let a text file's Vietnamese headings, or else each column, tell.</param>
    public static ReadTable Read(RawSheet sheet, ImportTemplate template, NumberNotation? numbers)
    {
        var faults = new List<ImportFault>();
        var header = HeaderMatch.Find(sheet, template, faults);
        if (header is null || faults.Exists(fault => !fault.IsNotice))
        {
            return new([], faults);
        }

        var body = sheet.Rows.Where(row => row.Number > header.Row && header.Columns.Keys.Any(column => !row.At(column).IsEmpty)).ToList();
        if (body.Count == 0)
        {
            faults.Add(FileFaults.NoRows.At(sheet.Name, null, null, null));
        }

        // In a text file with Vietnamese headings 1.234 and 1,234 are what they are in Vietnamese, whatever stands around them; a number that can only
        // be English is a fault there. In a spreadsheet numbers are numbers, and names of the API say nothing about the notation.
        var notation = numbers ?? (sheet.Name.Length == 0 && header.InVietnamese ? NumberNotation.Vietnamese : null);
        faults.AddRange(Merged(sheet, header, body));
        var columns = header.Columns
            .Where(entry => !entry.Value.ReadOnly)
            .Select(entry => new ColumnReader(sheet.Name, entry.Key, entry.Value, header, body, notation))
            .ToList();
        var unitColumn = columns.Find(column => column.Column.Type == ColumnType.MoneyUnit);
        var rows = new List<TypedRow>(body.Count);
        foreach (var row in body)
        {
            var unit = unitColumn is null ? null : MoneyUnit.Named(row.At(unitColumn.Position).Text);
            var cells = new Dictionary<string, TypedCell>(columns.Count);
            foreach (var column in columns)
            {
                cells[column.Column.Key] = column.Read(row, unit, faults);
            }

            rows.Add(new TypedRow(sheet.Name, row.Number, cells));
        }

        var faulty = faults.Where(fault => !fault.IsNotice && fault.Row is not null).Select(fault => fault.Row!.Value).ToHashSet();
        return new([.. rows.Where(row => !faulty.Contains(row.Row))], faults) { Read = rows.Count };
    }

    private static IEnumerable<ImportFault> Merged(RawSheet sheet, HeaderMatch header, List<RawRow> body)
    {
        var last = body.Count == 0 ? 0 : body[^1].Number;
        return sheet.Merged
            .Where(range => range.LastRow > header.Row && range.FirstRow <= last
                && header.Columns.Keys.Any(column => column >= range.FirstColumn && column <= range.LastColumn))
            .SelectMany(range => Enumerable.Range(Math.Max(range.FirstRow, header.Row + 1), Math.Min(range.LastRow, last) - Math.Max(range.FirstRow, header.Row + 1) + 1)
                .Select(row => CellFaults.Merged.At(sheet.Name, row, range.FirstColumn, null, range)));
    }
}

/// <summary>What a sheet says.</summary>
/// <param name="Rows">Rows without a fault of their own.</param>
/// <param name="Faults">Every fault and notice, in reading order.</param>
public sealed record ReadTable(IReadOnlyList<TypedRow> Rows, IReadOnlyList<ImportFault> Faults)
{
    /// <summary>Rows of data in the sheet, with and without faults.</summary>
    public int Read { get; init; }
}
