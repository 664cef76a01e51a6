using System.Globalization;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Imports;

/// <summary>A row as the platform holds it, in words of its template.</summary>
/// <param name="Values">By column key, with the types of <see cref="TypedCell"/>; what is missing is empty.</param>
public sealed record HeldRow(string Key, long Version, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>What a row of a file would change here. Columns the file does not have stay as they are.</summary>
    public IEnumerable<(ImportColumn Column, string? Before, string? After)> ChangedBy(TypedRow row, ImportTemplate template) =>
        from column in template.Columns
        where !column.Identity && !column.ReadOnly && !column.Passing && row.Has(column.Key)
        let before = Text(column, Values.GetValueOrDefault(column.Key))
        let after = Text(column, row.Cells[column.Key].Value)
        where before != after
        select (column, before, after);

    /// <summary>A value as one text, so that equal values are equal texts; null when empty.</summary>
    public static string? Text(ImportColumn column, object? value) => value switch
    {
        null => null,
        string text when column.Lines => text.Length == 0 ? null : text,
        string text => VietnameseText.Tidy(text) is { Length: > 0 } tidy ? tidy : null,
        Money money => money.Vnd.ToString(CultureInfo.InvariantCulture),
        decimal number => Plain(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Without trailing zeros: 0.970 and 0.97 are one number.</summary>
    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
