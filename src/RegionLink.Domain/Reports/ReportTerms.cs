using System.Collections.Immutable;
using RegionLink.Domain.Common;

namespace RegionLink.Domain.Reports;

/// <summary>
/// What a report must know from elsewhere when a command reaches it: its period and the unit's bindings (both held still by guards until the
/// command is written) and the unit's own history.
/// </summary>
/// <param name="PeriodKnown">False when the period was never opened.</param>
/// <param name="Open">Whether the period takes figures.</param>
/// <param name="UnitAsked">Whether the period asks this unit.</param>
/// <param name="Asked">Unit of measure of each metric asked.</param>
/// <param name="Bindings">System that delivers a metric of this unit, by metric; absent when people type it.</param>
/// <param name="History">The unit's latest earlier value of a metric; absent when it has none.</param>
public sealed record ReportTerms(
    string Period,
    UnitKey Unit,
    bool PeriodKnown,
    bool Open,
    bool UnitAsked,
    bool Illustrative,
    ImmutableDictionary<string, string> Asked,
    ImmutableDictionary<string, string> Bindings,
    ImmutableDictionary<string, EarlierValue> History)
{
    /// <summary>What a metric's values can be at all, by metric; absent where nothing bounds them.</summary>
    public ImmutableDictionary<string, ValueRange> Ranges { get; init; } = ImmutableDictionary<string, ValueRange>.Empty;

    /// <summary>Why no figure can be written under these terms; empty when it can.</summary>
    internal IEnumerable<Refusal> Faults()
    {
        if (!PeriodKnown)
        {
            yield return ReportRefusals.PeriodUnknown.With(Period);
            yield break;
        }

        if (!Open)
        {
            yield return ReportRefusals.PeriodClosed.With(Period);
        }

        if (!UnitAsked)
        {
            yield return ReportRefusals.UnitNotAsked.With(Unit, Period);
        }
    }
}

/// <summary>A value the unit reported before, to compare the scale with.</summary>
/// <param name="Source">Which one: period and source, for people.</param>
/// <param name="Until">Last day it is about.</param>
public sealed record EarlierValue(decimal Value, string Source, DateOnly? Until = null);
