using RegionLink.Domain.Common;

namespace RegionLink.Domain.Imports;

/// <summary>Something in a file that keeps a row, or the whole file, from being taken in; or a notice that does not.</summary>
/// <param name="Sheet">Tab name; null for CSV and for faults of the file.</param>
/// <param name="Cell">Address such as <c>D12</c>; a row fault names the first cell; null for faults of the file or sheet.</param>
/// <param name="Row">Row number as shown; null for faults of the file or sheet, which stop everything.</param>
/// <param name="Value">What stands in the cell, at most 200 characters of it; null when nothing does.</param>
/// <param name="Code">Stable code, see <see cref="FaultCode"/>, or the code of a rule's refusal.</param>
/// <param name="Vi">What is wrong.</param>
/// <param name="RemedyVi">What to do about it; null when the reason says it.</param>
/// <param name="IsNotice">True when nothing is kept out; the reader should know.</param>
public sealed record ImportFault(
    string? Sheet,
    string? Cell,
    int? Row,
    string? Value,
    string Code,
    string Vi,
    string En,
    string? RemedyVi,
    string? RemedyEn,
    bool IsNotice = false);

/// <summary>One way a file can be wrong. Codes are API: never reused.</summary>
/// <param name="Code">Stable code such as <c>import.number-ambiguous</c>.</param>
/// <param name="Vi">What is wrong; <c>{0}</c>… stand for values, written as <see cref="ReaderFormat"/> says.</param>
/// <param name="RemedyVi">What to do, with the same values.</param>
public sealed record FaultCode(string Code, string Vi, string En, string RemedyVi, string RemedyEn)
{
    private const int LongestValue = 200;

    public ImportFault At(string? sheet, int? row, int? column, string? value, params object?[] values) => new(
        sheet is { Length: 0 } ? null : sheet,
        row is { } r && column is { } c ? CellName.Of(c, r) : null,
        row,
        value is { Length: > LongestValue } ? value[..LongestValue] + "…" : value,
        Code,
        string.Format(ReaderFormat.Vietnamese, Vi, values),
        string.Format(ReaderFormat.English, En, values),
        string.Format(ReaderFormat.Vietnamese, RemedyVi, values),
        string.Format(ReaderFormat.English, RemedyEn, values));

    /// <summary>A fault of the file as a whole.</summary>
    public ImportFault OfFile(params object?[] values) => At(null, null, null, null, values);
}
