using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;
using RegionLink.Runtime.Queries;

namespace RegionLink.Runtime.Imports;

/// <summary>What is particular to one kind of file: its template, how its rows compare with what is held, and how they are written.</summary>
public interface IImportKind
{
    ImportTemplate Template { get; }

    /// <summary>Says of every row what it would change, and names the faults only a look at what is held can find. Writes nothing.</summary>
    Task<ImportPlan> PlanAsync(IReadOnlyList<TypedRow> rows, ImportScope scope, CancellationToken ct);

    /// <summary>Sends rows that are new or changed to where they belong, each with a command id that only this row of this file has.</summary>
    /// <param name="rehearsal">Ask for the answers and write nothing.</param>
    /// <param name="progress">Called once for each row that was answered.</param>
    /// <returns>One answer per row, in the order given.</returns>
    Task<IReadOnlyList<RowAnswer>> SendAsync(
        IReadOnlyList<PlannedRow> rows, ImportScope scope, bool rehearsal, Action progress, CancellationToken ct);

    /// <summary>The rows held now, for the same template: values by column key, with the version.</summary>
    IAsyncEnumerable<IReadOnlyDictionary<string, object?>> ExportAsync(ExportScope scope, CancellationToken ct);
}

/// <summary>For whom and from which file rows are taken in.</summary>
/// <param name="Unit">Unit of rows that name none; null when the sender named none.</param>
/// <param name="MayWriteFor">Which units the sender may write for.</param>
/// <param name="FileName">As the sender calls it; goes into the source of figures.</param>
/// <param name="FileHash">SHA-256 of the file.</param>
/// <param name="Confirmations">Answers to questions, by the question's id; the answer is the reason.</param>
public sealed record ImportScope(
    UnitKey? Unit,
    Func<UnitKey, bool> MayWriteFor,
    CommandContext Context,
    string FileName,
    byte[] FileHash,
    IReadOnlyDictionary<string, string> Confirmations)
{
    /// <summary>Where a figure came from, for its source: file, sheet and cell.</summary>
    public string SourceOf(TypedRow row, string column) => row.Cells.TryGetValue(column, out var cell)
        ? $"{FileName}{(row.Sheet.Length == 0 ? "" : $" [{row.Sheet}]")} {CellName.Of(cell.Column, row.Row)}"
        : FileName;

    /// <summary>The unit of a row: the one it names, else the sender's; a fault when there is none or the sender may not write for it.</summary>
    public UnitKey? UnitOf(TypedRow row, string column, List<ImportFault> faults)
    {
        var named = row.Text(column);
        if (named is null && Unit is null)
        {
            faults.Add(row.Fault(FileFaults.UnitMissing, column));
            return null;
        }

        if (named is not null && !UnitKey.TryParse(named, out _))
        {
            faults.Add(row.Fault(FileFaults.UnitUnknown, column, named));
            return null;
        }

        var unit = named is null ? Unit!.Value : UnitKey.Parse(named);
        if (!MayWriteFor(unit))
        {
            faults.Add(row.Fault(FileFaults.OtherUnit, column, unit));
            return null;
        }

        return unit;
    }
}

/// <summary>What an export holds.</summary>
/// <param name="Unit">Whose rows.</param>
/// <param name="Year">Fiscal year or year of the period; null for all.</param>
/// <param name="Report">Id of the period whose report is meant, for the kind that writes one.</param>
/// <param name="Viewer">For whose eyes it is; that they may see the unit's rows was asked before.</param>
public sealed record ExportScope(UnitKey Unit, int? Year, string? Report, TableViewer Viewer);

/// <summary>What rows would change.</summary>
/// <param name="Faults">Of rows that are not among <paramref name="Rows"/>, and notices.</param>
/// <param name="Usual">Per column, values held for the unit now: what new amounts are compared with.</param>
public sealed record ImportPlan(
    IReadOnlyList<PlannedRow> Rows, IReadOnlyList<ImportFault> Faults, IReadOnlyDictionary<string, IReadOnlyList<decimal>> Usual);

/// <summary>What one row would change.</summary>
/// <param name="Key">Key of the thing it is about.</param>
/// <param name="Version">Version held now; 0 for a new one.</param>
/// <param name="Order">Rows with a smaller number are written first: a parent before its children.</param>
/// <param name="What">What the kind sends; null unless new or changed.</param>
public sealed record PlannedRow(
    TypedRow Row, string Key, RowChange Change, long Version, IReadOnlyList<FieldChange> Fields, object? What, int Order = 0)
{
    /// <summary>Amounts of the row with what they were before, for noticing a wrong unit.</summary>
    public IReadOnlyList<(string Column, decimal Now, decimal? Before)> Amounts { get; init; } = [];

    /// <summary>Whether it is to be sent.</summary>
    public bool Writes => Change is RowChange.New or RowChange.Changed;
}

/// <summary>One value a row would change; texts as the file shows them.</summary>
public sealed record FieldChange(string Column, string? Before, string? After);

/// <summary>What a row means for what is held.</summary>
public enum RowChange
{
    New,
    Changed,
    Unchanged,

    /// <summary>Somebody changed it since the file was exported.</summary>
    Conflict,
}

/// <summary>What became of a row that was sent.</summary>
/// <param name="Refusals">Every reason against it; empty when accepted.</param>
/// <param name="ColumnOf">Which column a refusal's field stands in.</param>
/// <param name="NowVersion">Set when somebody was faster: the version held now.</param>
public sealed record RowAnswer(IReadOnlyList<Refusal> Refusals, Func<string?, string?> ColumnOf, long? NowVersion = null)
{
    public static RowAnswer Accepted { get; } = new([], _ => null);

    public bool IsAccepted => Refusals.Count == 0 && NowVersion is null;
}
