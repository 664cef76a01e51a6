using RegionLink.Domain.Common;
using RegionLink.Domain.Observations;

namespace RegionLink.Runtime.Observations;

/// <summary>
/// The rows of a batch, read and judged, in a compact form: what rows share is kept once. Sound only when <see cref="FaultCount"/> is 0.
/// </summary>
public sealed class ObservationSheet
{
    /// <summary>Faults beyond this many are counted, not kept: a file in the wrong format has one per row.</summary>
    public const int MostFaultsKept = 1_000;

    private readonly List<RowFault> _faults = [];

    /// <summary>The first faults, in order of line.</summary>
    public IReadOnlyList<RowFault> Faults => _faults;

    public int FaultCount { get; private set; }

    public int RowCount => Rows.Length;

    /// <summary>Provinces the rows are about; the caller must be allowed to write for each.</summary>
    public IReadOnlySet<UnitKey> Provinces { get; internal set; } = new HashSet<UnitKey>();

    /// <summary>Metrics the rows are about.</summary>
    public IEnumerable<string> Metrics => Heads.Select(h => h.Head.Metric).Distinct();

    internal List<SheetHead> Heads { get; } = [];

    internal List<SheetUnit> Units { get; } = [];

    internal List<FigurePeriod> Periods { get; } = [];

    internal List<string> Notes { get; } = [];

    /// <summary>By line: the revision that was seen before the row was changed, 0 for none. Only rows that name one.</summary>
    internal Dictionary<int, int> Revisions { get; } = [];

    /// <summary>Sorted; see <see cref="SheetOrder"/>.</summary>
    internal SheetRow[] Rows { get; set; } = [];

    internal void Add(RowFault fault)
    {
        FaultCount++;
        if (_faults.Count < MostFaultsKept)
        {
            _faults.Add(fault);
        }
    }

    internal void SortFaults() => _faults.Sort((a, b) => a.Line.CompareTo(b.Line));
}

/// <summary>What many rows share.</summary>
/// <param name="SourceUrl">Empty when there is none.</param>
internal sealed record SheetHead(RowHead Head, string SourceUrl, ValueRange? Range = null)
{
    public (string Title, string Url) Source => (Head.Source, SourceUrl);

    public short Base => (short)(Head.Base ?? 0);

    /// <summary>Stored word of the stage; empty for none.</summary>
    public string Stage { get; } = Words.Of(Head.Stage);

    public string Standing { get; } = Words.Of(Head.Standing);
}

internal sealed record SheetUnit(string Key, string Province);

/// <summary>One value; the numbers point into the lists of the sheet.</summary>
/// <param name="Note">Negative for none.</param>
internal readonly record struct SheetRow(int Head, int Unit, int Period, int Note, int Line, decimal Value);
