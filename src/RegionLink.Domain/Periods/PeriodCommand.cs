using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Periods;

/// <summary>What a ministry may order about a reporting period.</summary>
public abstract record PeriodCommand
{
    private PeriodCommand() { }

    /// <summary>Opens a period.</summary>
    /// <param name="About">The period its figures are about, such as <c>2026</c>; null when it is exactly the days covered.</param>
    /// <param name="DueWorkingDays">From 1 to <see cref="OpeningRules.MostDueDays"/>.</param>
    /// <param name="Catalogue">Those of the metrics the forms name that are in the catalogue; one missing here is unknown.</param>
    /// <param name="KnownUnits">Those of <paramref name="Units"/> in force on the last day, as text; one missing here is unknown.</param>
    public sealed record Open(
        string Id,
        string TitleVi,
        string TitleEn,
        DateOnly Start,
        DateOnly End,
        string? About,
        int DueWorkingDays,
        WorkCalendar Calendar,
        ImmutableArray<ReportingForm> Forms,
        ImmutableArray<UnitKey> Units,
        bool Illustrative,
        ImmutableDictionary<string, AskableMetric> Catalogue,
        ImmutableHashSet<string> KnownUnits) : PeriodCommand;

    /// <summary>Gives one unit more time.</summary>
    public sealed record Extend(UnitKey Unit, DateOnly Due, string Reason) : PeriodCommand;

    /// <summary>Takes no figure any more.</summary>
    /// <param name="Reason">Null when there is nothing to say.</param>
    public sealed record Close(string? Reason) : PeriodCommand;

    /// <summary>Takes figures again.</summary>
    public sealed record Reopen(string Reason) : PeriodCommand;
}
