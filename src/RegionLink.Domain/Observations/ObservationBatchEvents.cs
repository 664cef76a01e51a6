using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Observations;

// STORED FORMAT. Names and fields below are rows in the event log of every installation.
// Add fields as optional; for a new meaning add a new event; never rename, reuse or delete.

/// <summary>Everything that has ever happened to a batch of observations: it was recorded, once.</summary>
public abstract record ObservationBatchEvent
{
    private ObservationBatchEvent()
    {
    }

    /// <summary>
    /// A batch of values was recorded, all of it or nothing. The rows stand in the fact table and not in the log: a million events for
    /// one file would drown every other reader. The hash ties them to the log all the same.
    /// </summary>
    /// <param name="Number">Short name of the batch in the fact table; its rows bear it in their ids.</param>
    /// <param name="FileHash">SHA-256 of the bytes that were handed in, hexadecimal.</param>
    /// <param name="RowsHash">SHA-256 over the rows written, hexadecimal; <c>verify</c> recomputes it from the fact table.</param>
    /// <param name="Rows">Rows handed in: added, revised and unchanged together.</param>
    /// <param name="Added">Values nobody had given before.</param>
    /// <param name="Revised">Values that replaced an earlier one; the earlier one is closed, not overwritten.</param>
    /// <param name="Unchanged">Rows that said what was known already; not written again.</param>
    /// <param name="Origin">How the values came.</param>
    /// <param name="Published">From a public source: readable by everybody whatever the unit shares.</param>
    /// <param name="Illustrative">Made-up sample data.</param>
    /// <param name="Title">Name of the file or of the occasion, for people.</param>
    /// <param name="ConfirmedJumps">
    /// Values far off their history that a person vouched for, beyond the first thousand only the first of each metric, factor and direction; null when there were none.
    /// </param>
    public sealed record Recorded(
        int Number,
        string FileHash,
        string RowsHash,
        int Rows,
        int Added,
        int Revised,
        int Unchanged,
        Origin Origin,
        bool Published,
        bool Illustrative,
        string Title,
        ImmutableArray<ConfirmedJump>? ConfirmedJumps = null) : ObservationBatchEvent;
}

/// <summary>A value about a thousand, a million or a billion times its history, and why it is right.</summary>
/// <param name="Period">As written for people and files, such as <c>2025-10</c>.</param>
/// <param name="Against">The value it was compared with.</param>
public sealed record ConfirmedJump(string Metric, UnitKey Unit, string Period, int Factor, bool Up, decimal Against, string Reason);
