using RegionLink.Domain.Common;

namespace RegionLink.Domain.Imports;

/// <summary>A row of a file with its values understood.</summary>
/// <param name="Cells">By column key; a column the file does not have is not here, an empty cell is here with a null value.</param>
public sealed record TypedRow(string Sheet, int Row, IReadOnlyDictionary<string, TypedCell> Cells)
{
    /// <summary>Whether the file has the column at all: what it does not have stays as it is.</summary>
    public bool Has(string key) => Cells.ContainsKey(key);

    public string? Text(string key) => Value(key) as string;

    public long? Whole(string key) => Value(key) as long?;

    public decimal? Decimal(string key) => Value(key) as decimal?;

    public Money? Money(string key) => Value(key) as Money?;

    public DateOnly? Date(string key) => Value(key) as DateOnly?;

    /// <summary>Version the row was exported with; null for a row a person added.</summary>
    public long? Version => Whole(ImportTemplate.Version.Key);

    /// <summary>A fault of this row, at one of its cells or, when the file lacks the column, at its first.</summary>
    public ImportFault Fault(FaultCode code, string? key, params object?[] values) =>
        key is not null && Cells.TryGetValue(key, out var cell)
            ? code.At(Sheet, Row, cell.Column, cell.Raw.Length == 0 ? null : cell.Raw, values)
            : code.At(Sheet, Row, 0, null, values);

    /// <summary>A rule's refusal as a fault of this row.</summary>
    public ImportFault Fault(Refusal refusal, string? key)
    {
        var cell = key is null ? null : Cells.GetValueOrDefault(key);
        return new(
            Sheet.Length == 0 ? null : Sheet, CellName.Of(cell?.Column ?? 0, Row), Row, cell is { Raw.Length: > 0 } ? cell.Raw : null,
            refusal.Code, refusal.Vi, refusal.En, null, null);
    }

    private object? Value(string key) => Cells.GetValueOrDefault(key)?.Value;
}

/// <summary>A value and where it stood.</summary>
/// <param name="Value">Text, <see cref="long"/>, <see cref="decimal"/>, <see cref="Common.Money"/>, <see cref="DateOnly"/>, the code of a choice; null when empty.</param>
/// <param name="Column">Position in the sheet, from 0.</param>
/// <param name="IsPercent">The file shows a percent sign.</param>
public sealed record TypedCell(object? Value, int Column, string Raw, bool IsPercent = false);
