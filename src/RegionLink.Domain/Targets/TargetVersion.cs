using RegionLink.Domain.Common;

namespace RegionLink.Domain.Targets;

/// <summary>One version of a target.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Terms">What it says.</param>
/// <param name="Reason">Why it replaced the one before; null for the first.</param>
/// <param name="EndedOn">Last day in force when the region ended it before its terms did; null while it stands.</param>
public sealed record TargetVersion(int Number, TargetTerms Terms, string? Reason, DateOnly? EndedOn = null)
{
    /// <summary>The validity of the terms, cut short by the end.</summary>
    public TargetValidity Validity =>
        EndedOn is { } day && (Terms.Validity.Until is null || day < Terms.Validity.Until) ? Terms.Validity with { Until = day } : Terms.Validity;
}

/// <summary>A stricter goal a province set itself.</summary>
/// <param name="Unit">The province it binds.</param>
/// <param name="Number">Counts the raises of this province, from 1; a cancelled number is not used again.</param>
/// <param name="Goal">The goal.</param>
/// <param name="From">First day it binds.</param>
/// <param name="LegalSource">The province's own act.</param>
/// <param name="Cancelled">Entered by mistake: kept for the history, binds nobody.</param>
public sealed record RaisedGoal(UnitKey Unit, int Number, Goal Goal, DateOnly From, string LegalSource, bool Cancelled = false);

/// <summary>What one unit is judged by in one period, and the name of it that the verdict keeps.</summary>
/// <param name="Version">Number of the target's version.</param>
/// <param name="Raise">Number of the province's own raise; null when the target itself is the stricter one or there is no raise.</param>
/// <param name="Goal">The goal that binds.</param>
/// <param name="Validity">When it speaks.</param>
/// <param name="Trajectory">The way to it.</param>
public sealed record BindingGoal(int Version, int? Raise, Goal Goal, TargetValidity Validity, Trajectory Trajectory)
{
    /// <summary>As a verdict names it: <c>2</c>, or <c>2+1</c> for version 2 raised by the province's first raise.</summary>
    public string Name => Raise is { } raise
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Version}+{raise}")
        : Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
