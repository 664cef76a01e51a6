using RegionLink.Domain.Common;

namespace RegionLink.Runtime.Observations;

/// <summary>What a batch is, besides its rows.</summary>
/// <param name="Title">Name of the file or of the occasion. A file with the content that was last recorded under this title changes nothing.</param>
/// <param name="FileHash">SHA-256 of what was handed in; null when it was no file (values entered one by one are compared one by one).</param>
/// <param name="Origin">How the values came.</param>
/// <param name="Published">From a public source: readable by everybody, whatever the unit shares.</param>
/// <param name="Illustrative">Made-up sample data; never replaces a real value.</param>
public sealed record ObservationBatch(string Title, byte[]? FileHash, Origin Origin, bool Published, bool Illustrative)
{
    private const string OfReport = "report ";

    /// <summary>Title of what a report publishes, and source of its values.</summary>
    public static string TitleOfReport(string report) => OfReport + report;

    /// <summary>Key of the report that published a batch of this title, or a value of this source; null for what was published otherwise.</summary>
    public static string? ReportOf(string title) => title.StartsWith(OfReport, StringComparison.Ordinal) ? title[OfReport.Length..] : null;
}

/// <summary>What became of a batch. Outages and bugs are exceptions, never answers.</summary>
public abstract record BatchAnswer
{
    private BatchAnswer()
    {
    }

    /// <summary>All of it is durable.</summary>
    /// <param name="Id">Name of the batch; rows bear it.</param>
    /// <param name="Replayed">The command id was seen before; nothing was written this time.</param>
    public sealed record Recorded(string Id, int Number, int Rows, int Added, int Revised, int Unchanged, bool Replayed) : BatchAnswer;

    /// <summary>Everything in it was known already; nothing was written.</summary>
    /// <param name="Batch">The batch the same file was recorded as before; null when the rows came from several.</param>
    public sealed record NothingNew(string? Batch, int Rows) : BatchAnswer;

    /// <summary>Rows that cannot be recorded; nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<RowFault> Faults, int FaultCount) : BatchAnswer;

    /// <summary>The command id was used before for another command; nothing was written.</summary>
    public sealed record KeyReused : BatchAnswer;
}
