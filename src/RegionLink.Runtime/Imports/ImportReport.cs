using RegionLink.Domain.Common;
using RegionLink.Domain.Imports;

namespace RegionLink.Runtime.Imports;

/// <summary>What is asked for with a file.</summary>
/// <param name="Kind">Name of a template.</param>
/// <param name="Numbers">How the sender says numbers are written; null to let each column tell.</param>
/// <param name="DryRun">Show what would change and write nothing.</param>
/// <param name="GoodRows">Write the rows that are well even when others are not.</param>
/// <param name="Load">Reads the file: its sheets, or the fault that makes it unreadable. Called once.</param>
public sealed record ImportRequest(
    string Kind,
    ImportScope Scope,
    long SizeBytes,
    NumberNotation? Numbers,
    bool DryRun,
    bool GoodRows,
    Func<(IReadOnlyList<RawSheet> Sheets, ImportFault? Fault)> Load);

/// <summary>One import, while it runs and afterwards.</summary>
/// <param name="RowsDone">Rows answered so far by the present stage.</param>
/// <param name="Failure">What stopped it, when something outside the file did; sending the file again is safe.</param>
public sealed record ImportReport(
    Guid Id,
    string Kind,
    UnitKey? Unit,
    string FileName,
    string FileHash,
    long SizeBytes,
    bool DryRun,
    bool GoodRows,
    Actor By,
    ImportStatus Status,
    ImportStage Stage,
    int RowsRead,
    int RowsDone,
    ImportCounts Counts,
    IReadOnlyList<ImportQuestion> Questions,
    string? Failure,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt)
{
    public bool Finished => Status != ImportStatus.Running;
}

/// <summary>Rows by what became of them; faults by themselves.</summary>
/// <param name="Faulty">Rows with a fault of their own; a fault of the whole file counts no row.</param>
/// <param name="Written">Rows that changed something; 0 in a dry run.</param>
public sealed record ImportCounts(int Faulty, int New, int Changed, int Unchanged, int Conflict, int Written, int Faults, int Notices)
{
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>What became of a file.</summary>
public enum ImportStatus
{
    Running,

    /// <summary>A dry run: it could be written as asked.</summary>
    Ready,

    /// <summary>Everything in it is written or was so already.</summary>
    Done,

    /// <summary>The good rows are written, others are not.</summary>
    Partly,

    /// <summary>Nothing is written: see its faults.</summary>
    Refused,

    /// <summary>Nothing is written before its questions are answered.</summary>
    Asks,

    /// <summary>Stopped from outside; what was written stays, and sending the file again writes the rest.</summary>
    Failed,
}

/// <summary>The stages of an import, in order.</summary>
public enum ImportStage
{
    Load,
    Prepare,
    Validate,
    Write,
    End,
}

/// <summary>How far an import is; for the terminal.</summary>
public sealed record ImportProgress(ImportStage Stage, int Done, int Total);
