using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>Orders to a target. Who may give them is decided at the door: the region sets, changes, ends and cancels; a province raises for itself.</summary>
public abstract record TargetCommand
{
    private TargetCommand()
    {
    }

    /// <summary>Sets a target. Setting exactly the same again changes nothing.</summary>
    /// <param name="MetricUnit">The metric's own unit of measure; null when the platform has no such metric.</param>
    public sealed record Set(
        string Metric, TargetScope Scope, string UnitOfMeasure, TargetTerms Terms, bool Illustrative, string? MetricUnit) : TargetCommand;

    /// <summary>Makes a new version. The same terms as the newest version change nothing.</summary>
    public sealed record Change(TargetTerms Terms, string Reason) : TargetCommand;

    /// <summary>Ends the target after a day.</summary>
    public sealed record End(DateOnly Until, string Reason) : TargetCommand;

    /// <summary>Raises the goal for one province.</summary>
    public sealed record Raise(UnitKey Unit, Goal Goal, DateOnly From, string LegalSource) : TargetCommand;

    /// <summary>Takes back the newest raise of a province, when it was entered by mistake.</summary>
    public sealed record CancelRaise(UnitKey Unit, string Reason) : TargetCommand;
}
