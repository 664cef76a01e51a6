using RegionLink.Domain.Common;

namespace RegionLink.Domain.Imports;

/// <summary>Which column of a sheet is which column of the template.</summary>
/// <param name="Row">Number of the header row.</param>
/// <param name="Columns">Template columns by position in the sheet.</param>
/// <param name="MoneyUnits">Units that headers name in brackets, by position.</param>
/// <param name="Language">The language most headers are in: it says how the template writes dates.</param>
public sealed record HeaderMatch(
    int Row,
    IReadOnlyDictionary<int, ImportColumn> Columns,
    IReadOnlyDictionary<int, MoneyUnit> MoneyUnits,
    Language Language)
{
    /// <summary>Most headers are the Vietnamese titles themselves, not names of the API.</summary>
    public bool InVietnamese { get; private init; }

    /// <summary>Titles, units and signatures often stand above the table.</summary>
    private const int RowsToSearch = 30;

    /// <summary>Finds the header row and names what is wrong with it; null when there is none.</summary>
    public static HeaderMatch? Find(RawSheet sheet, ImportTemplate template, List<ImportFault> faults)
    {
        var best = sheet.Rows.Take(RowsToSearch)
            .Select(row => (Row: row, Names: row.Cells.Count(cell => Named(cell, template) is not null)))
            .Where(candidate => candidate.Names >= Math.Min(2, template.Columns.Count))
            .OrderByDescending(candidate => candidate.Names)
            .Select(candidate => candidate.Row)
            .FirstOrDefault();
        if (best is null)
        {
            var needed = template.Columns.Where(column => column.Required).ToList();
            faults.Add(FileFaults.NoHeader.At(
                sheet.Name, null, null, null, template.Vi, RowsToSearch, template.En,
                string.Join(", ", needed.Select(column => column.Vi)), string.Join(", ", needed.Select(column => column.En))));
            return null;
        }

        return Match(sheet, best, template, faults);
    }

    private static HeaderMatch Match(RawSheet sheet, RawRow header, ImportTemplate template, List<ImportFault> faults)
    {
        var columns = new Dictionary<int, ImportColumn>();
        var units = new Dictionary<int, MoneyUnit>();
        var (english, vietnamese) = (0, 0);
        for (var position = 0; position < header.Cells.Count; position++)
        {
            var cell = header.Cells[position];
            if (cell.IsEmpty)
            {
                continue;
            }

            if (Named(cell, template) is not { } column)
            {
                faults.Add(FileFaults.ColumnUnknown.At(sheet.Name, header.Number, position, cell.Text, cell.Text) with { IsNotice = true, Row = null });
                continue;
            }

            if (columns.ContainsValue(column))
            {
                faults.Add(FileFaults.ColumnRepeated.At(sheet.Name, header.Number, position, cell.Text, cell.Text) with { Row = null });
                continue;
            }

            columns[position] = column;
            var (name, bracket) = Split(cell.Text);
            english += VietnameseText.Same(name, column.En) && !VietnameseText.Same(name, column.Vi) ? 1 : 0;
            vietnamese += VietnameseText.Same(name, column.Vi) && !VietnameseText.Same(name, column.En) ? 1 : 0;
            if (column.Type == ColumnType.Money && bracket is not null)
            {
                if (MoneyUnit.Named(bracket) is { } unit)
                {
                    units[position] = unit;
                }
                else
                {
                    faults.Add(CellFaults.MoneyUnitUnknown.At(sheet.Name, header.Number, position, cell.Text, bracket) with { Row = null });
                }
            }
        }

        faults.AddRange(template.Columns
            .Where(column => column.Required && !columns.ContainsValue(column))
            .Select(column => FileFaults.ColumnMissing.At(sheet.Name, null, null, null, column.Vi, column.En)));
        return new(header.Number, columns, units, english * 2 > columns.Count ? Language.En : Language.Vi)
        {
            InVietnamese = vietnamese * 2 > columns.Count,
        };
    }

    private static ImportColumn? Named(RawCell cell, ImportTemplate template)
    {
        if (cell.Kind != RawKind.Text)
        {
            return null;
        }

        var (name, bracket) = Split(cell.Text);
        return template.AllColumns.FirstOrDefault(column => Is(column, VietnameseText.Tidy(cell.Text)))
            ?? (bracket is null ? null : template.AllColumns.FirstOrDefault(column => column.Type == ColumnType.Money && Is(column, name)))
            ?? template.AllColumns.FirstOrDefault(column => Is(column, name));
    }

    private static bool Is(ImportColumn column, string name) =>
        VietnameseText.Same(name, column.Vi) || VietnameseText.Same(name, column.En) || string.Equals(name, column.Key, StringComparison.OrdinalIgnoreCase);

    /// <summary>A header without the mark of a required column and with what stands in brackets at its end.</summary>
    private static (string Name, string? Bracket) Split(string text)
    {
        var name = VietnameseText.Tidy(text).TrimEnd('*', ' ', ':');
        var open = name.LastIndexOf('(');
        return open > 0 && name.EndsWith(')') ? (name[..open].TrimEnd(' ', '*'), name[(open + 1)..^1]) : (name, null);
    }
}
