using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

// STORED FORMAT. Names and fields below are rows in the event log of every installation.
// Add fields as optional; for a new meaning add a new event; never rename, reuse or delete.
// By is stored inside the fact where a later rule depends on who acted (four eyes).

/// <summary>Everything that has ever happened to one unit's report for one period.</summary>
public abstract record ReportEvent
{
    private ReportEvent() { }

    /// <summary>The report came to be, with its first figures.</summary>
    /// <param name="Illustrative">As its period.</param>
    public sealed record Started(string Period, UnitKey Unit, bool Illustrative) : ReportEvent;

    /// <summary>A figure was given or changed. Value or NoDataReason, never both, never neither.</summary>
    /// <param name="Source">Where it came from: system and record, file with sheet and cell, rule; null for a typed figure without one.</param>
    /// <param name="Why">Reason of a change; null where none was needed.</param>
    /// <param name="Prefilled">Brought in by the platform from what it holds; may be refreshed until somebody changes it.</param>
    public sealed record FigureSet(
        string Metric,
        decimal? Value,
        string? NoDataReason,
        string UnitOfMeasure,
        Origin Origin,
        string? Source,
        string? Note,
        string? Why,
        bool Prefilled,
        Actor By) : ReportEvent;

    /// <summary>A system delivered another value than the figure it gave before. The figure stays as it is.</summary>
    /// <param name="Source">System and record.</param>
    public sealed record DeliveryDiffered(string Metric, decimal? Value, string? NoDataReason, string? Source, Actor By) : ReportEvent;

    /// <summary>The system agrees with the figure again.</summary>
    public sealed record DifferenceEnded(string Metric) : ReportEvent;

    /// <summary>The figure just set is about 1,000 or 1,000,000 times off the unit's own history.</summary>
    /// <param name="Against">The value in its history.</param>
    /// <param name="AgainstSource">Which value that is: period and source.</param>
    public sealed record ScaleQuestioned(string Metric, int Factor, bool Up, decimal Against, string AgainstSource) : ReportEvent;

    /// <summary>A person answered that the value is right nevertheless.</summary>
    public sealed record ScaleAnswered(string Metric, string Answer, Actor By) : ReportEvent;

    /// <summary>A second person in the province approved figures.</summary>
    public sealed record FiguresApproved(ImmutableArray<string> Metrics, Actor By) : ReportEvent;

    /// <summary>The report was handed in, for the first time or again after a return.</summary>
    public sealed record Submitted(Actor By, bool Again) : ReportEvent;

    /// <summary>The ministry sent single figures back.</summary>
    public sealed record FiguresReturned(ImmutableArray<ReturnedFigure> Figures, Actor By) : ReportEvent;

    /// <summary>The ministry accepted every figure.</summary>
    public sealed record Accepted(Actor By) : ReportEvent;

    /// <summary>Accepted figures became observations.</summary>
    /// <param name="Figures">Those given by the report that are new or differ from what it published before.</param>
    public sealed record Published(ImmutableArray<PublishedFigure> Figures, Actor By) : ReportEvent;

    /// <summary>Somebody asked about a figure.</summary>
    /// <param name="Number">1, 2, 3… within the report.</param>
    public sealed record QuestionAsked(int Number, string Metric, string Text, Actor By) : ReportEvent;

    /// <summary>The unit answered a question.</summary>
    public sealed record QuestionAnswered(int Number, string Text, Actor By) : ReportEvent;
}

/// <summary>A figure sent back, and why.</summary>
public sealed record ReturnedFigure(string Metric, string Reason);

/// <summary>A figure that became an observation.</summary>
public sealed record PublishedFigure(string Metric, decimal Value, string UnitOfMeasure, Origin Origin, string? Source);
