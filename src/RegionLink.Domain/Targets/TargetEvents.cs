using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

// STORED FORMAT. Names and fields below are rows in the event log of every installation.
// Add fields as optional; for a new meaning add a new event; never rename, reuse or delete.

/// <summary>Everything that has ever happened to a target.</summary>
public abstract record TargetEvent
{
    private TargetEvent()
    {
    }

    /// <summary>The target was set: its first version.</summary>
    /// <param name="Metric">What is measured; the same for all versions.</param>
    /// <param name="Scope">Whose value is judged; the same for all versions.</param>
    /// <param name="UnitOfMeasure">Unit of the thresholds, the metric's own ("percent").</param>
    /// <param name="Terms">What the first version says.</param>
    /// <param name="Illustrative">Made-up sample data.</param>
    public sealed record Set(string Metric, TargetScope Scope, string UnitOfMeasure, TargetTerms Terms, bool Illustrative) : TargetEvent;

    /// <summary>A new version; periods that end before its first day keep the version before it.</summary>
    /// <param name="Version">Its number, from 2.</param>
    /// <param name="Reason">Why, as the region gave it.</param>
    public sealed record Changed(int Version, TargetTerms Terms, string Reason) : TargetEvent;

    /// <summary>The target ends; periods that end on or before the day are still judged.</summary>
    public sealed record Ended(DateOnly Until, string Reason) : TargetEvent;

    /// <summary>A province set itself a stricter goal.</summary>
    /// <param name="Unit">The province it binds.</param>
    /// <param name="Number">Counts the raises of this province, from 1.</param>
    /// <param name="Goal">The stricter goal.</param>
    /// <param name="From">First day it binds.</param>
    /// <param name="LegalSource">The province's own act.</param>
    public sealed record Raised(UnitKey Unit, int Number, Goal Goal, DateOnly From, string LegalSource) : TargetEvent;

    /// <summary>A raise was entered by mistake and never bound the province.</summary>
    public sealed record RaiseCancelled(UnitKey Unit, int Number, string Reason) : TargetEvent;
}
