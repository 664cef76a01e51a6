using RegionLink.Domain.Common;

namespace RegionLink.Domain.Imports;

/// <summary>
/// Notices amounts a thousand or a million times off: against the row's own earlier value, or, for a new row, against the values its
/// column usually has. Asks one question per column, factor and direction; a person answers, the platform never corrects.
/// </summary>
public static class ScaleCheck
{
    /// <summary>Fewer values say nothing about what is usual.</summary>
    private const int EnoughToCompare = 5;

    /// <summary>A gap this wide (as a factor) parts wrong units from what is merely small or large.</summary>
    private const int StandsApart = 100;

    /// <param name="column">Key of the column.</param>
    /// <param name="values">Values of the file to write, with the row's earlier value or null.</param>
    /// <param name="usual">Values of the same column the platform holds for the unit.</param>
    public static IEnumerable<ImportQuestion> Ask(ImportColumn column, IReadOnlyList<ScaleValue> values, IReadOnlyList<decimal> usual)
    {
        var jumps = new List<(ScaleValue Value, ScaleJump Jump, decimal Against)>();
        foreach (var value in values.Where(value => value.Before is not null))
        {
            if (ScaleJump.Between(value.Before!.Value, value.Now) is { } jump)
            {
                jumps.Add((value, jump, value.Before.Value));
            }
        }

        jumps.AddRange(NewValues([.. values.Where(value => value.Before is null && value.Now != 0)], usual));
        return jumps.GroupBy(found => found.Jump).Select(group => new ImportQuestion(
            $"scale/{column.Key}/{group.Key.Factor}/{(group.Key.Up ? "up" : "down")}",
            column.Key,
            [.. group.Select(found => found.Value.Cell)],
            group.First().Value.Now,
            group.First().Against,
            group.Key.Factor,
            group.Key.Up,
            column.Vi,
            column.En));
    }

    private static IEnumerable<(ScaleValue, ScaleJump, decimal)> NewValues(IReadOnlyList<ScaleValue> values, IReadOnlyList<decimal> usual)
    {
        var held = usual.Where(value => value != 0).Select(Math.Abs).Order().ToList();
        if (held.Count >= EnoughToCompare && values.Count > 0)
        {
            var median = held[held.Count / 2];
            var mine = values.Select(value => Math.Abs(value.Now)).Order().ElementAt(values.Count / 2);
            if (ScaleJump.Between(median, mine) is { } whole)
            {
                // The whole file is off, so nothing can be said about one cell of it.
                return values.Select(value => (value, whole, median));
            }
        }

        var all = held.Concat(values.Select(value => Math.Abs(value.Now))).Order().ToList();
        if (all.Count <= EnoughToCompare)
        {
            return [];
        }

        var middle = all[all.Count / 2];
        return values.SelectMany(value => ScaleJump.Between(middle, Math.Abs(value.Now)) is { } jump && Apart(Math.Abs(value.Now), middle, all)
            ? [(value, jump, middle)]
            : Array.Empty<(ScaleValue, ScaleJump, decimal)>());
    }

    /// <summary>True when somewhere between the value and the middle of the column nothing stands for a factor of a hundred.</summary>
    private static bool Apart(decimal value, decimal middle, List<decimal> sorted)
    {
        var (low, high) = value < middle ? (value, middle) : (middle, value);
        var between = sorted.Where(other => other >= low && other <= high).ToList();
        return between.Zip(between.Skip(1)).Any(pair => pair.Second / pair.First >= StandsApart);
    }
}

/// <summary>A number of the file beside what the row held before.</summary>
/// <param name="Cell">Address in the file.</param>
/// <param name="Before">The row's own earlier value; null for a new row.</param>
public sealed record ScaleValue(string Cell, decimal Now, decimal? Before);

/// <summary>Something a person must answer before the rows are written.</summary>
/// <param name="Id">Stable for the same question about the same file; the answer names it.</param>
/// <param name="Cells">The cells it is about.</param>
/// <param name="Now">The first such value.</param>
/// <param name="Against">What it was compared with.</param>
/// <param name="Factor">1,000 or 1,000,000.</param>
/// <param name="Up">True when the file's value is the larger one.</param>
public sealed record ImportQuestion(
    string Id, string Column, IReadOnlyList<string> Cells, decimal Now, decimal Against, int Factor, bool Up, string ColumnVi, string ColumnEn)
{
    public string Text(Language language) => language == Language.Vi
        ? string.Create(ReaderFormat.Vietnamese, $"Cột '{ColumnVi}': {Cells.Count} ô (đầu tiên {Cells[0]} = {Now}) {(Up ? "lớn" : "nhỏ")} hơn khoảng {Factor} lần so với {Against}. Đơn vị tính có đúng không? Nếu đúng, xác nhận '{Id}' và nêu lý do.")
        : string.Create(ReaderFormat.English, $"Column '{ColumnEn}': {Cells.Count} cells (first {Cells[0]} = {Now}) are about {Factor} times {(Up ? "larger" : "smaller")} than {Against}. Is the unit right? If it is, confirm '{Id}' with a reason.");
}
