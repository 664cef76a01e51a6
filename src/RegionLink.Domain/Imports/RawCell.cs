using System.Globalization;

namespace RegionLink.Domain.Imports;

/// <summary>What a file holds in one cell, before anybody says what it means.</summary>
/// <param name="Text">As written, or as close to it as the file tells; empty for an empty cell.</param>
/// <param name="Number">Meaningful for <see cref="RawKind.Number"/> only.</param>
/// <param name="Time">Meaningful for <see cref="RawKind.Date"/> only; a spreadsheet's date has no zone.</param>
public readonly record struct RawCell(RawKind Kind, string Text, decimal Number = 0, DateTime Time = default)
{
    public static RawCell Empty => new(RawKind.Empty, "");

    public bool IsEmpty => Kind == RawKind.Empty;

    public static RawCell Of(string text) => string.IsNullOrWhiteSpace(text) ? Empty : new(RawKind.Text, text);

    public static RawCell Of(decimal number) => new(RawKind.Number, number.ToString(CultureInfo.InvariantCulture), number);

    /// <summary>A number shown with a percent sign: 0.0097 shown as 0.97%. <see cref="Number"/> holds what is shown, 0.97.</summary>
    public static RawCell Percent(decimal shown) => new(RawKind.Percent, shown.ToString(CultureInfo.InvariantCulture) + "%", shown);

    public static RawCell Of(DateTime time) =>
        new(RawKind.Date, time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), 0, time);

    public static RawCell Of(bool flag) => new(RawKind.Flag, flag ? "TRUE" : "FALSE");
}

/// <summary>Sorts of cells.</summary>
public enum RawKind
{
    Empty,
    Text,
    Number,
    Percent,
    Date,
    Flag,

    /// <summary>The spreadsheet shows an error such as #REF!.</summary>
    Error,

    /// <summary>A formula whose result was never computed: the file was written by a program and not yet opened.</summary>
    NotComputed,
}

/// <summary>A sheet as read; CSV files have one, without a name.</summary>
/// <param name="Rows">Only rows with something in them, in order.</param>
/// <param name="Merged">Ranges of merged cells.</param>
public sealed record RawSheet(string Name, IReadOnlyList<RawRow> Rows, IReadOnlyList<CellRange> Merged)
{
    /// <summary>People do not see it, so nothing is read from it.</summary>
    public bool Hidden { get; init; }
}

/// <summary>A row as read.</summary>
/// <param name="Number">As the spreadsheet shows it: from 1. In a CSV file, the line the row begins on.</param>
public sealed record RawRow(int Number, IReadOnlyList<RawCell> Cells)
{
    public RawCell At(int column) => column < Cells.Count ? Cells[column] : RawCell.Empty;
}

/// <summary>A rectangle of cells; rows from 1, columns from 0.</summary>
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public override string ToString() => $"{CellName.Of(FirstColumn, FirstRow)}:{CellName.Of(LastColumn, LastRow)}";
}

/// <summary>Addresses as spreadsheets show them.</summary>
public static class CellName
{
    /// <param name="column">From 0: 0 is A, 26 is AA.</param>
    /// <param name="row">From 1.</param>
    public static string Of(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
