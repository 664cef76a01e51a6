using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Periods;

// STORED FORMAT. Names and fields below are rows in the event log of every installation.
// Add fields as optional; for a new meaning add a new event; never rename, reuse or delete.

/// <summary>Everything that has ever happened to a reporting period.</summary>
public abstract record PeriodEvent
{
    private PeriodEvent() { }

    /// <summary>A ministry asked units for figures about a span of days.</summary>
    /// <param name="Id">The period's own key, as in the stream's name.</param>
    /// <param name="Start">First day covered. A reporting month may run from day 15 to day 14.</param>
    /// <param name="End">Cut-off: the last day covered.</param>
    /// <param name="About">The period its figures are about, such as <c>2026</c> for a year reported from 15 December to 14 December.</param>
    /// <param name="DueWorkingDays">Working days after the cut-off within which units report.</param>
    /// <param name="Calendar">Days off and make-up days the due date was counted with.</param>
    /// <param name="Due">The due date as announced. Stored: units were told this date, whatever a later program would count.</param>
    /// <param name="Asked">Every metric asked, once, with the unit of measure it had on opening.</param>
    /// <param name="Units">Units that must report.</param>
    /// <param name="Illustrative">Made-up sample: so is every report in it.</param>
    public sealed record Opened(
        string Id,
        string TitleVi,
        string TitleEn,
        DateOnly Start,
        DateOnly End,
        string About,
        int DueWorkingDays,
        WorkCalendar Calendar,
        DateOnly Due,
        ImmutableArray<ReportingForm> Forms,
        ImmutableArray<AskedFigure> Asked,
        ImmutableArray<UnitKey> Units,
        bool Illustrative) : PeriodEvent;

    /// <summary>One unit was given more time.</summary>
    public sealed record Extended(UnitKey Unit, DateOnly Due, string Reason) : PeriodEvent;

    /// <summary>No figure is taken any more.</summary>
    public sealed record Closed(string? Reason) : PeriodEvent;

    /// <summary>A closed period takes figures again; due dates stay as they were.</summary>
    public sealed record Reopened(string Reason) : PeriodEvent;
}
